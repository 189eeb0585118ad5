// Python, and the application in it: a request comes as a message and goes back as one. One at a time, in their order.
import { loadPyodide } from "./{{pyodide}}pyodide.mjs";
import { own } from "./{{own.js}}";
import { Slots, mountSlots } from "./{{files.js}}";

const HOME = "/home/onward", CODE = "/lib/onward", EXAMPLE = `${CODE}/onward_app/examples`, RUNTIME = "{{pyodide}}";
const here = new URL("./", self.location);
const PICTURE = new URL("picture-{{python}}", here), HEAD = new URL(`${PICTURE}-head`);
const WASM = new URL(`${RUNTIME}pyodide.asm.wasm`, here);
const say = (told, moved) => self.postMessage(told, moved ?? []);
const network = self.fetch.bind(self);
let FS = null, house = null, slots = null;

const openCache = (name) => self.caches?.open(name).catch(() => null);

async function load(name) { // kept beside what the service worker keeps, so that it is downloaded once
  const kept = await openCache(own), address = new URL(name, here);
  const found = (await kept?.match(address)) ?? await network(address);
  if (!found.ok) throw Object.assign(new Error(`${name} can’t be had: ${found.status}`), { missing: true });
  await kept?.put(address, found.clone()).catch(() => {});
  const bytes = new Uint8Array(await found.arrayBuffer());
  say({ loaded: bytes.length });
  if (!name.endsWith(".gz") || bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes; // a host may have unpacked it
  const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(unpacked).arrayBuffer());
}

async function loadWasm() { // unpacked once; the type is what it is, whatever a host says
  const ready = await openCache(`${own}-ready`), found = await ready?.match(WASM);
  if (found) return found;
  const headers = { "Content-Type": "application/wasm" };
  const made = new Response(await load(`${RUNTIME}pyodide.asm.wasm.gz`), { headers });
  await ready?.put(WASM, made.clone()).catch(() => {});
  return made;
}

self.fetch = async (what, how) => { // what Pyodide asks for
  const name = String(what?.url ?? what).split("/").pop();
  if (name === "pyodide.asm.wasm") return loadWasm();
  return name === "python_stdlib.zip" ? new Response(await load(`${RUNTIME}${name}.gz`)) : network(what, how);
};

function unpack(FS, bytes) { // the length of a list, the list of names and lengths, then the files one after another
  const from = 4 + new DataView(bytes.buffer).getUint32(0, true);
  let at = from;
  for (const [path, size] of JSON.parse(new TextDecoder().decode(bytes.subarray(4, from)))) {
    const place = `${CODE}/${path}`;
    FS.mkdirTree(place.slice(0, place.lastIndexOf("/")));
    FS.createDataFile(place, null, bytes.subarray(at, at + size), true, true, true);
    at += size;
  }
}

// A picture of Python's memory with all of it imported, taken before anything of the person's is opened: the next start
// begins there. It goes straight to its place, so that it isn't held twice; Pyodide only gets to see its head.
async function restore(settings, picture) {
  const { default: create } = await import(`./${RUNTIME}pyodide.asm.mjs`), module = await create(settings);
  const size = Number(picture.headers.get("Onward-Size")), reader = picture.body.getReader();
  for (let left = 32; left && module.HEAP8.length < size; left--) module._malloc(size >> 4); // only to make it as large
  for (let at = 0, chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    module.HEAP8.set(chunk.value, at);
    at += chunk.value.length;
  }
  return module;
}

async function keepPicture(ready, whole) { // its head last: without one it isn't used
  const from = new DataView(whole.buffer).getUint32(4, true), body = whole.subarray(from);
  for (const old of await ready.keys()) if (old.url !== WASM.href) await ready.delete(old);
  await ready.put(PICTURE, new Response(body, { headers: { "Onward-Size": body.length } }));
  await ready.put(HEAD, new Response(whole.slice(0, from)));
}

async function begin(options, code) {
  const ready = await openCache(`${own}-ready`), head = await ready?.match(HEAD), picture = await ready?.match(PICTURE);
  if (head && picture) {
    try {
      const _loadSnapshot = await head.arrayBuffer(), createPyodideModule = (settings) => restore(settings, picture);
      const python = await loadPyodide({ ...options, _loadSnapshot, createPyodideModule });
      unpack(python.FS, await code);
      return python;
    } catch (trouble) { console.warn(`It starts anew. (${trouble})`); }
  }
  const python = await loadPyodide({ ...options, _makeSnapshot: true });
  unpack(python.FS, await code);
  python.runPython(`import sys; sys.path.insert(0, "${CODE}")`);
  python.pyimport("onward_app.anywhere.house").warm_up();
  if (ready) await keepPicture(ready, python.makeMemorySnapshot()).catch(() => {});
  return python;
}

async function openOwn(python) { // what is kept in this browser
  const isThere = self.FileSystemFileHandle?.prototype.createSyncAccessHandle;
  const root = isThere && (await navigator.storage?.getDirectory?.().catch(() => null));
  if (!root) return false; // a private window, or a browser without it: in memory, and it is said
  try {
    slots = await Slots.open(root, own);
  } catch (trouble) { // it may be there, so nothing begins in its place
    throw new Error(`What is kept here can’t be opened just now: ${trouble.message}. Nothing of it was changed.`);
  }
  mountSlots(python.FS, slots, HOME);
  return true;
}

async function open({ prefix, clock, example }) {
  const read = (name) => network(new URL(name, here)).then((found) => (found.ok ? found.text() : "")).catch(() => "");
  const code = load("{{python}}"), host = read("onward.json"), fingerprint = read("fingerprint.txt");
  const python = await begin({
    indexURL: new URL(RUNTIME, here).href, lockFileContents: {{lock}}, checkAPIVersion: false,
    env: {
      HOME: "/home", ONWARD_HOME: HOME, ONWARD_PREFIX: prefix, ONWARD_STATIC: "{{static}}",
      DJANGO_ALLOW_ASYNC_UNSAFE: "1", DJANGO_SETTINGS_MODULE: "onward_app.anywhere.settings",
      PYTHONDONTWRITEBYTECODE: "1",
    },
  }, code);
  FS = python.FS;
  readInSlices(FS);
  if (example) {
    python.FS.mkdirTree(EXAMPLE);
    python.FS.writeFile(`${EXAMPLE}/mailbox.mbox`, await load("{{example}}"));
  }
  const isKept = !example && (await openOwn(python));
  if (!isKept) python.FS.mkdirTree(HOME);
  house = python.pyimport("onward_app.anywhere.house");
  try {
    house.open_house(clock ?? "", await host, await fingerprint, example);
  } catch (trouble) { throw Object.assign(trouble, { stuck: true }); } // the version before may open it
  await slots?.makeSpare();
  say({ ready: true, forgets: !isKept, isNew: slots?.isNew });
}

let waste = null;
// What reads a slice lies there until the browser looks for what nobody needs, and within one long request it doesn't
// look by itself: of 2 GB that was more than half. Something large to forget with each slice makes it look.
function readInSlices(FS) {
  const { stream_ops: ops } = FS.filesystems.WORKERFS, read = ops.read;
  ops.read = (...told) => {
    waste = new Array(250_000).fill(0);
    return read(...told);
  };
}

function mountHanded(files) { // each under its name in a folder of its own, read from where it is
  for (const [number, file] of files.entries()) {
    const name = file.name.replaceAll(/[^\w.\- ]/g, "_").slice(-120), place = `/handed/${number}`;
    FS.mkdirTree(place);
    FS.mount(FS.filesystems.WORKERFS, { blobs: [{ name, data: file }] }, place);
  }
  return () => files.forEach((_, number) => FS.unmount(`/handed/${number}`));
}

async function answer({ id, method, address, headers, body, files }) {
  const letGo = mountHanded(files);
  let told;
  try { told = house.ask(method, address, headers, new Uint8Array(body ?? 0)); } finally { letGo(); }
  const [status, at, sent, whole] = told;
  await slots?.makeSpare();
  say({ id, status, at, headers: sent, body: whole.buffer }, [whole.buffer]);
}

let saved = "";
function backUp() { // once a day, when nothing else waits
  const day = new Date().toDateString();
  if (saved === day || !slots) return;
  saved = day;
  const said = house.back_up();
  if (said) console.warn(said);
}

// What Python says last is what it means; before that it says by which way it came.
const shorten = (message) => String(message).trim().split("\n").pop().replace(/^[\w.]+: /, "");

let queue = Promise.resolve();
self.onmessage = ({ data }) => {
  const fail = ({ message, missing, stuck }) => say({ id: data.id, trouble: shorten(message), missing, stuck });
  queue = queue.then(() => (data.id ? answer(data) : open(data))).catch(fail);
  if (data.method === "POST") queue = queue.then(backUp).catch((trouble) => console.warn(String(trouble)));
};
