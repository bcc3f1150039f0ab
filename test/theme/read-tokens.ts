import { readFileSync } from 'node:fs';
import type { Theme } from '../../src/layout/colour';

const source = readFileSync(new URL('../../src/app/tokens.css', import.meta.url), 'utf8').replace(
  /\/\*.*?\*\//gs,
  '',
);

const block = (selector: string): Record<string, string> => {
  const start = source.indexOf(`${selector} {`);
  if (start < 0) throw new Error(`tokens.css has no block ${selector}`);
  const body = source.slice(source.indexOf('{', start) + 1, source.indexOf('}', start));
  return Object.fromEntries(
    [...body.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name, value.trim()]),
  );
};

const light = block(':root');

/** The custom properties of each theme, without their dashes; the dark theme inherits what it doesn't change. */
export const tokens: Readonly<Record<Theme, Readonly<Record<string, string>>>> = {
  light,
  dark: { ...light, ...block(":root[data-theme='dark']") },
};
