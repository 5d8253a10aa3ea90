// Removes what waited on this device to be sent, and the visits that were put on it; Clear-Site-Data does it too, but
// only over https.
indexedDB.deleteDatabase('toolbox');
indexedDB.deleteDatabase('visits');
forgetPages();

async function forgetPages() {
  if ('caches' in window) for (const name of await caches.keys()) await caches.delete(name);
  if (!('serviceWorker' in navigator)) return;
  for (const one of await navigator.serviceWorker.getRegistrations()) await one.unregister();
}
