// The service worker of the minute book. It keeps the empty shell of the page and the files it
// is made of, never a page with minutes in it, so that typing can go on after a reload without
// the network. The server puts VERSION, SHELL and FILES in front of it (meetings/views/offline.py).
/* global VERSION, SHELL, FILES */
const CACHE = `minute-book-${VERSION}`;
const BOOKS = /^\/meetings\/[^/]+\/(log\/\d+|room)\/$/;
const HASHED = /\.[0-9a-f]{8,}\.\w+$/;
const PATIENCE = 4000; // ms for a page, then the shell

self.addEventListener("install", (event) => {
  // A wire may be cut in the middle of an answer: nothing is kept but what is whole.
  const files = Object.entries(FILES).map(([file, integrity]) => new Request(file, { cache: "no-store", integrity }));
  const fill = async () => {
    const cache = await caches.open(CACHE);
    const shell = await fetch(SHELL, { cache: "no-store" });
    if (!(await shell.clone().text()).trimEnd().endsWith("</html>")) throw new Error("The page was cut off.");
    await cache.put(SHELL, shell);
    await cache.addAll(files);
  };
  event.waitUntil(fill().then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  const tidy = async () => {
    for (const name of await caches.keys()) if (name.startsWith("minute-book-") && name !== CACHE) await caches.delete(name);
    await self.clients.claim();
  };
  event.waitUntil(tidy());
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return;
  if (request.mode === "navigate" && BOOKS.test(pathname)) event.respondWith(page(request));
  else if (pathname in FILES) event.respondWith(file(request));
});

// The page itself, as the server gives it; without the network, or while the server is being
// replaced, the shell.
async function page(request) {
  try {
    const late = new Promise((_, reject) => { setTimeout(reject, PATIENCE); });
    const answer = await Promise.race([fetch(request), late]);
    if (![502, 503, 504].includes(answer.status)) return answer;
  } catch { /* no network */ }
  return (await caches.match(SHELL)) ?? Response.error();
}

// A file with its hash in its name never changes: what is kept is as good as the network's, and at once.
async function file(request) {
  const { pathname } = new URL(request.url);
  const kept = await caches.match(pathname);
  if (kept && HASHED.test(pathname)) return kept;
  try {
    const answer = await fetch(request);
    if (answer.ok) return answer;
  } catch { /* no network */ }
  return kept ?? Response.error();
}
