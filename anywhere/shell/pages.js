// Pages: what the worker answers is written in this document's place, under its own address. Links, forms and Back lead
// here.
import { endScripts } from "./{{left.js}}";
import { base, own } from "./{{own.js}}";
import { ask, head, isFile, isPage, kept } from "./{{talk.js}}";

export let shown = null; // the address of the page that is there
let latest = 0, busy = false;

export async function go(url, request = {}, how = "push") {
  const mine = ++latest;
  busy = true;
  document.documentElement.setAttribute("aria-busy", "true");
  try {
    const answer = await ask(url, request);
    if (request.method === "POST") noteWriting(url, answer);
    if (mine < latest) return;
    const type = head(answer, "content-type"), isSaved = head(answer, "content-disposition").startsWith("attachment");
    if (isSaved || !type.startsWith("text/html")) await save(answer, type);
    else show(answer.at, new TextDecoder().decode(answer.body), how);
  } catch (trouble) {
    say(trouble.message);
  } finally {
    busy = false;
    document.documentElement.removeAttribute("aria-busy");
  }
}

function noteWriting(url, answer) {
  const name = url.pathname.slice(base.pathname.length), now = String(Date.now());
  kept((store) => store.getItem(`${own}:since`) ?? store.setItem(`${own}:since`, now));
  if (name === "start/no/" && answer.at.pathname !== url.pathname) kept((store) => store.removeItem(`${own}:first`));
  if (name === "data/out/" && answer.status === 200) kept((store) => store.setItem(`${own}:copy`, now));
}

function show(at, html, how) {
  const isNew = how === "push" && at.href !== location.href;
  if (how !== "stay") history[isNew ? "pushState" : "replaceState"]({}, "", at);
  shown = at;
  window.dispatchEvent(new Event("pagehide")); // as when it is left: its script lets go of the microphone
  endScripts();
  document.open();
  document.write(html.replace(/<(audio|video|source|img)\b([^>]*?)\ssrc="(\/[^"]+)"/g, (whole, tag, more, src) =>
    (isFile(new URL(src, base)) ? whole : `<${tag}${more} data-onward-src="${src}"`)));
  document.close();
  listen();
  for (const one of document.querySelectorAll("[data-onward-src]")) fill(one);
  const target = at.hash && document.getElementById(decodeURIComponent(at.hash.slice(1)));
  if (target) target.scrollIntoView();
  else window.scrollTo(0, history.state?.y ?? 0);
  document.querySelector("[autofocus]")?.focus();
  window.onwardShown = (window.onwardShown ?? 0) + 1; // a page is there: for whoever waits for it
}

async function fill(one) { // a recording: it is no file of the host's
  const answer = await ask(new URL(one.dataset.onwardSrc.replaceAll("&amp;", "&"), base));
  one.src = URL.createObjectURL(new Blob([answer.body], { type: head(answer, "content-type") }));
}

async function save(answer, type) { // through the system's share sheet on a phone, else as a download
  const name = /filename="?([^";]+)/.exec(head(answer, "content-disposition"))?.[1] ?? "onward";
  const files = [new File([answer.body], name, { type })];
  if (matchMedia("(pointer: coarse)").matches && navigator.canShare?.({ files })) {
    try { return await navigator.share({ files }); } catch (trouble) { if (trouble.name === "AbortError") return null; }
  }
  const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(files[0]), download: name });
  document.body.append(link);
  link.click();
  return link.remove();
}

function listen() { // anew for each page, because each takes the place of the one before, and of who listened there
  document.addEventListener("click", onClick);
  document.addEventListener("submit", onSubmit);
  window.addEventListener("popstate", onBack);
}

function onClick(event) {
  if (event.target.closest?.("[data-ask-to-keep]")) return askToKeep(event.target.closest("p"));
  const link = event.target.closest?.("a[href]");
  const isOther = event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
  if (!link || event.defaultPrevented || isOther || "anew" in link.dataset) return null; // to or from the example
  const url = new URL(link.href, location.href);
  if (!isPage(url) || (url.hash && isHere(url))) return null;
  event.preventDefault();
  return leave(url);
}

function onSubmit(event) {
  const { target: form, submitter } = event;
  const told = (name) => submitter?.getAttribute(`form${name}`) ?? form.getAttribute(name);
  const url = new URL(told("action") ?? "", location.href), method = (told("method") ?? "get").toUpperCase();
  if (event.defaultPrevented || !isPage(url)) return;
  event.preventDefault();
  if (busy) return; // pressed twice
  const data = new FormData(form, submitter);
  if (method === "GET") url.search = new URLSearchParams(data);
  leave(url, method === "GET" ? {} : { method, body: data });
}

function leave(url, request) {
  history.replaceState({ y: scrollY }, "");
  return go(url, request);
}

const isHere = (url) => url.pathname + url.search === shown.pathname + shown.search;

function onBack() {
  const url = new URL(location.href);
  if (!isHere(url)) go(url, {}, "stay"); // else only to another place on this page
}

async function askToKeep(line) {
  line.textContent = (await navigator.storage.persist()) ? line.dataset.yes : line.dataset.no;
}

export function say(text) {
  const found = document.getElementById("said"), said = found ?? document.createElement("p");
  if (!found) document.querySelector("main")?.append(Object.assign(said, { id: "said" }));
  said.setAttribute("role", "alert");
  said.textContent = text;
}
