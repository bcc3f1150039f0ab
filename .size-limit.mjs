import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.env.UNROLLED_DIST ?? 'dist';
const page = readFileSync(join(folder, 'index.html'), 'utf8');

/** What the page names is loaded before anything is shown: its scripts and the chunks they import at once. */
const initial = [...page.matchAll(/<(?:script|link)\b[^>]*\b(?:src|href)="\.\/([^"]+\.js)"/g)].map(
  ([, file]) => join(folder, file),
);
if (initial.length === 0) throw new Error(`${folder}/index.html names no script`);

// The second is the promise, the first what is reached: whoever goes beyond it says why, and loads later what can wait.
export default [
  { name: 'JavaScript before the first paint', path: initial, limit: '118 kB', gzip: true },
  { name: 'JavaScript before the first paint, at the most', path: initial, limit: '130 KiB', gzip: true },
];
