import { cells, h, labelled, table } from "../dom.js";
import { amount, count, day, hour, t, told } from "../texts.js";
import { manage, raw, session } from "../session.js";
import { catalogue } from "../catalogue.js";
import { bars } from "../chart.js";

const SPANS = { day: ["hour", 24 * 3600e3], week: ["day", 7 * 24 * 3600e3], month: ["day", 31 * 24 * 3600e3] };
const LENGTH = { hour: 3600e3, day: 24 * 3600e3 };

/** Calls over time, packages, the statement, the calculator. */
export function usageView() {
  const calls = h("section", { class: "panel" });
  const packages = h("section", { class: "panel" });
  const statement = h("section", { class: "panel" });
  const calculator = h("section", { class: "panel" });
  const element = h("div", {}, h("h1", {}, t("menu.usage")), calls, statement, h("div", { class: "columns" }, packages, calculator));
  paintCalls("day", "api");
  paintPackages();
  paintStatement(new Date().toISOString().slice(0, 7));
  paintCalculator();
  return { element };

  async function paintCalls(span, by) {
    const [step, length] = SPANS[span];
    const to = new Date((Math.floor(Date.now() / LENGTH[step]) + 1) * LENGTH[step]);
    const from = new Date(+to - length);
    const spans = h("select", { onchange: (e) => paintCalls(e.target.value, by) }, Object.keys(SPANS).map((s) => h("option", { value: s, selected: s === span }, t(`span.${s}`))));
    const groups = h("select", { onchange: (e) => paintCalls(span, e.target.value) }, ["api", "outcome"].map((g) => h("option", { value: g, selected: g === by }, t(`by.${g}`))));
    const head = [h("h2", {}, t("calls")), h("div", { class: "row" }, labelled(t("period"), spans), labelled(t("groupBy"), groups))];
    await fill(calls, head, async () => {
      const usage = await manage("GET", `usage?from=${from.toISOString()}&to=${to.toISOString()}&step=${step}`);
      const steps = Array.from({ length: length / LENGTH[step] }, (_, i) => new Date(+from + i * LENGTH[step]));
      const sum = (select) => usage.points.reduce((total, p) => total + select(p), 0);
      const success = (p) => p.free + p.packaged + p.pay_per_use;
      const figures = [[t("all"), count(sum((p) => p.calls))], [t("billable"), count(sum(success))], [t("failed"), count(sum((p) => p.calls - success(p)))],
        [t("free"), count(sum((p) => p.free))], [t("packaged"), count(sum((p) => p.packaged))], [t("payPerUse"), count(sum((p) => p.pay_per_use))], [t("charged"), amount(sum((p) => p.amount), usage.currency)]];
      const heads = [t("api"), t("outcome"), { text: t("calls"), number: true }, { text: t("billable"), number: true }];
      const groups = Map.groupBy(usage.points, (p) => `${p.api} ${p.outcome}`);
      return [
        h("dl", { class: "figures" }, figures.map(([name, value]) => h("div", {}, h("dt", {}, name), h("dd", {}, value)))),
        bars(usage.points.map((p) => ({ time: new Date(p.start), series: p[by], value: p.calls })), steps, step === "hour" ? hour : day, t("callsChart")),
        table(heads, [...groups].map(([key, points]) => h("tr", {}, cells(heads, [...key.split(" "), count(points.reduce((s, p) => s + p.calls, 0)), count(points.reduce((s, p) => s + success(p), 0))])))),
      ];
    });
  }

  async function paintPackages() {
    await fill(packages, [h("h2", {}, t("packages"))], async () => {
      const list = (await manage("GET", "packages")).packages;
      const heads = [t("api"), t("used"), t("expires"), t("status")];
      const rows = list.map((p) => {
        const row = h("tr", {}, cells(heads, [p.api === "*" ? t("allApis") : p.api, "", day(new Date(p.expires_at)), t(`package.${p.status}`)]));
        row.children[1].append(h("meter", { min: 0, max: p.quota, value: p.used, "aria-label": t("used") }), h("div", { class: "quiet" }, `${count(p.used)} / ${count(p.quota)}`));
        return row;
      });
      return [rows.length ? table(heads, rows) : h("p", { class: "quiet" }, t("noPackages")), session.isOperator ? await newPackage() : null];
    });
  }

  async function newPackage() {
    const apis = await catalogue();
    const api = h("select", {}, h("option", { value: "*" }, t("allApis")), apis.map((a) => h("option", {}, a.name)));
    const quota = h("input", { type: "number", min: 1, value: 1000, required: true });
    const period = h("select", {}, h("option", { value: "month" }, t("span.month")), h("option", { value: "year" }, t("span.year")));
    const price = h("input", { type: "number", min: 0, step: "0.01", value: 0 });
    const fault = h("p", { class: "bad", role: "alert" });
    return h("form", {
      onsubmit: async (e) => {
        e.preventDefault();
        try {
          await manage("POST", "packages", { api: api.value, quota: Number(quota.value), period: period.value, price: Number(price.value) });
          paintPackages();
        } catch (error) {
          fault.textContent = told(error);
        }
      },
    }, h("h2", {}, t("newPackage")), h("div", { class: "row" }, labelled(t("api"), api), labelled(t("quota"), quota), labelled(t("period"), period), labelled(t("price"), price),
      h("button", { type: "submit" }, t("give"))), fault);
  }

  async function paintStatement(month) {
    const choose = h("input", { type: "month", value: month, max: new Date().toISOString().slice(0, 7), onchange: (e) => e.target.value && paintStatement(e.target.value) });
    await fill(statement, [h("h2", {}, t("statement")), h("div", { class: "row" }, labelled(t("span.month"), choose))], async () => {
      const bill = await manage("GET", `statements/${month}`);
      const heads = [t("api"), { text: t("billable"), number: true }, { text: t("failed"), number: true }, { text: t("free"), number: true }, { text: t("packaged"), number: true }, { text: t("payPerUse"), number: true }, { text: t("amount"), number: true }];
      return [
        table(heads, bill.lines.map((l) => h("tr", {}, cells(heads, [l.api, count(l.successful), count(l.failed), count(l.free), count(l.packaged), count(l.pay_per_use), amount(l.amount, bill.currency)])))),
        h("p", {}, `${t("packagesBought")}: ${amount(bill.packages_amount, bill.currency)}. `, h("strong", {}, `${t("total")}: ${amount(bill.total, bill.currency)}`)),
        h("div", { class: "row" },
          h("button", { type: "button", onclick: () => download(`statements/${month}?format=csv`, `statement-${month}.csv`) }, t("downloadCsv")),
          h("button", { type: "button", onclick: () => download(`statements/${month}`, `statement-${month}.json`) }, t("downloadJson"))),
      ];
    });
  }

  async function paintCalculator() {
    await fill(calculator, [h("h2", {}, t("calculator"))], async () => {
      const prices = await manage("GET", "prices");
      const api = h("select", {}, prices.apis.map((a) => h("option", {}, a.api)));
      const calls = h("input", { type: "number", min: 0, value: 10000, required: true });
      const packaged = h("input", { type: "number", min: 0, value: 0, required: true });
      const result = h("p", { role: "status" });
      const steps = h("div", {});
      const paintSteps = () => {
        const price = prices.apis.find((a) => a.api === api.value);
        const heads = [t("upTo"), { text: t("perThousand"), number: true }];
        steps.replaceChildren(h("p", { class: "quiet" }, t("freePerMonth", count(price.free_calls_per_month))),
          price.tiers.length ? table(heads, price.tiers.map((s) => h("tr", {}, cells(heads, [s.up_to === null ? t("beyond") : count(s.up_to), amount(s.price_per_thousand, prices.currency)])))) : h("p", { class: "quiet" }, t("noPrices")));
      };
      api.addEventListener("change", paintSteps);
      paintSteps();
      return [h("form", {
        onsubmit: async (e) => {
          e.preventDefault();
          try {
            const c = await manage("GET", `price-calculation?api=${api.value}&calls=${calls.value}&package=${packaged.value}`);
            result.textContent = t("calculated", count(c.free), count(c.packaged), count(c.pay_per_use), amount(c.amount, c.currency));
          } catch (error) {
            result.textContent = told(error);
          }
        },
      }, h("div", { class: "row" }, labelled(t("api"), api), labelled(t("callsPerMonth"), calls), labelled(t("ofThemPackaged"), packaged), h("button", { type: "submit" }, t("calculate"))), result), steps];
    });
  }
}

/** Shows the head at once, and the rest or the fault when it is known. */
export async function fill(panel, head, make) {
  panel.replaceChildren(...head);
  try {
    panel.append(...(await make()).filter(Boolean));
  } catch (error) {
    panel.append(h("p", { class: "bad", role: "alert" }, told(error)));
  }
}

async function download(path, name) {
  const response = await raw("GET", `../v1/${encodeURIComponent(session.project.id)}/${path}`);
  const link = h("a", { href: URL.createObjectURL(await response.blob()), download: name });
  link.click();
  URL.revokeObjectURL(link.href);
}
