/** No sentence and no component writes a symbol that courses write differently: it is asked for, see CONTRIBUTING. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { parseSync, Visitor } from 'vite';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');

/** Where letters of courses may stand: the choice among them. */
const exempt = ['src/messages/en/conventions.ts', 'src/views/controls/ConventionsSetUp.tsx'];

const filesIn = (folder: string): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /(?<!\.test)\.tsx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !exempt.includes(path));

/** What a file writes: its texts, pieces of templates, and what stands between tags. */
function textsOf(path: string, source: string): readonly string[] {
  const texts: string[] = [];
  new Visitor({
    Literal: ({ value }) => {
      if (typeof value === 'string') texts.push(value);
    },
    TemplateElement: ({ value }) => void texts.push(value.cooked ?? value.raw),
    JSXText: ({ value }) => void texts.push(value),
  }).visit(parseSync(path, source).program);
  return texts;
}

/** A marker names a cell as the program does; it is written as the convention has it. */
const withoutMarkers = (text: string): string => text.replace(/\{[^{}]*\}/g, '');

/** S, Y, E alone or with an index, δ, and weights by name. */
const symbol = /δ|(?<![\p{L}\d_.:-])([SYEhyL](?![\p{L}'’-])|W[ₛₓ_]|(W[sxy]|b[sx])(?!\p{L}))/u;

/** In sentences every symbol counts; a component's texts may also be cells' names and CSS: only words with it count. */
const faultsIn = (path: string, isSentence: boolean): readonly string[] =>
  textsOf(path, readFileSync(join(root, path), 'utf8'))
    .map(withoutMarkers)
    .filter((text) => symbol.test(text) && (isSentence || /δ|W[ₛₓ]|∂|\s(S|E|Y)[\s,.]/u.test(text)))
    .map((text) => `${path}: “${text}” — ask for the symbol by its cell`);

test('sentences ask for symbols', () => {
  const paths = filesIn('src/messages/en');
  expect(paths.length).toBeGreaterThan(10);
  expect(paths.flatMap((path) => faultsIn(path, true))).toEqual([]);
});

test('components ask for symbols', () => {
  const paths = [...filesIn('src/views'), ...filesIn('src/app')];
  expect(paths.length).toBeGreaterThan(50);
  expect(paths.flatMap((path) => faultsIn(path, false))).toEqual([]);
});

test.each(['E is a mean', 'the norm of S_t', 'δ grows', 'through Wₛ', 'the scale of Ws', '∂E/∂S'])(
  '“%s” would be found',
  (text) => expect(symbol.test(text)).toBe(true),
);

test.each(['Each step', 'a {d:S_t} grows', 'Entry', 'State activation', 'x-ray', 'W is weighed'])(
  '“%s” is none',
  (text) => expect(symbol.test(withoutMarkers(text))).toBe(false),
);
