// A picture in the browser: chosen, dropped, pasted, built in, or an address. It is never stored.

import { t } from "./texts.js";

export const LARGEST_TEXT = 10 * 1024 * 1024;

export async function fromFile(file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const base64 = await encode(bytes);
  if (base64.length > LARGEST_TEXT) throw new Error(t("tooLarge"));
  return { name: file.name || "picture", base64, view: URL.createObjectURL(file) };
}

export function fromBase64(name, base64) {
  const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
  return { name, base64, view: URL.createObjectURL(new Blob([bytes], { type: bytes[0] === 0x89 ? "image/png" : "image/jpeg" })) };
}

/** The service fetches it; the browser does not, so it is not shown. */
export function fromUrl(url) {
  return { name: url, url, view: null };
}

export function release(picture) {
  if (picture?.view) URL.revokeObjectURL(picture.view);
}

/** In pieces and off the event: a large photo must not stop the page. */
async function encode(bytes) {
  const url = await new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result);
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(new Blob([bytes]));
  });
  return url.slice(url.indexOf(",") + 1);
}
