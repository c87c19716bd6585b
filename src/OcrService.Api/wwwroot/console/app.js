import { announce, h } from "./dom.js";
import { language, languages, setLanguage, t } from "./texts.js";
import { session, signOut, switchProject } from "./session.js";
import { signInView } from "./views/signin.js";
import { tryView } from "./views/try.js";
import { usageView } from "./views/usage.js";
import { accessView } from "./views/access.js";

const views = { try: tryView, usage: usageView, access: accessView };
const view = document.getElementById("view");
let leave = null;

function current() {
  const name = location.hash.slice(1).split("/")[0];
  return name in views ? name : "try";
}

function paintHeader() {
  document.documentElement.lang = language();
  document.title = t("title");
  const skip = document.getElementById("skip");
  skip.textContent = t("skip");
  skip.onclick = (event) => { event.preventDefault(); view.focus(); };
  document.getElementById("menu").replaceChildren(...(session.isOpen ? Object.keys(views).map((name) =>
    h("a", { href: `${location.pathname}#${name}`, "aria-current": name === current() ? "page" : null }, t(`menu.${name}`))) : []));

  const choose = h("select", { "aria-label": t("language"), onchange: (e) => { setLanguage(e.target.value); paint(); } },
    languages.map(([code, name]) => h("option", { value: code, selected: code === language() }, name)));
  const parts = [h("label", {}, choose)];
  if (session.isOpen) {
    const project = h("select", { "aria-label": t("project"), onchange: async (e) => { await switchProject(e.target.value); paint(); } },
      session.projects.map((p) => h("option", { value: p.id, selected: p.id === session.project.id }, p.name)));
    parts.unshift(h("label", {}, project), h("span", {}, `${session.user.domain} / ${session.user.name}`));
    parts.push(h("button", { onclick: () => { signOut(); paint(); } }, t("signOut")));
  }
  document.getElementById("session").replaceChildren(...parts);
}

export function paint() {
  leave?.();
  leave = null;
  paintHeader();
  if (!session.isOpen) {
    view.replaceChildren(signInView(paint));
    view.querySelector("input")?.focus();
    return;
  }
  const { element, dispose } = views[current()]({ repaint: paint });
  leave = dispose;
  view.replaceChildren(element);
  announce(t(`menu.${current()}`));
}

addEventListener("hashchange", paint);
paint();
