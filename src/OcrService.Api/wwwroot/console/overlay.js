// The picture with every block outlined. Places are pixels of the picture, so the drawing scales with it at any zoom.

import { h, svg } from "./dom.js";
import { t } from "./texts.js";

/** { element, show(reading), mark(index) }; onHover is told the index of the block, or -1. */
export function stage(picture, onHover) {
  const sheet = h("div", { class: "sheet" });
  const image = h("img", { alt: t("yourPicture"), src: picture.view ?? "" });
  const drawing = svg("svg", { "aria-hidden": "true", preserveAspectRatio: "none" });
  let shapes = [];
  if (picture.view) {
    sheet.append(image, drawing);
    image.addEventListener("load", () => drawing.setAttribute("viewBox", `0 0 ${image.naturalWidth} ${image.naturalHeight}`));
    image.addEventListener("error", () => { image.remove(); fallback(); });
  } else {
    fallback();
  }

  function fallback() {
    sheet.classList.add("blank");
    sheet.prepend(h("p", { class: "quiet" }, t("notShown")));
  }

  const zoom = h("input", { type: "range", min: "100", max: "600", step: "25", value: "100", "aria-label": t("zoom"), oninput: () => { sheet.style.width = `${zoom.value}%`; } });
  const element = h("div", {}, h("div", { class: "stage", tabindex: "0", "aria-label": t("yourPicture") }, sheet), h("label", { class: "zoom" }, t("zoom"), zoom));

  return {
    element,
    show(reading) {
      const polygons = reading.rows.map((row, i) => row.quad && svg("polygon", {
        points: row.quad.map((p) => p.join(",")).join(" "),
        onpointerenter: () => onHover(i),
        onpointerleave: () => onHover(-1),
      }));
      if (reading.portraitQuad) polygons.push(svg("polygon", { class: "portrait", points: reading.portraitQuad.map((p) => p.join(",")).join(" ") }));
      shapes = polygons;
      drawing.replaceChildren(...polygons.filter(Boolean));
    },
    mark(index) {
      shapes.forEach((shape, i) => shape?.classList.toggle("hot", i === index));
    },
  };
}
