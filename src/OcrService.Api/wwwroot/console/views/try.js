import { announce, cells, checkbox, h, labelled, table } from "../dom.js";
import { percent, t, told } from "../texts.js";
import { raw, read, session } from "../session.js";
import { catalogue } from "../catalogue.js";
import { fromBase64, fromFile, fromUrl, release } from "../picture.js";
import { stage } from "../overlay.js";
import { understand } from "../reading.js";
import { languages, sample } from "../samples.js";

/** Choose an API, give it a picture, see what it reads. */
export function tryView() {
  let api = null;
  let picture = null;
  let running = null;
  const controls = new Map();

  const choose = h("select", { id: "api", onchange: () => select(choose.value) });
  const about = h("p", { class: "quiet" });
  const form = h("fieldset", {}, h("legend", {}, t("switches")));
  const file = h("input", { type: "file", accept: "image/*,.bmp,.tif,.tiff", class: "visually-hidden", id: "file", "aria-label": t("chooseFile"), tabindex: "-1", onchange: () => file.files[0] && take(fromFile(file.files[0])) });
  const url = h("input", { type: "url", id: "url", placeholder: "https://" });
  const drop = h("div", {
    class: "drop",
    ondragover: (e) => { e.preventDefault(); drop.classList.add("over"); },
    ondragleave: () => drop.classList.remove("over"),
    ondrop: (e) => { e.preventDefault(); drop.classList.remove("over"); if (e.dataTransfer.files[0]) take(fromFile(e.dataTransfer.files[0])); },
  }, h("p", {}, t("dropHere")),
  h("div", { class: "row" },
    h("button", { type: "button", onclick: () => file.click() }, t("chooseFile")), file,
    h("button", { type: "button", id: "specimen", onclick: () => take(fromBase64(`${api.name}`, api.example)) }, t("specimen"))),
  h("form", { class: "row", onsubmit: (e) => { e.preventDefault(); if (url.value) take(fromUrl(url.value)); } },
    labelled(t("orUrl"), url), h("button", { type: "submit" }, t("useUrl"))));
  const chosen = h("p", { class: "quiet", id: "chosen" }, t("noPicture"));
  const go = h("button", { class: "primary", id: "read", disabled: true, onclick: () => (running ? running.abort() : run()) }, t("read"));
  const waiting = h("div", { hidden: true }, h("progress", { "aria-label": t("reading") }));
  const left = h("div", {});
  const right = h("div", {});

  const onPaste = (e) => {
    const item = [...(e.clipboardData?.files ?? [])].find((f) => f.type.startsWith("image/"));
    if (item) take(fromFile(item));
  };
  addEventListener("paste", onPaste);

  const element = h("div", {},
    h("h1", {}, t("menu.try")),
    h("div", { class: "columns" },
      h("section", { class: "panel" }, labelled(t("api"), choose), about, drop, chosen, form,
        session.isReader ? h("p", { class: "fair" }, t("readerCannotCall")) : null, go, waiting),
      left),
    right);

  catalogue().then((apis) => {
    choose.append(...apis.map((a) => h("option", { value: a.name }, `${a.summary} (${a.name})`)));
    select(location.hash.split("/")[1] ?? apis[0].name);
  }, () => right.replaceChildren(h("p", { class: "bad" }, t("unreachable"))));

  async function select(name) {
    const apis = await catalogue();
    api = apis.find((a) => a.name === name) ?? apis[0];
    choose.value = api.name;
    history.replaceState(null, "", `${location.pathname}#try/${api.name}`);
    about.textContent = api.description;
    controls.clear();
    form.replaceChildren(h("legend", {}, t("switches")), ...api.options.map(control));
    form.hidden = api.options.length === 0;
  }

  function control(option) {
    if (option.kind === "switch") {
      const box = checkbox(h("span", {}, h("code", {}, option.name), h("span", { class: "quiet" }, ` ${option.description ?? ""}`)), { checked: option.absent === true, name: option.name });
      controls.set(option.name, () => (box.input.checked === (option.absent === true) ? undefined : box.input.checked));
      return box.label;
    }

    if (option.kind === "choice") {
      const choice = h("select", { name: option.name }, h("option", { value: "" }, t("automatic")), option.choices.filter((c) => c !== "").map((c) => h("option", {}, c)));
      controls.set(option.name, () => choice.value || undefined);
      return labelled(h("span", {}, h("code", {}, option.name), h("span", { class: "quiet" }, ` ${option.description ?? ""}`)), choice);
    }

    const boxes = option.choices.map((c) => ({ value: c, ...checkbox(c) }));
    controls.set(option.name, () => { const list = boxes.filter((b) => b.input.checked).map((b) => b.value); return list.length ? list : undefined; });
    return h("div", {}, h("code", {}, option.name), h("span", { class: "quiet" }, ` ${option.description ?? ""}`), boxes.map((b) => b.label));
  }

  function options() {
    return Object.fromEntries([...controls].map(([name, value]) => [name, value()]).filter(([, value]) => value !== undefined));
  }

  async function take(promise) {
    try {
      const next = await promise;
      release(picture);
      picture = next;
      chosen.textContent = picture.name;
      go.disabled = false;
      right.replaceChildren();
      left.replaceChildren(h("section", { class: "panel" }, stage(picture, () => {}).element));
    } catch (error) {
      chosen.textContent = error.message;
    }
  }

  async function run() {
    const asked = options();
    const body = JSON.stringify(picture.url ? { url: picture.url, ...asked } : { image: picture.base64, ...asked });
    running = new AbortController();
    go.textContent = t("stop");
    waiting.hidden = false;
    announce(t("reading"));
    const started = performance.now();
    try {
      const response = await raw("POST", `../v2/${encodeURIComponent(session.project.id)}/ocr/${api.name}`, body, undefined, running.signal);
      const text = await response.text();
      show(read(response, text), text, asked, Math.round(performance.now() - started));
    } catch (error) {
      if (error.name !== "AbortError") showFault(error, asked);
      else announce(t("stopped"));
    } finally {
      running = null;
      go.textContent = t("read");
      waiting.hidden = true;
    }
  }

  function show(answer, text, asked, milliseconds) {
    const reading = understand(answer.result);
    const rows = [];
    const mark = (index) => { rows.forEach((r, i) => r.classList.toggle("hot", i === index)); drawn.mark(index); };
    const drawn = stage(picture, mark);
    const heads = [t("field"), t("value"), { text: t("confidence"), number: true }];
    reading.rows.forEach((row, i) => rows.push(h("tr", {
      tabindex: row.quad ? "0" : null,
      onpointerenter: () => mark(i), onpointerleave: () => mark(-1), onfocus: () => mark(i), onblur: () => mark(-1),
    }, cells(heads, [row.name, [row.text, row.extra ? h("div", { class: "quiet" }, row.extra) : null].filter(Boolean), null]).map((cell, c) => {
      if (c === 1) cell.replaceChildren(row.text, ...(row.extra ? [h("div", { class: "quiet" }, row.extra)] : []));
      if (c === 2 && row.confidence !== undefined) cell.append(h("span", { class: row.confidence >= 0.95 ? "good" : row.confidence >= 0.8 ? "fair" : "bad" }, percent(row.confidence)));
      return cell;
    }))));
    left.replaceChildren(h("section", { class: "panel" }, drawn.element));
    drawn.show(reading);
    right.replaceChildren(h("div", { class: "columns" },
      h("section", { class: "panel" }, h("h2", {}, t("fields")), h("p", { class: "quiet" }, t("took", milliseconds)),
        reading.portrait ? h("img", { class: "portrait-image", alt: t("portrait"), src: `data:image/jpeg;base64,${reading.portrait}` }) : null,
        reading.mrz.length ? zoneOf(reading.mrz) : null,
        reading.rows.length ? table(heads, rows) : h("p", {}, t("nothingRead"))),
      panel(text, asked)));
    announce(t("done", reading.rows.length));
  }

  function showFault(error, asked) {
    right.replaceChildren(h("div", { class: "columns" },
      h("section", { class: "panel", role: "alert" }, h("h2", {}, t("refused")), h("p", { class: "bad" }, `${error.code} ${error.message}`), h("p", {}, told(error)),
        error.requestId ? h("p", { class: "quiet" }, `X-Request-Id: ${error.requestId}`) : null),
      panel(JSON.stringify({ error_code: error.code, error_msg: error.message }), asked)));
  }

  function zoneOf(lines) {
    return h("div", {}, lines.map(({ line, checks }) => h("div", {}, h("div", { class: "mrz" }, line),
      h("p", { class: "quiet" }, checks.map((c) => h("span", { class: c.isRight ? "good" : "bad" }, `${c.isRight ? "✓" : "✗"} ${t(`mrz.${c.name}`)}  `))))));
  }

  function panel(text, asked) {
    const pre = h("pre", { tabindex: "0" });
    const tabs = ["JSON", ...languages];
    const buttons = tabs.map((name) => h("button", { type: "button", role: "tab", onclick: () => open(name) }, name));
    let shown = "";
    const open = (name) => {
      shown = name === "JSON" ? pretty(text) : sample(name, api, asked, picture, session.project.id);
      pre.textContent = shown;
      buttons.forEach((b) => b.setAttribute("aria-selected", String(b.textContent === name)));
    };
    const copy = h("button", { type: "button", onclick: async () => { await navigator.clipboard.writeText(shown); announce(t("copied")); copy.textContent = t("copied"); } }, t("copy"));
    open("JSON");
    return h("section", { class: "panel" }, h("h2", {}, t("answerAndCode")), h("div", { class: "tabs", role: "tablist" }, buttons), pre, h("div", { class: "zoom" }, copy));
  }

  return { element, dispose: () => { removeEventListener("paste", onPaste); running?.abort(); release(picture); } };
}

/** Indented, with long Base64 texts cut: nobody reads them, and they would stop the page. */
function pretty(text) {
  return JSON.stringify(JSON.parse(text), (_, value) => (typeof value === "string" && value.length > 400 ? `${value.slice(0, 60)}… (${value.length})` : value), 2)
    .replace(/\[\s+(-?\d+),\s+(-?\d+)\s+\]/g, "[$1, $2]");
}
