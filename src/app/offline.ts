/**
 * Lets the built page be opened again without a network. Only in production: a cache under the dev server would
 * serve yesterday's modules. A refusal (no https, private window) costs the offline copy alone, so it stays silent.
 */
export function keepOffline(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  const register = () => navigator.serviceWorker.register('./sw.js').catch(() => undefined);
  // After the page has loaded, so that filling the cache doesn't compete with the first paint.
  if (document.readyState === 'complete') void register();
  else window.addEventListener('load', register, { once: true });
}
