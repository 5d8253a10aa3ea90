// Gives the page of one visit without network, once its coach put it on this device. It keeps that page and what it is
// made of, nothing else; a page that the server no longer gives this browser is not kept.

const worker = /** @type {any} */ (self);
const page = new URL(worker.registration.scope).pathname;
const cacheName = `visit ${page}`;
const parts = ['style', 'script', 'font', 'image', 'manifest'];

worker.addEventListener('install', () => worker.skipWaiting());
worker.addEventListener('activate', (/** @type {any} */ event) => event.waitUntil(worker.clients.claim()));
worker.addEventListener('fetch', (/** @type {any} */ event) => {
  /** @type {Request} */
  const request = event.request;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) return;
  if (request.mode === 'navigate' ? pathname === page : parts.includes(request.destination))
    event.respondWith(fromNetworkOrKept(request, pathname));
});

/** The network first; a line that says nothing for a while is no line. @param {Request} request @param {string} pathname */
async function fromNetworkOrKept(request, pathname) {
  const cache = (await caches.has(cacheName)) ? await caches.open(cacheName) : null;
  const kept = await cache?.match(pathname);
  const asked = fetch(request).then(async (response) => {
    if (cache && pathname === page) await renew(cache, response.clone());
    return response;
  });
  if (!kept) return asked;
  return Promise.race([asked.catch(() => kept), after(patience).then(() => kept)]);
}

const patience = 4000;
const after = (/** @type {number} */ ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** @param {Cache} cache @param {Response} response */
async function renew(cache, response) {
  if (response.status === 404) await caches.delete(cacheName);
  else if (response.ok && !response.redirected) await cache.put(page, response);
}
