import { cells, h, labelled, table } from "../dom.js";
import { moment, t, told } from "../texts.js";
import { manage, session } from "../session.js";
import { fill } from "./usage.js";

/** Keys, users, projects, what is enabled, and who changed what. */
export function accessView({ repaint }) {
  const keys = h("section", { class: "panel" });
  const users = h("section", { class: "panel" });
  const projects = h("section", { class: "panel" });
  const subscriptions = h("section", { class: "panel" });
  const domains = h("section", { class: "panel" });
  const audit = h("section", { class: "panel" });
  const parts = [];
  if (!session.isReader) { parts.push(keys, users); paintKeys(); paintUsers(); }
  parts.push(projects, subscriptions);
  paintProjects();
  paintSubscriptions();
  if (session.isOperator) { parts.push(domains, audit); paintDomains(); paintAudit(); }
  return { element: h("div", {}, h("h1", {}, t("menu.access")), parts) };

  async function paintKeys(made) {
    await fill(keys, [h("h2", {}, t("keys"))], async () => {
      const list = (await manage("GET", "keys")).keys;
      const heads = [t("accessKey"), t("description"), t("created"), t("status"), ""];
      const description = h("input", { maxlength: 200 });
      return [
        made ? h("div", { class: "secret", role: "status" }, h("p", {}, h("strong", {}, t("shownOnce"))), h("p", {}, `${t("accessKey")}: `, h("code", {}, made.access)), h("p", {}, `${t("secretKey")}: `, h("code", {}, made.secret))) : null,
        table(heads, list.map((k) => row(heads, [k.access, k.description, moment(k.created_at), k.enabled ? t("enabled") : t("disabled")], [
          [k.enabled ? t("disable") : t("enable"), async () => { await manage("PATCH", `keys/${k.access}`, { enabled: !k.enabled }); paintKeys(); }],
          [t("rotate"), async () => { if (confirm(t("rotateSure"))) paintKeys(await manage("POST", `keys/${k.access}/rotate`)); }],
          [t("remove"), async () => { if (confirm(t("removeSure"))) { await manage("DELETE", `keys/${k.access}`); paintKeys(); } }],
        ]))),
        form([labelled(t("description"), description)], t("newKey"), async () => paintKeys(await manage("POST", "keys", { description: description.value }))),
      ];
    });
  }

  async function paintUsers() {
    await fill(users, [h("h2", {}, t("users"))], async () => {
      const [list, own] = [(await manage("GET", "users")).users, (await manage("GET", "projects")).projects];
      const heads = [t("user"), t("role"), t("project"), t("callsPerMinute"), t("status"), ""];
      const name = h("input", { required: true, maxlength: 64 });
      const password = h("input", { type: "password", minlength: 8, maxlength: 128, required: true, autocomplete: "new-password" });
      const role = h("select", {}, ["full_access", "read_only", ...(session.isOperator ? ["operator"] : [])].map((r) => h("option", { value: r }, t(`role.${r}`))));
      const project = h("select", {}, h("option", { value: "" }, t("allProjects")), own.map((p) => h("option", { value: p.id }, p.name)));
      return [
        table(heads, list.map((u) => row(heads, [u.name, t(`role.${u.role}`), own.find((p) => p.id === u.project_id)?.name ?? t("allProjects"), u.calls_per_minute ?? "", u.enabled ? t("enabled") : t("disabled")], [
          [u.enabled ? t("disable") : t("enable"), async () => { await manage("PATCH", `users/${u.id}`, { enabled: !u.enabled }); paintUsers(); }],
          [t("newPassword"), async () => { const next = prompt(t("newPasswordFor", u.name)); if (next) { await manage("PATCH", `users/${u.id}`, { password: next }); paintUsers(); } }],
        ]))),
        form([labelled(t("user"), name), labelled(t("password"), password), labelled(t("role"), role), labelled(t("project"), project)], t("newUser"), async () => {
          await manage("POST", "users", { name: name.value, password: password.value, role: role.value, project_id: project.value || null });
          paintUsers();
        }),
      ];
    });
  }

  async function paintProjects() {
    await fill(projects, [h("h2", {}, t("projects"))], async () => {
      const list = (await manage("GET", "projects")).projects;
      const heads = [t("project"), t("id"), t("payPerUse"), t("status"), ""];
      const name = h("input", { required: true, maxlength: 64, placeholder: "ap-southeast-1" });
      return [
        table(heads, list.map((p) => row(heads, [p.name, p.id, p.pay_per_use ? t("yes") : t("no"), p.enabled ? t("enabled") : t("disabled")], session.isReader ? [] : [
          [p.pay_per_use ? t("stopPayPerUse") : t("startPayPerUse"), async () => { await manage("PATCH", `projects/${p.id}`, { pay_per_use: !p.pay_per_use }); paintProjects(); }],
        ]))),
        session.isReader ? null : form([labelled(t("project"), name)], t("newProject"), async () => { await manage("POST", "projects", { name: name.value }); repaint(); }),
      ];
    });
  }

  async function paintSubscriptions() {
    await fill(subscriptions, [h("h2", {}, t("subscriptions"))], async () => {
      const list = (await manage("GET", "subscriptions")).subscriptions;
      const heads = [t("api"), t("status"), ""];
      return [table(heads, list.map((s) => row(heads, [s.api, s.enabled ? t("enabled") : t("disabled")], session.isReader ? [] : [
        [s.enabled ? t("disable") : t("enable"), async () => { await manage("PUT", `subscriptions/${s.api}`, { enabled: !s.enabled }); paintSubscriptions(); }],
      ])))];
    });
  }

  async function paintDomains() {
    await fill(domains, [h("h2", {}, t("domains"))], async () => {
      const list = (await manage("GET", "domains")).domains;
      const heads = [t("domain"), t("id"), t("created")];
      const [domain, project, user, password] = ["domain", "project", "user", "password"].map((n) => h("input", { required: true, type: n === "password" ? "password" : "text", autocomplete: "off" }));
      return [
        table(heads, list.map((d) => h("tr", {}, cells(heads, [d.name, d.id, moment(d.created_at)])))),
        form([labelled(t("domain"), domain), labelled(t("project"), project), labelled(t("user"), user), labelled(t("password"), password)], t("newDomain"), async () => {
          await manage("POST", "domains", { domain: domain.value, project: project.value, user: user.value, password: password.value });
          paintDomains();
        }),
      ];
    });
  }

  async function paintAudit(entries = [], before = "") {
    await fill(audit, [h("h2", {}, t("audit"))], async () => {
      const next = (await manage("GET", `audit?count=50${before ? `&before=${before}` : ""}`)).entries;
      const all = [...entries, ...next];
      const heads = [t("when"), t("who"), t("from"), t("what"), t("id"), t("detail")];
      return [
        table(heads, all.map((e) => h("tr", {}, cells(heads, [moment(e.at), e.actor, e.source, e.action, e.subject, e.detail])))),
        next.length === 50 ? h("button", { type: "button", onclick: () => paintAudit(all, all.at(-1).id) }, t("more")) : null,
      ];
    });
  }
}

function row(heads, values, actions) {
  const line = h("tr", {}, cells(heads, values));
  line.append(h("td", {}, actions.map(([text, act]) => h("button", { type: "button", class: "plain", onclick: (e) => attempt(e.target, act) }, text))));
  return line;
}

function form(inputs, text, act) {
  const submit = h("button", { type: "submit" }, text);
  return h("form", { class: "row", onsubmit: (e) => { e.preventDefault(); attempt(submit, act); } }, inputs, submit);
}

async function attempt(button, act) {
  button.disabled = true;
  try {
    await act();
  } catch (error) {
    const panel = button.closest(".panel");
    panel.querySelector("p.fault")?.remove();
    panel.append(h("p", { class: "bad fault", role: "alert" }, told(error)));
  } finally {
    button.disabled = false;
  }
}
