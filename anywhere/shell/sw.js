// Keeps the program, so that it opens without a connection. It holds nothing of what anybody writes. Build /*BUILD*/.
const FILES = [/*FILES*/], PAGE = "onward-page-/*BUILD*/", scope = new URL(self.registration.scope);
const address = (name) => new URL(name, scope).href;
const isFile = (url) => FILES.includes(url.pathname.slice(scope.pathname.length));

self.addEventListener("install", (event) => event.waitUntil((async () => {
  const program = await caches.open("onward"), page = await caches.open(PAGE);
  for (const name of FILES.filter((one) => one !== "index.html")) if (!(await program.match(address(name)))) await program.add(address(name));
  await page.add(new Request(address("index.html"), { cache: "reload" }));
  for (const name of ["onward.json", "fingerprint.txt"]) await page.add(new Request(address(name), { cache: "reload" })).catch(() => {});
})()));

self.addEventListener("activate", (event) => event.waitUntil((async () => { // once no tab of the version before is open
  const program = await caches.open("onward");
  for (const request of await program.keys()) if (!isFile(new URL(request.url))) await program.delete(request);
  for (const name of await caches.keys()) if (name.startsWith("onward-page-") && name !== PAGE) await caches.delete(name);
  await self.clients.claim();
})()));

self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (url.origin === scope.origin && url.pathname.startsWith(scope.pathname)) event.respondWith(answer(event.request, url));
});

async function answer(request, url) {
  const name = url.pathname.slice(scope.pathname.length), page = await caches.open(PAGE);
  if (request.method === "POST") return name === "share" ? take(request) : fetch(request);
  if (["", "index.html"].includes(name) && request.mode === "navigate") return (await page.match(address("index.html"))) ?? fetch(request);
  if (request.mode === "navigate" && !isFile(url)) return Response.redirect(address(`?at=${encodeURIComponent(url.pathname + url.search)}`));
  return (await (await caches.open("onward")).match(url.href)) ?? (await page.match(url.href)) ?? fetch(request);
}

async function take(request) { // shared from another app: a text, or a letter as a file
  const told = await request.formData(), files = told.getAll("letter").filter((one) => one.size);
  const text = files.length ? await files[0].text() : ["title", "text", "url"].map((name) => told.get(name)).filter(Boolean).join("\n");
  await (await caches.open("onward-shared")).put("text", new Response(text));
  return Response.redirect(address("?shared=1"), 303);
}
