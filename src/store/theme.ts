/** The theme in force: the one chosen, else the system's. */
import { recall } from './remembered';
import type { State } from './state';

/** The choice made earlier on this machine. */
export function rememberedTheme(): State['theme'] {
  const value = recall('theme');
  return value === 'light' || value === 'dark' ? value : 'system';
}

const darkSystem = (): MediaQueryList | undefined => globalThis.matchMedia?.('(prefers-color-scheme: dark)');

export const isSystemDark = (): boolean => darkSystem()?.matches ?? false;

/** Calls back whenever the system's theme changes, until the returned function is called. */
export function onSystemTheme(callback: () => void): () => void {
  const query = darkSystem();
  query?.addEventListener('change', callback);
  return () => query?.removeEventListener('change', callback);
}
