import type { Plugin } from 'vite';

/**
 * Drops the .woff and .ttf alternatives from KaTeX's style sheet: every browser the build targets reads woff2, and
 * each dropped address is a file that the build and the offline cache would carry for nobody.
 */
export function katexWoff2Only(): Plugin {
  return {
    name: 'unrolled:katex-woff2-only',
    // Before Vite resolves the addresses and emits the files behind them.
    enforce: 'pre',
    transform: {
      filter: { id: /katex[^?]*\.css(\?|$)/ },
      handler: (css) => css.replace(/,\s*url\([^)]*\.(?:woff|ttf)["']?\)\s*format\(["'][^"']*["']\)/g, ''),
    },
  };
}
