// Bars over time, stacked by series.

import { h, svg } from "./dom.js";

const WIDTH = 900;
const HEIGHT = 256;
const LEFT = 46;
const BOTTOM = 24;

/** points: [{ time: Date, series: string, value: number }] at equal steps. */
export function bars(points, steps, label, describe) {
  const series = [...new Set(points.map((p) => p.series))].sort();
  const totals = steps.map((s) => points.filter((p) => +p.time === +s).reduce((sum, p) => sum + p.value, 0));
  const top = nice(Math.max(1, ...totals));
  const y = (v) => HEIGHT - BOTTOM - (v / top) * (HEIGHT - BOTTOM - 8);
  const slot = (WIDTH - LEFT) / steps.length;
  const drawing = svg("svg", { class: "chart", viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img", "aria-label": describe });
  for (const tick of [0, top / 2, top]) {
    drawing.append(svg("line", { x1: LEFT, x2: WIDTH, y1: y(tick), y2: y(tick) }), text(LEFT - 6, y(tick) + 4, short(tick), "end"));
  }

  steps.forEach((step, i) => {
    let floor = 0;
    series.forEach((name, s) => {
      const value = points.filter((p) => +p.time === +step && p.series === name).reduce((sum, p) => sum + p.value, 0);
      if (value === 0) return;
      const bar = svg("rect", { class: `s${s % 6}`, x: LEFT + i * slot + slot * 0.12, width: slot * 0.76, y: y(floor + value), height: Math.max(1, y(floor) - y(floor + value)) });
      bar.append(svg("title", {}));
      bar.firstChild.textContent = `${label(step)} ${name}: ${value}`;
      drawing.append(bar);
      floor += value;
    });
    if (i % Math.ceil(steps.length / 8) === 0) drawing.append(text(LEFT + (i + 0.5) * slot, HEIGHT - 7, label(step), "middle"));
  });
  return h("div", {}, drawing, h("ul", { class: "legend" }, series.map((name, s) => h("li", { class: `s${s % 6}` }, name))));
}

function text(x, y, content, anchor) {
  const element = svg("text", { x, y, "text-anchor": anchor });
  element.textContent = content;
  return element;
}

function nice(value) {
  const power = 10 ** Math.floor(Math.log10(value));
  return [1, 2, 4, 5, 10].map((m) => m * power).find((v) => v >= value);
}

function short(value) {
  return value >= 1e6 ? `${value / 1e6}M` : value >= 1e4 ? `${value / 1e3}k` : String(value);
}
