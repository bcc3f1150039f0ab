import type katex from 'katex';

export type Katex = typeof katex;

let loading: Promise<Katex | null> | undefined;
let loaded: Katex | null | undefined;

/** What `loadKatex` came to; undefined while it has not. */
export const loadedKatex = (): Katex | null | undefined => loaded;

/**
 * KaTeX and its style sheet, loaded once and only when the first equation is shown. Null if they cannot be loaded:
 * equations then stay plain text.
 */
export const loadKatex = (): Promise<Katex | null> => {
  loading ??= Promise.all([import('katex'), import('katex/dist/katex.min.css')])
    .then(([module]) => module.default)
    .catch(() => null)
    .then((katex) => {
      loaded = katex;
      return katex;
    });
  return loading;
};
