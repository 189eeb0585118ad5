// The start: the page with the box stands there already; Python comes behind it, and takes over when nothing is being
// written.
import { base, own } from "./{{own.js}}";
import { isExample, wake } from "./{{talk.js}}";
import { go, say, shown } from "./{{pages.js}}";

const ALL = {{loaded}}; // bytes
const OLD = "This browser is too old to run Onward; one of the last three years can. What you write above is kept.";
const box = document.getElementById("what");
const told = new URLSearchParams(location.search);
let loaded = 0;

function progress(text) {
  const said = document.getElementById("said");
  if (said && !shown) said.textContent = text;
}

function onLoaded(bytes) {
  loaded += bytes;
  const part = Math.min(99, Math.round((100 * loaded) / ALL));
  progress(`The rest is coming: ${part} of 100. You can write meanwhile.`);
}

function onReady() {
  keepProgram();
  const isWriting = !isExample && (box.value.trim() || document.activeElement === box);
  if (!isWriting) return go(new URL(told.get("at") ?? base.pathname, base), {}, "replace");
  progress("The rest is here.");
  const on = document.getElementById("on");
  on.hidden = false;
  on.addEventListener("click", handOver);
  return null;
}

function handOver() {
  if (!box.value.trim()) return go(base, {}, "replace");
  const text = JSON.stringify({ text: box.value });
  try { sessionStorage.setItem("onward:start-no", text); } catch { /* it stands in the box still */ }
  return go(new URL("start/no/", base), {}, "replace");
}

async function keepProgram() { // only now: what was loaded is kept already, so nothing is downloaded twice
  try {
    await navigator.serviceWorker?.register(new URL("sw.js", base), { scope: base.pathname });
    (await navigator.serviceWorker?.ready)?.active.postMessage({ opened: import.meta.url });
  } catch { /* a private window: it is said on each page */ }
}

async function forgetProgram() { // an old page may ask for files that its host has no more: the next start asks anew
  await (await navigator.serviceWorker?.getRegistration(base))?.unregister();
}

async function takeShared() { // what another app shared with this one
  const shared = told.has("shared") && (await (await caches.open(`${own}-shared`)).match("text"));
  if (!shared) return;
  box.value = await shared.text();
  await caches.delete(`${own}-shared`);
  history.replaceState({}, "", base);
}

async function start() {
  if (typeof WebAssembly !== "object" || typeof DecompressionStream !== "function") return say(OLD);
  await takeShared();
  const trouble = (what, { missing, stuck }) => {
    if (missing) forgetProgram();
    if (stuck) navigator.serviceWorker?.controller?.postMessage({ back: true });
    const then = missing ? " Open this address again in a while." : stuck ? " Open this address again." : "";
    say(`Onward can’t run here. (${what}) What you wrote is kept.${then}`);
  };
  return wake({ progress: onLoaded, ready: onReady, trouble });
}

// One tab at a time: the others say which one is open, and go on when it is closed.
const forever = () => { start(); return new Promise(() => {}); };

function waitForOther() {
  const other = new BroadcastChannel(own);
  const say = (title) => progress(`Onward is open in another tab${title}. Close that one, and it goes on here.`);
  other.onmessage = ({ data }) => data.title && say(`, at “${data.title}”`);
  say("");
  other.postMessage({ who: true });
  navigator.locks.request(own, forever);
}

if (navigator.locks) {
  navigator.locks.request(own, { ifAvailable: true }, (lock) => lock && forever()).then(waitForOther);
  new BroadcastChannel(own).onmessage = ({ data, target }) => {
    if (data.who && shown) target.postMessage({ title: document.title });
  };
} else start();
