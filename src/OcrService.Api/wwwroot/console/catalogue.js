// The APIs, their switches and their example pictures: all from the service's own API document.

let loaded = null;

/** [{ name, summary, description, operation, options: [{ name, description, kind, choices, absent }], example }] */
export function catalogue() {
  loaded ??= fetch("../swagger/v2/swagger.json").then((r) => r.json()).then((document) =>
    Object.entries(document.paths).map(([path, item]) => api(path, item.post)));
  return loaded;
}

function api(path, operation) {
  const media = operation.requestBody.content["application/json"];
  return {
    name: path.split("/").pop(),
    summary: operation.summary,
    description: operation.description,
    operation: operation.operationId,
    example: media.example.image,
    options: Object.entries(media.schema.properties).filter(([name]) => name !== "image" && name !== "url").map(([name, schema]) => option(name, schema)),
  };
}

function option(name, schema) {
  const kind = schema.type === "boolean" ? "switch" : schema.type === "array" ? "choices" : "choice";
  return { name, description: schema.description, kind, choices: schema.items?.enum ?? schema.enum ?? [], absent: schema.default ?? null };
}
