/** The theme in force: the one chosen, else the system's. */
import type { State } from './state';

const KEY = 'unrolled.theme';

const isTheme = (value: unknown): value is State['theme'] =>
  value === 'system' || value === 'light' || value === 'dark';

/** The choice made earlier on this machine. Storage may be forbidden; then nothing was chosen. */
export function rememberedTheme(): State['theme'] {
  try {
    const value: unknown = globalThis.localStorage?.getItem(KEY);
    return isTheme(value) ? value : 'system';
  } catch {
    return 'system';
  }
}

export function rememberTheme(theme: State['theme']): void {
  try {
    globalThis.localStorage?.setItem(KEY, theme);
  } catch {
    // Storage is forbidden or full: the choice then lasts as long as the page.
  }
}

const darkSystem = (): MediaQueryList | undefined => globalThis.matchMedia?.('(prefers-color-scheme: dark)');

export const isSystemDark = (): boolean => darkSystem()?.matches ?? false;

/** Calls back whenever the system's theme changes, until the returned function is called. */
export function onSystemTheme(callback: () => void): () => void {
  const query = darkSystem();
  query?.addEventListener('change', callback);
  return () => query?.removeEventListener('change', callback);
}
