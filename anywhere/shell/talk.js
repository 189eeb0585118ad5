// Between the pages and Python: each request goes to the worker, and its answer comes back under the same number.
import { answerWhileHere } from "./{{left.js}}";
import { base, own } from "./{{own.js}}";

const network = window.fetch.bind(window);
const worker = new Worker(new URL("{{worker.js}}", base), { type: "module" });
const waiting = new Map();
const FILE = /^(static-|pyodide-|fingerprint|sw\.js|onward\.json|[\w.]+-[0-9a-f]{12}\.)/;
const isMine = (key) => key.startsWith(`${own}:`) || /^onward:(keys|remind)/.test(key); // the pages’ script keeps these
const WEEK = 7 * 864e5;
const LARGE = 4e6; // bytes of a file that isn't held in memory: the worker reads it in slices, where it is
export const isExample = new URLSearchParams(location.search).has("example"); // in memory, beside one's own search
let turn = 0, forgets = false, isCleared = false, isBroken = false, asleep = null;

export const isFile = (url) => FILE.test(url.pathname.slice(base.pathname.length));
export const isPage = (url) =>
  url.origin === base.origin && url.pathname.startsWith(base.pathname) && !isFile(url);
export const head = (answer, name) => answer.headers.find(([one]) => one.toLowerCase() === name)?.[1] ?? "";

export function kept(work) { // with what the browser keeps for this address, if it keeps anything of this search
  if (isExample) return null;
  try { return work(localStorage); } catch { return null; }
}

export function wake({ progress, ready, trouble }) { // Python is started; until it is there, this is told how far it is
  const clock = kept((store) => store.getItem(`${own}:clock`)); // as ONWARD_CLOCK
  asleep = { progress, ready, trouble };
  if (isBroken) worker.onerror();
  worker.postMessage({ prefix: base.pathname.replace(/\/$/, ""), clock, example: isExample });
}

worker.onmessage = ({ data }) => {
  if (data.id) {
    const { done, fail } = waiting.get(data.id);
    waiting.delete(data.id);
    if (data.trouble) fail(new Error(`That didn’t work, and nothing half done is kept. (${data.trouble})`));
    else done(data);
  } else if (data.loaded) asleep.progress(data.loaded);
  else if (data.ready) {
    forgets = data.forgets;
    isCleared = data.isNew && Boolean(kept((store) => store.getItem(`${own}:since`))); // there was something once
    asleep.ready();
  } else asleep.trouble(data.trouble, data);
};

worker.onerror = () => {
  isBroken = true; // it may be known before anybody waits
  asleep?.trouble("a part of the program can’t be loaded", { missing: true });
};

async function findKeeping() { // how well it is kept; the page says what follows from it
  if (isExample) return "";
  if (forgets) return "nothing";
  if (isCleared) return "cleared";
  if (!navigator.serviceWorker?.controller) return "tab";
  const [since, copied] = ["since", "copy"].map((name) => kept((store) => store.getItem(`${own}:${name}`)));
  if (!since) return "";
  if (Date.now() - (copied ?? since) > WEEK) return "old";
  if (navigator.vendor.startsWith("Apple") && !matchMedia("(display-mode: standalone)").matches) return "week";
  if (navigator.storage?.persist && !(await navigator.storage.persisted())) return "unasked";
  return copied ? "" : "uncopied";
}

function packForm(form) { // as RFC 7578 has it, by hand: WebKit can't read a file back out of a form it has packed
  const files = [];
  const border = `onward-${crypto.randomUUID()}`, parts = [];
  const quote = (name) => name.replace(/\r\n?|\n/g, "%0D%0A").replaceAll('"', "%22");
  for (const [name, value] of form) {
    parts.push(`--${border}\r\nContent-Disposition: form-data; name="${quote(name)}"`);
    if (value instanceof File) {
      const large = value.size > LARGE && files.push(value), what = large ? String(large - 1) : value;
      const type = large ? "application/x-onward-handed" : value.type || "application/octet-stream";
      parts.push(`; filename="${quote(value.name)}"\r\nContent-Type: ${type}\r\n\r\n`, what, "\r\n");
    } else parts.push("\r\n\r\n", value.replace(/\r\n?|\n/g, "\r\n"), "\r\n");
  }
  return [`multipart/form-data; boundary=${border}`, new Blob([...parts, `--${border}--\r\n`]), files];
}

export async function ask(url, { method = "GET", body = null } = {}) {
  const headers = { "Accept-Language": navigator.languages.join(","), "User-Agent": navigator.userAgent };
  headers["Onward-Kept"] = await findKeeping();
  let bytes = null, files = [];
  if (body !== null) {
    const [type, packed, large] = body instanceof FormData ? packForm(body) : [null, new Response(body)];
    headers["Content-Type"] = type ?? packed.headers.get("Content-Type");
    bytes = await packed.arrayBuffer();
    files = large ?? [];
  }
  const id = ++turn, address = url.pathname + url.search;
  const answer = await new Promise((done, fail) => {
    waiting.set(id, { done, fail });
    worker.postMessage({ id, method, address, headers, body: bytes, files }, bytes ? [bytes] : []);
  });
  if (head(answer, "clear-site-data") && !isExample) { // everything was deleted: what forms keep here goes as well
    kept((store) => Object.keys(store).filter(isMine).forEach((key) => store.removeItem(key)));
    sessionStorage.clear();
  }
  return { ...answer, at: new URL(answer.at, base) };
}

window.fetch = async (what, how = {}) => { // what a page's own script asks for
  const url = new URL(what?.url ?? what, location.href);
  if (!isPage(url)) return network(what, how);
  const answer = await answerWhileHere(ask(url, how));
  return new Response(answer.body, { status: answer.status, headers: answer.headers });
};
