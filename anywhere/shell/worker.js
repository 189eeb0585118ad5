// Python, and the application in it: a request comes as a message and goes back as one. One at a time, in their order.
import { loadPyodide } from "./{{pyodide}}pyodide.mjs";
import { Slots, mountSlots } from "./{{files.js}}";

const HOME = "/home/onward";
const RUNTIME = "{{pyodide}}";
const here = new URL("./", self.location);
const say = (told, moved) => self.postMessage(told, moved ?? []);
const network = self.fetch.bind(self);
let python = null, door = null, slots = null;

async function load(name) { // kept beside what the service worker keeps, so that it is downloaded once
  const kept = await self.caches?.open("onward").catch(() => null), address = new URL(name, here);
  const found = (await kept?.match(address)) ?? await network(address);
  if (!found.ok) throw new Error(`${name} can’t be had (${found.status}).`);
  if (kept) await kept.put(address, found.clone()).catch(() => {});
  const bytes = new Uint8Array(await found.arrayBuffer());
  say({ loaded: bytes.length });
  if (!name.endsWith(".gz") || bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes; // a host may have unpacked it
  return new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer());
}

self.fetch = async (what, how) => { // what Pyodide asks for: the one is packed, and the type is what it is, whatever a host says
  const name = String(what?.url ?? what).split("/").pop();
  if (name === "pyodide.asm.wasm") return new Response(await load(`${RUNTIME}${name}.gz`), { headers: { "Content-Type": "application/wasm" } });
  return name === "python_stdlib.zip" ? new Response(await load(RUNTIME + name)) : network(what, how);
};

function unpack(FS, bytes, place) { // a zip whose files aren't compressed
  const view = new DataView(bytes.buffer, bytes.byteOffset), text = new TextDecoder();
  let end = bytes.length - 22;
  while (view.getUint32(end, true) !== 0x06054b50) end--;
  const made = new Set();
  for (let left = view.getUint16(end + 10, true), at = view.getUint32(end + 16, true); left > 0; left--) {
    const size = view.getUint32(at + 24, true), named = view.getUint16(at + 28, true), start = view.getUint32(at + 42, true);
    const path = `${place}/${text.decode(bytes.subarray(at + 46, at + 46 + named))}`, folder = path.slice(0, path.lastIndexOf("/"));
    const data = start + 30 + view.getUint16(start + 26, true) + view.getUint16(start + 28, true);
    if (!made.has(folder)) { FS.mkdirTree(folder); made.add(folder); }
    FS.createDataFile(path, null, bytes.subarray(data, data + size), true, true, true);
    at += 46 + named + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
}

async function open({ prefix, env }) {
  const packed = load("{{python}}");
  python = await loadPyodide({
    indexURL: new URL(RUNTIME, here).href, lockFileContents: {{lock}},
    checkAPIVersion: false, env: { HOME: "/home", ONWARD_HOME: HOME, ONWARD_PREFIX: prefix, ONWARD_STATIC: "{{static}}",
      DJANGO_ALLOW_ASYNC_UNSAFE: "1", DJANGO_SETTINGS_MODULE: "onward_app.anywhere.settings", PYTHONDONTWRITEBYTECODE: "1", ...env },
  });
  let keeps = "";
  try {
    slots = await Slots.open(await navigator.storage.getDirectory());
    mountSlots(python.FS, slots, HOME);
  } catch (trouble) {
    keeps = trouble.name; // a private window, or a browser without it: in memory, and it is said
    python.FS.mkdirTree(HOME);
  }
  unpack(python.FS, await packed, "/lib/onward");
  door = python.runPython(`
import sys
sys.path.insert(0, "/lib/onward")
from onward_app.anywhere.door import answer, back_up, open_house
from pyodide.ffi import to_js
def ask(method, address, headers, body):
    if not method:
        return back_up()
    status, sent, whole = answer(method, address, headers.to_py(), body.to_bytes())
    return to_js([status, [list(pair) for pair in sent], whole])
ask`);
  python.runPython("open_house()");
  await slots?.makeSpare();
  say({ ready: true, forgets: keeps });
}

async function answer({ id, method, address, headers, body }) {
  const [status, sent, whole] = door(method, address, headers ?? {}, new Uint8Array(body ?? 0));
  await slots?.makeSpare();
  say({ id, status, headers: sent, body: whole.buffer }, [whole.buffer]);
}

let saved = "";
function backUp() { // once a day, when nothing else waits
  const day = new Date().toDateString();
  if (saved === day || !slots) return;
  saved = day;
  const said = door("", "", {}, new Uint8Array(0));
  if (said) console.warn(said);
}

let queue = Promise.resolve();
self.onmessage = ({ data }) => {
  queue = queue.then(() => (data.id ? answer(data) : open(data))).catch((trouble) => say({ id: data.id, trouble: String(trouble.message ?? trouble) }));
  if (data.method === "POST") queue = queue.then(backUp).catch((trouble) => console.warn(String(trouble)));
};
