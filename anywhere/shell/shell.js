// The shell: pages come from a worker instead of a server. Links, forms, downloads and Back are handed to it, and what it answers is
// written in this document's place, under its own address.
const base = new URL("./", import.meta.url), network = window.fetch.bind(window);
const worker = new Worker(new URL("{{worker.js}}", base), { type: "module" });
const waiting = new Map();
const ALL = 11.5e6; // bytes, about
let turn = 0, latest = 0, busy = false, shown = null, forgets = "", loaded = 0, host = null, fingerprint = "";

const inside = (url) => url.origin === base.origin && url.pathname.startsWith(base.pathname) && !isFile(url);
const isFile = (url) => /^(static-|pyodide-|fingerprint|sw\.js|onward\.json|[\w.]+-[0-9a-f]{12}\.)/.test(url.pathname.slice(base.pathname.length));
const head = (answer, name) => answer.headers.find(([one]) => one.toLowerCase() === name)?.[1] ?? "";
const kept = { get: (key) => { try { return localStorage.getItem(key); } catch { return null; } },
  set: (key, value) => { try { localStorage.setItem(key, value); } catch { /* nothing is kept here, and it is said */ } },
  drop: (key) => { try { localStorage.removeItem(key); } catch { /* as above */ } } };

// Asking

function post(told) {
  const id = ++turn;
  return new Promise((done, fail) => { waiting.set(id, { done, fail }); worker.postMessage({ ...told, id }, told.body ? [told.body] : []); });
}

async function ask(url, { method = "GET", body = null } = {}) {
  const packed = body === null ? null : new Response(body), headers = { "Accept-Language": navigator.languages.join(","), "User-Agent": navigator.userAgent };
  if (packed) headers["Content-Type"] = packed.headers.get("Content-Type");
  let answer = await post({ method, address: url.pathname + url.search, headers, body: packed && (await packed.arrayBuffer()) }), at = url;
  for (let left = 9; left && [301, 302, 303].includes(answer.status); left--) {
    if (head(answer, "clear-site-data")) forget();
    at = new URL(head(answer, "location"), at);
    delete headers["Content-Type"];
    answer = await post({ method: "GET", address: at.pathname + at.search, headers });
  }
  return { ...answer, at };
}

function forget() { // everything was deleted: what forms keep in this browser goes as well
  try { sessionStorage.clear(); localStorage.clear(); } catch { /* there was nothing */ }
}

window.fetch = async (what, how = {}) => {
  const url = new URL(what?.url ?? what, location.href);
  if (!inside(url)) return network(what, how);
  const answer = await ask(url, how);
  return new Response(answer.body, { status: answer.status, headers: answer.headers });
};

// Showing

async function go(url, request = {}, how = "push") {
  const mine = ++latest;
  busy = true;
  document.documentElement.setAttribute("aria-busy", "true");
  try {
    const answer = await ask(url, request);
    if (request.method === "POST") await wrote(url, answer);
    if (mine < latest) return;
    const type = head(answer, "content-type");
    if (head(answer, "content-disposition").startsWith("attachment") || !type.startsWith("text/html")) await save(answer, type);
    else show(answer.at, new TextDecoder().decode(answer.body), how);
  } catch (trouble) {
    say(trouble.message);
  } finally {
    busy = false;
    document.documentElement.removeAttribute("aria-busy");
  }
}

async function wrote(url, answer) {
  if (!kept.get("onward:since")) kept.set("onward:since", String(Date.now()));
  if (url.pathname === `${base.pathname}start/no/` && answer.at.pathname !== url.pathname) kept.drop("onward:first");
  if (url.pathname === `${base.pathname}data/out/` && answer.status === 200) kept.set("onward:copy", String(Date.now()));
}

function show(at, html, how) {
  if (how !== "stay") history[how === "push" && at.href !== location.href ? "pushState" : "replaceState"]({}, "", at);
  shown = at;
  document.open();
  document.write(html.replace(/<(audio|video|source|img)\b([^>]*?)\ssrc="(\/[^"]+)"/g, (whole, tag, more, src) =>
    (isFile(new URL(src, base)) ? whole : `<${tag}${more} data-onward-src="${src}"`)));
  document.close();
  listen();
  for (const one of document.querySelectorAll("[data-onward-src]")) fill(one);
  const target = at.hash && document.getElementById(decodeURIComponent(at.hash.slice(1)));
  if (target) target.scrollIntoView(); else window.scrollTo(0, history.state?.y ?? 0);
  document.querySelector("[autofocus]")?.focus();
  note();
  window.onwardShown = (window.onwardShown ?? 0) + 1; // a page is there: for whoever waits for it
}

async function fill(one) { // a recording: it is no file of the host's
  const answer = await ask(new URL(one.dataset.onwardSrc.replaceAll("&amp;", "&"), base));
  one.src = URL.createObjectURL(new Blob([answer.body], { type: head(answer, "content-type") }));
}

async function save(answer, type) {
  const name = /filename="?([^";]+)/.exec(head(answer, "content-disposition"))?.[1] ?? "onward", file = new File([answer.body], name, { type });
  if (matchMedia("(pointer: coarse)").matches && navigator.canShare?.({ files: [file] })) {
    try { await navigator.share({ files: [file] }); return; } catch (trouble) { if (trouble.name === "AbortError") return; }
  }
  const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(file), download: name });
  document.body.append(link);
  link.click();
  link.remove();
}

// Listening: anew for each page, because each takes the place of the document before

function listen() {
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href]");
    if (!link || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const url = new URL(link.href, location.href);
    if (!inside(url) || (url.hash && url.pathname + url.search === location.pathname + location.search)) return;
    event.preventDefault();
    history.replaceState({ y: scrollY }, "");
    go(url);
  });
  document.addEventListener("submit", (event) => {
    const { target: form, submitter } = event;
    const action = new URL(submitter?.getAttribute("formaction") ?? form.getAttribute("action") ?? "", location.href);
    if (event.defaultPrevented || !inside(action)) return;
    event.preventDefault();
    if (busy) return; // pressed twice
    const data = new FormData(form, submitter), method = (submitter?.getAttribute("formmethod") ?? form.getAttribute("method") ?? "get").toUpperCase();
    history.replaceState({ y: scrollY }, "");
    if (method === "GET") { action.search = new URLSearchParams(data); go(action); } else go(action, { method, body: data });
  });
  window.addEventListener("popstate", () => {
    const url = new URL(location.href);
    if (shown && url.pathname + url.search === shown.pathname + shown.search) return; // only to another place on this page
    go(url, {}, "stay");
  });
}

function say(text) {
  const said = document.getElementById("said") ?? document.querySelector("main")?.appendChild(Object.assign(document.createElement("p"), { id: "said" }));
  if (said) { said.setAttribute("role", "alert"); said.textContent = text; }
}

function element(tag, told = {}, ...inside) {
  const made = Object.assign(document.createElement(tag), told);
  made.append(...inside);
  return made;
}

// One quiet line above the foot of each page, and the host's card

async function note() {
  const foot = document.querySelector("footer.foot");
  if (!foot) return;
  const line = await findNote();
  if (line.length) foot.before(element("p", { className: "soft", id: "kept-here" }, ...line));
  if (host?.name && shown.pathname === `${base.pathname}talk/`) foot.before(card());
}

async function findNote() {
  const copy = () => element("a", { href: `${base.pathname}data/` }, "Save a copy");
  if (forgets) return ["This window keeps nothing: it is a private one, or this browser has no place for it. Close it, and all of it is gone. ", copy(), " first."];
  if (!navigator.serviceWorker?.controller) return ["It works here until this tab is closed; after that it has to be downloaded again. What you wrote stays."];
  const since = Number(kept.get("onward:copy") ?? kept.get("onward:since") ?? Date.now());
  if (Date.now() - since > 7 * 864e5) return ["There is no copy of this week yet, and a browser may clear what isn’t used. ", copy(), "."];
  if (!kept.get("onward:since") || !navigator.storage?.persist || (await navigator.storage.persisted())) return [];
  const button = element("button", { type: "button", className: "plain" }, "Ask it to keep this");
  button.addEventListener("click", async () => {
    button.parentNode.replaceChildren((await navigator.storage.persist()) ? "It is kept until you clear it yourself." : "Your browser made no promise. A copy does: ", copy());
  });
  return ["When space is short, your browser may clear what you wrote here, unless it is asked not to. ", button];
}

function card() {
  const way = [];
  if (host.telephone) way.push(element("p", {}, element("a", { href: `tel:${String(host.telephone).replace(/[^+\d]/g, "")}` }, String(host.telephone))));
  if (host.address) way.push(element("p", {}, String(host.address)));
  return element("section", { className: "card" }, element("h2", {}, String(host.name)), ...way, element("p", { className: "soft small" },
    `What you write stays in this browser. Whoever runs this address chooses the program; its fingerprint is ${fingerprint.slice(0, 16)}.`));
}

// Starting

worker.onmessage = ({ data }) => {
  if (data.id) {
    const { done, fail } = waiting.get(data.id) ?? {};
    waiting.delete(data.id);
    if (data.trouble) fail?.(new Error(`That didn’t work, and nothing half done is kept. (${data.trouble})`)); else done?.(data);
  } else if (data.loaded) {
    loaded += data.loaded;
    progress(`The rest is coming: ${Math.min(99, Math.round((100 * loaded) / ALL))} of 100. You can write meanwhile.`);
  } else if (data.ready) { forgets = data.forgets; ready(); } else if (data.trouble) say(`Onward can’t run here. (${data.trouble}) What you wrote above is kept.`);
};

function progress(text) {
  const said = document.getElementById("said");
  if (said && !shown) said.textContent = text;
}

async function ready() {
  const wanted = new URLSearchParams(location.search).get("at"), box = document.getElementById("what"), on = document.getElementById("on");
  keepProgram();
  if (!box.value.trim() && document.activeElement !== box) return go(new URL(wanted ?? base.pathname, base), {}, "replace");
  progress("The rest is here.");
  on.hidden = false;
  on.addEventListener("click", () => {
    if (!box.value.trim()) return go(base, {}, "replace");
    try { sessionStorage.setItem("onward:start-no", JSON.stringify({ text: box.value })); } catch { /* it stands in the box still */ }
    return go(new URL("start/no/", base), {}, "replace");
  });
}

async function keepProgram() { // only now: what was loaded is kept already, so nothing is downloaded twice
  try {
    await navigator.serviceWorker?.register(new URL("sw.js", base), { scope: base.pathname });
  } catch { /* a private window: it is said on each page */ }
}

async function meetHost() {
  const get = (name, read) => network(new URL(name, base)).then((found) => (found.ok ? found[read]() : null)).catch(() => null);
  [host, fingerprint] = [await get("onward.json", "json"), ((await get("fingerprint.txt", "text")) ?? "").trim()];
}

async function takeShared() { // what another app shared with this one
  const shared = new URLSearchParams(location.search).has("shared") && (await (await caches.open("onward-shared")).match("text"));
  if (!shared) return;
  document.getElementById("what").value = await shared.text();
  await caches.delete("onward-shared");
  history.replaceState({}, "", base);
}

async function start() {
  if (typeof WebAssembly !== "object" || typeof DecompressionStream !== "function") return say("This browser is too old to run Onward. What you write above is kept here; any browser of the last three years can.");
  await takeShared();
  meetHost();
  const clock = kept.get("onward:clock"); // as ONWARD_CLOCK
  worker.postMessage({ prefix: base.pathname.replace(/\/$/, ""), env: clock ? { ONWARD_CLOCK: clock } : {} });
  return null;
}

if (!navigator.locks) start();
else {
  navigator.locks.request("onward", { ifAvailable: true }, (lock) => lock && (start(), new Promise(() => {}))).then(() => {
    const other = new BroadcastChannel("onward");
    other.onmessage = ({ data }) => data.title && progress(`Onward is open in another tab, at “${data.title}”. Close that one, and it goes on here.`);
    progress("Onward is open in another tab. Close that one, and it goes on here.");
    other.postMessage({ who: true });
    navigator.locks.request("onward", () => { start(); return new Promise(() => {}); });
  });
  new BroadcastChannel("onward").onmessage = (event) => { if (event.data.who && shown) event.target.postMessage({ title: document.title }); };
}
