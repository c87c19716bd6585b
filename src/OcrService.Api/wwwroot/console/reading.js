// What an answer says, in one shape for all APIs: rows of text with place and confidence, and what belongs beside them.

/** { rows: [{ name, text, confidence, quad, children }], portrait, portraitQuad, adjusted, mrz: [{ line, checks }] } */
export function understand(result) {
  if (Array.isArray(result.words_block_list)) {
    const rows = result.words_block_list.map((b, i) => ({ name: String(i + 1), text: b.words, confidence: b.confidence, quad: b.location, extra: fonts(b) }));
    for (const [name, value] of flat(result.extracted_data ?? {})) rows.push({ name, text: String(value) });
    return { rows, mrz: [] };
  }

  const quads = result.text_location ?? {};
  const confidence = result.confidence ?? {};
  const rows = [];
  const known = new Set(["confidence", "text_location", "portrait_image", "portrait_location", "adjusted_image"]);
  for (const [name, value] of flat(result, known)) {
    const text = Array.isArray(value) ? value.map((v) => (typeof v === "object" ? JSON.stringify(v) : v)).join(", ") : String(value);
    const leaf = name.split(".").pop();
    rows.push({ name, text, confidence: confidence[name] ?? confidence[leaf], quad: quad(quads[name] ?? quads[leaf]) });
  }

  return {
    rows,
    portrait: result.portrait_image || null,
    portraitQuad: quad(result.portrait_location),
    adjusted: result.adjusted_image || null,
    mrz: zone(result),
  };
}

function fonts(block) {
  return block.font_list ? block.font_list.map((f, i) => `${f} ${Math.round(100 * (block.font_scores?.[i] ?? 0))} %`).join(", ") : null;
}

function* flat(value, skip = new Set(), prefix = "") {
  for (const [name, inner] of Object.entries(value)) {
    if (prefix === "" && skip.has(name)) continue;
    if (inner !== null && typeof inner === "object" && !Array.isArray(inner)) yield* flat(inner, skip, `${prefix}${name}.`);
    else yield [prefix + name, inner];
  }
}

function quad(points) {
  return Array.isArray(points) && points.length === 4 ? points : null;
}

function zone(result) {
  return Object.keys(result).filter((k) => /^machine_code\d?$/.test(k) && typeof result[k] === "string" && result[k].length > 0).sort()
    .flatMap((k) => result[k].split(/\s+/)).map((line, i, all) => ({ line, checks: checksOf(line, i, all) }));
}

// Check digits of ICAO Doc 9303 parts 4 to 6: [from, to) and the place of the digit.
const CHECKED = {
  "44:1": [["number", 0, 9, 9], ["birth", 13, 19, 19], ["expiry", 21, 27, 27], ["optional", 28, 42, 42]],
  "36:1": [["number", 0, 9, 9], ["birth", 13, 19, 19], ["expiry", 21, 27, 27]],
  "30:0": [["number", 5, 14, 14]],
  "30:1": [["birth", 0, 6, 6], ["expiry", 8, 14, 14]],
};

function checksOf(line, index) {
  return (CHECKED[`${line.length}:${index}`] ?? []).map(([name, from, to, at]) => ({ name, isRight: digit(line.slice(from, to)) === line[at] || (line[at] === "<" && /^<+$/.test(line.slice(from, to))) }));
}

function digit(text) {
  const weights = [7, 3, 1];
  const sum = [...text].reduce((total, c, i) => total + weights[i % 3] * (c === "<" ? 0 : /\d/.test(c) ? Number(c) : c.charCodeAt(0) - 55), 0);
  return String(sum % 10);
}
