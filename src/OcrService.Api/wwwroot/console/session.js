// Who is signed in, and how he calls. The token lives as long as the tab; nothing else is kept.

const KEY = "ocr-console";
let state = JSON.parse(sessionStorage.getItem(KEY) ?? "null");

export const session = {
  get isOpen() { return state !== null; },
  get project() { return state?.project; },
  get projects() { return state?.projects ?? []; },
  get user() { return state?.user; },
  get token() { return state?.token; },
  get isOperator() { return state?.user?.role === "operator"; },
  get isReader() { return state?.user?.role === "read_only"; },
};

/** An answer that is no success, in the words of the service. */
export class Refusal extends Error {
  constructor(status, code, message, requestId) {
    super(message);
    Object.assign(this, { status, code, requestId });
  }
}

export async function signIn(domain, user, password) {
  const identity = { methods: ["password"], password: { user: { name: user, password, domain: { name: domain } } } };
  const domainToken = await issue(identity, { domain: { name: domain } });
  const { projects } = await send("GET", "../v3/auth/projects", undefined, domainToken);
  const first = projects.find((p) => p.enabled) ?? projects[0];
  if (!first) throw new Refusal(403, "", "no project");
  await open(domainToken, first, projects);
}

export async function switchProject(id) {
  await open(state.domainToken, session.projects.find((p) => p.id === id), session.projects);
}

export function signOut() {
  state = null;
  sessionStorage.removeItem(KEY);
}

/** Calls the service's own API for the project. */
export function manage(method, path, body) {
  return send(method, `../v1/${encodeURIComponent(state.project.id)}/${path}`, body);
}

/** Calls any path; answers with the parsed JSON or throws a Refusal. */
export async function send(method, url, body, token = state?.token) {
  const response = await raw(method, url, body === undefined ? undefined : JSON.stringify(body), token);
  const text = await response.text();
  return read(response, text);
}

export async function raw(method, url, body, token = state?.token, signal = undefined) {
  const headers = {};
  if (token) headers["X-Auth-Token"] = token;
  if (body !== undefined) headers["Content-Type"] = "application/json";
  try {
    return await fetch(url, { method, headers, body, signal, cache: "no-store" });
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new Refusal(0, "", "unreachable");
  }
}

export function read(response, text) {
  let json = null;
  try { json = JSON.parse(text); } catch { /* told below */ }
  if (response.ok && json !== null) return json;
  const requestId = response.headers.get("X-Request-Id") ?? "";
  const inner = json?.error;
  if (response.status === 401 && state && /token|Token/.test(json?.error_msg ?? "")) signOut();
  throw new Refusal(response.status, json?.error_code ?? (inner ? String(inner.code) : ""), json?.error_msg ?? inner?.message ?? response.statusText, requestId);
}

async function issue(identity, scope) {
  const response = await raw("POST", "../v3/auth/tokens", JSON.stringify({ auth: { identity, scope } }), null);
  read(response, await response.text());
  return response.headers.get("X-Subject-Token");
}

async function open(domainToken, project, projects) {
  const token = await issue({ methods: ["token"], token: { id: domainToken } }, { project: { id: project.id } });
  const me = await send("GET", `../v1/${encodeURIComponent(project.id)}/me`, undefined, token);
  state = { token, domainToken, project, projects, user: { name: me.user.name, id: me.user.id, domain: me.domain.name, role: me.role } };
  sessionStorage.setItem(KEY, JSON.stringify(state));
}
