// Keeps the program, so that it opens without a connection. It holds nothing of what anybody writes. Build /*BUILD*/.
const FILES = [/*FILES*/], scope = new URL(self.registration.scope), path = scope.pathname;
const own = path === "/" ? "onward" : `onward${encodeURIComponent(path)}`; // as own.js has it
const PAGE = `${own}-page-/*BUILD*/`;
const BESIDE = ["onward.json", "fingerprint.txt"]; // the host's; not there is as good
const address = (name) => new URL(name, scope).href, nameOf = (url) => url.pathname.slice(path.length);
const isFile = (url) => [...FILES, ...BESIDE].includes(nameOf(url));

async function install() {
  const program = await caches.open(own), page = await caches.open(PAGE);
  const fresh = (name) => page.add(new Request(address(name), { cache: "reload" }));
  for (const name of FILES.filter((one) => one !== "index.html")) {
    if (!(await program.match(address(name)))) await program.add(address(name));
  }
  await fresh("index.html");
  for (const name of BESIDE) await fresh(name).catch(() => {});
}

async function told({ opened, back }) { // by a page, which may be one of the version before
  const before = (await caches.keys()).filter((name) => name.startsWith(`${own}-page-`) && name !== PAGE);
  if (back && before.length) return caches.delete(PAGE);
  const isNext = self.registration.installing || self.registration.waiting; // what is there may be the next one's
  if (!before.length || isNext || !opened || !isFile(new URL(opened))) return null;
  const program = await caches.open(own); // this one opened what is kept: nothing of the one before is needed
  for (const request of await program.keys()) if (!isFile(new URL(request.url))) await program.delete(request);
  return Promise.all(before.map((name) => caches.delete(name)));
}

const find = async (page, at) => (await page.match(at)) ?? caches.match(at); // else of the version before

async function answer(request, url) {
  const name = nameOf(url), page = await caches.open(PAGE), isOpened = request.mode === "navigate";
  if (request.method === "POST") return name === "share" ? take(request) : fetch(request);
  if (isOpened && (!name || name === "index.html")) return (await find(page, address("index.html"))) ?? fetch(request);
  const at = encodeURIComponent(url.pathname + url.search);
  if (isOpened && !isFile(url)) return Response.redirect(address(`?at=${at}`));
  return (await (await caches.open(own)).match(url.href)) ?? (await find(page, url.href)) ?? fetch(request);
}

async function take(request) { // shared from another app: a text, or a letter as a file
  const told = await request.formData(), file = told.getAll("letter").find((one) => one.size);
  const words = ["title", "text", "url"].map((name) => told.get(name)).filter(Boolean).join("\n");
  await (await caches.open(`${own}-shared`)).put("text", new Response(file ? await file.text() : words));
  return Response.redirect(address("?shared=1"), 303);
}

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("message", (event) => event.waitUntil(told(event.data)));
self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  const isOurs = url.origin === scope.origin && url.pathname.startsWith(path);
  if (isOurs) event.respondWith(answer(event.request, url));
});
