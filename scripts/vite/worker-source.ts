/**
 * The text of the service worker.
 *
 * Files in `assets/` carry a hash in their name and never change: from the cache first. The page and everything
 * else may change under the same name: from the network first, and from the cache when there is none. Servers that vary
 * their answers by the asking origin give every origin the same file: a copy is one whoever asked for it.
 *
 * @param version names the cache; another version's caches are deleted when this one takes over
 * @param files addresses relative to the worker, `./` for the page, all fetched when it is installed
 */
export function workerSource(version: string, files: readonly string[]): string {
  return `const prefix = 'unrolled-' + self.registration.scope + '-';
const cacheName = prefix + ${JSON.stringify(version)};
const files = ${JSON.stringify(files)};
const assets = new URL('assets/', self.registration.scope).href;
const page = self.registration.scope;

self.addEventListener('install', (event) => {
  const fresh = files.map((file) => new Request(new URL(file, self.registration.scope), { cache: 'no-cache' }));
  event.waitUntil(caches.open(cacheName).then((cache) => cache.addAll(fresh)).then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => {
  const stale = (name) => name.startsWith(prefix) && name !== cacheName;
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter(stale).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

async function fromCacheFirst(request) {
  const cache = await caches.open(cacheName);
  return (await cache.match(request, { ignoreVary: true })) ?? fetch(request);
}

async function fromNetworkFirst(request) {
  const cache = await caches.open(cacheName);
  try {
    return await fetch(request);
  } catch (error) {
    const kept = await cache.match(request.mode === 'navigate' ? page : request, { ignoreSearch: true, ignoreVary: true });
    if (kept) return kept;
    throw error;
  }
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || !request.url.startsWith(self.registration.scope)) return;
  event.respondWith(request.url.startsWith(assets) ? fromCacheFirst(request) : fromNetworkFirst(request));
});
`;
}
