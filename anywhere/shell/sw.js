// Keeps the program, so that it opens without a connection. It holds nothing of what anybody writes. Build /*BUILD*/.
const FILES = [/*FILES*/], scope = new URL(self.registration.scope), path = scope.pathname;
const own = path === "/" ? "onward" : `onward${encodeURIComponent(path)}`; // as own.js has it
const PAGE = `${own}-page-/*BUILD*/`;
const BESIDE = ["onward.json", "fingerprint.txt"]; // the host's; not there is as good
const address = (name) => new URL(name, scope).href;
const nameOf = (url) => url.pathname.slice(path.length);
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

async function activate() { // once no tab of the version before is open
  const program = await caches.open(own);
  for (const request of await program.keys()) if (!isFile(new URL(request.url))) await program.delete(request);
  const pages = (await caches.keys()).filter((name) => name.startsWith(`${own}-page-`) && name !== PAGE);
  for (const name of pages) await caches.delete(name);
  await self.clients.claim();
}

async function answer(request, url) {
  const name = nameOf(url), page = await caches.open(PAGE), isOpened = request.mode === "navigate";
  if (request.method === "POST") return name === "share" ? take(request) : fetch(request);
  if (isOpened && (!name || name === "index.html")) return (await page.match(address("index.html"))) ?? fetch(request);
  const at = encodeURIComponent(url.pathname + url.search);
  if (isOpened && !isFile(url)) return Response.redirect(address(`?at=${at}`));
  return (await (await caches.open(own)).match(url.href)) ?? (await page.match(url.href)) ?? fetch(request);
}

async function take(request) { // shared from another app: a text, or a letter as a file
  const told = await request.formData(), file = told.getAll("letter").find((one) => one.size);
  const words = ["title", "text", "url"].map((name) => told.get(name)).filter(Boolean).join("\n");
  await (await caches.open(`${own}-shared`)).put("text", new Response(file ? await file.text() : words));
  return Response.redirect(address("?shared=1"), 303);
}

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));
self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  const isOurs = url.origin === scope.origin && url.pathname.startsWith(path);
  if (isOurs) event.respondWith(answer(event.request, url));
});
