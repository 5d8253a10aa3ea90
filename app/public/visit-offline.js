// Opening the page of a visit for use without network: only when the coach asks, only this page, and off again.

const path = location.pathname;
const cacheName = `visit ${path}`;

/** Whether this device can, and does, give the page without network. */
export async function isKept() {
  return 'serviceWorker' in navigator && 'caches' in window && (await caches.has(cacheName));
}

export const canKeep = () => 'serviceWorker' in navigator && 'caches' in window;

/** Puts the page and what it is made of on this device. @param {Response} [page] the page as it was just read */
export async function keep(page) {
  await navigator.serviceWorker.register('/visit-worker.js', { scope: path });
  const cache = await caches.open(cacheName);
  const fresh = page ?? (await fetch(path));
  if (!fresh.ok) throw new Error('no page');
  await Promise.all([cache.put(path, fresh), ...shell().map((url) => addOnce(cache, url))]);
}

/** @param {Cache} cache @param {string} url */
async function addOnce(cache, url) {
  // What has its own print in its name never changes.
  if (url.includes('/assets/') && (await cache.match(url))) return;
  await cache.add(url);
}

/** Styles, scripts, fonts and drawings of this page. */
function shell() {
  const found = document.querySelectorAll(
    'link[rel=stylesheet], link[rel=preload], link[rel=icon], link[rel=manifest], script[src]',
  );
  const urls = [...found].map((one) => one.getAttribute('href') ?? one.getAttribute('src') ?? '');
  return [...new Set([...urls, '/visit-box.js', '/visit-offline.js'])].filter((url) => url.startsWith('/'));
}

/** Takes the page off this device. */
export async function drop() {
  if (!canKeep()) return;
  await caches.delete(cacheName);
  const registered = await navigator.serviceWorker.getRegistrations();
  await Promise.all(registered.filter((one) => new URL(one.scope).pathname === path).map((one) => one.unregister()));
}
