// Builds elements without markup strings: what comes from outside can only ever be text.

export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  set(element, attributes);
  element.append(...children.flat().filter((c) => c !== null && c !== undefined && c !== false));
  return element;
}

export function svg(tag, attributes = {}, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value !== null && value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}

function set(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, value);
  }
}

export function labelled(text, input) {
  return h("label", {}, text, input);
}

export function checkbox(text, attributes = {}) {
  const input = h("input", { type: "checkbox", ...attributes });
  return { input, label: h("label", { class: "check" }, input, h("span", {}, text)) };
}

export function table(heads, rows) {
  return h("div", { class: "scroll" }, h("table", {},
    h("thead", {}, h("tr", {}, heads.map((head) => h("th", { scope: "col", class: head.number ? "number" : null }, head.text ?? head)))),
    h("tbody", {}, rows)));
}

export function cells(heads, values) {
  return values.map((value, i) => h("td", { class: heads[i]?.number ? "number" : null }, value ?? ""));
}

export function announce(text) {
  document.getElementById("announce").textContent = text;
}
