import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { expect, test } from 'vitest';
import { violations } from './rules.ts';

const root = join(import.meta.dirname, '../..');

function sources(): Map<string, string> {
  const entries = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(
    paths.map((path) => [relative(root, path).split(sep).join('/'), readFileSync(path, 'utf8')]),
  );
}

/** The violations of a few made-up files. */
const planted = (files: Record<string, string>) => violations(new Map(Object.entries(files)));

// Every source is read: on a machine that does other things meanwhile that may take its time.
test('imports point one way, without cycles, and the engine is pure', { timeout: 60_000 }, () => {
  const files = sources();
  expect(files.size).toBeGreaterThan(0);
  expect(violations(files)).toEqual([]);
});

test('an import from above is refused, and the message says why the direction exists', () => {
  const [first, ...rest] = planted({
    'src/engine/run.ts': `import { show } from '../views/show';`,
    'src/views/show.tsx': 'export const show = 1;',
  });
  expect(first).toContain('src/engine/run.ts imports src/views/show.tsx: engine may not import from views');
  expect(first).toContain('so that the numbers can be tested');
  expect(rest).toEqual([]);
});

test.each([
  ['a type', `import type { Show } from '../views/show.ts';`],
  ['a re-export', `export * from '../views/show.ts';`],
  ['a lazy import', `export const load = () => import('../views/show.ts');`],
  ['the type of a lazy import', `export type Show = import('../views/show.ts').Show;`],
  ['a side effect', `import '../views/show.ts';`],
  ['a worker', `export const url = new URL('../views/show.ts', import.meta.url);`],
])('%s from above counts too', (_, text) => {
  const found = planted({ 'src/store/state.ts': text, 'src/views/show.ts': 'export type Show = 1;' });
  expect(found).toHaveLength(1);
  expect(found[0]).toContain('store may not import from views');
});

test('siblings stay apart where the direction names no order', () => {
  const found = planted({
    'src/tasks/echo.ts': `import '../layout/columns';`,
    'src/layout/columns.ts': '',
    'src/player/clock.ts': `import '../lessons/first';`,
    'src/lessons/first.ts': '',
    'src/messages/en.ts': `import '../notation/tex';`,
    'src/notation/tex.ts': '',
  });
  expect(found.map((sentence) => sentence.split('. ')[0])).toEqual([
    'src/tasks/echo.ts imports src/layout/columns.ts: tasks may not import from layout',
    'src/player/clock.ts imports src/lessons/first.ts: player may not import from lessons',
    'src/messages/en.ts imports src/notation/tex.ts: messages may not import from notation',
  ]);
});

test('what points downward, stays in its layer, or is a test is let through', () => {
  const found = planted({
    'src/main.tsx': `import './app/App'; import './engine/plan';`,
    'src/app/App.tsx': `import '../views/network/Node'; import './theme.css';`,
    'src/views/network/Node.tsx': `import { store } from '../../store'; import 'react'; document.title;`,
    'src/store/index.ts': `import type { Plan } from '../engine/plan'; import { label } from '../notation/label';`,
    'src/notation/label.ts': `import '../messages';`,
    'src/messages/index.ts': `import './en/shell';`,
    'src/messages/en/shell.ts': '',
    'src/engine/plan.ts': '',
    'src/engine/plan.test.ts': `import { test } from 'vitest'; import '../tasks/echo'; performance.now();`,
    'src/tasks/echo.ts': '',
  });
  expect(found).toEqual([]);
});

test.each([
  ['document.title', 'document'],
  ['export const seed = () => Math.random();', 'Math.random'],
  ['export const { random } = Math;', 'Math'],
  ['export const now = new Date();', 'Date'],
  ['export const t = performance.now();', 'performance'],
  ['export const f = (window: number) => window; window.close();', 'window'],
])('the engine may not reach for the world: %s', (text, name) => {
  const found = planted({ 'src/engine/bad.ts': text });
  expect(found).toHaveLength(1);
  expect(found[0]).toContain(`src/engine/bad.ts uses ${name}`);
  expect(found[0]).toContain('The engine knows no DOM');
});

test('the engine imports no package', () => {
  expect(planted({ 'src/engine/bad.ts': `import { sum } from 'd3';` })[0]).toContain(
    'imports d3. The engine',
  );
  expect(planted({ 'src/engine/bad.ts': `import 'node:fs';` })[0]).toContain('imports node:fs');
});

test('a name of its own that is also a global is no reach for the world', () => {
  const text = `
    type Cut = { window: number; document?: string };
    export function cut(window: number, { document }: Cut) { return [window, document, { Date: 1 }.Date]; }
    export const half = ({ window }: Cut) => Math.floor(window / 2);
  `;
  expect(planted({ 'src/engine/cut.ts': text })).toEqual([]);
});

test('files that import each other are refused, types excepted', () => {
  const found = planted({
    'src/engine/a.ts': `import { b } from './b';`,
    'src/engine/b.ts': `import { c } from './c';`,
    'src/engine/c.ts': `import { a } from './a';`,
    'src/engine/d.ts': `import type { E } from './e';`,
    'src/engine/e.ts': `import type { D } from './d';`,
  });
  expect(found).toHaveLength(1);
  expect(found[0]).toContain(
    'Import cycle: src/engine/a.ts → src/engine/b.ts → src/engine/c.ts → src/engine/a.ts',
  );
});

test('a folder without a place in the direction is refused', () => {
  expect(planted({ 'src/utils/misc.ts': '' })[0]).toContain('src/utils is not a layer');
});

test('a file that cannot be parsed is reported, not passed over', () => {
  expect(planted({ 'src/engine/bad.ts': 'export const = 1' })[0]).toContain('cannot be read');
});

test.each([
  ['taken apart', 'const { chart } = messages;'],
  ['handed on', 'write(messages);'],
  ['looked up in', `write(messages['chart']);`],
  ['passed on', 'const all = { ...messages };'],
])('messages %s are refused: they would be loaded as a whole', (_, use) => {
  const found = planted({ 'src/views/Chart.tsx': `import { messages } from '../messages';\n${use}` });
  expect(found).toHaveLength(1);
  expect(found[0]).toContain('src/views/Chart.tsx uses messages as a whole');
});

test('messages by area are let through', () => {
  const use =
    'const text = messages.chart; type Text = typeof messages.chart; write(messages.chart.title, text);';
  expect(planted({ 'src/views/Chart.tsx': `import { messages } from '../messages';\n${use}` })).toEqual([]);
});
