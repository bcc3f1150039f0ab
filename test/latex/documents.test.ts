/** A worked solution of every kind of network is LaTeX that KaTeX reads, formula by formula. */
import katex from 'katex';
import { expect, test } from 'vitest';
import { opAt } from '../../src/engine';
import { openingState, run, store } from '../../src/store';
import { documentLines } from '../../src/views/export/latex/document';
import { equationTex } from '../../src/views/export/latex/equation';
import { imbalanceIn } from './balance';
import { everySetup, nameOf } from './setups';

const states = everySetup();

/** Reading without drawing, which the types leave out. */
const { __parse: parse } = katex as typeof katex & {
  __parse(tex: string, options: katex.KatexOptions): unknown;
};

/** Formulas read so far but for their digits: most operations are the same in many networks. */
const read = new Set<string>();

function expectFormulas(tex: string, where: string) {
  for (const [, display, inline] of tex.matchAll(/\\\[\n([\s\S]*?)\n\\\]|(?<!\\)\$([^$]+)\$/g)) {
    const formula = display ?? inline;
    const kind = formula.replace(/\d+/g, '1');
    if (read.has(kind)) continue;
    read.add(kind);
    expect(
      () => parse(formula, { strict: 'error', displayMode: display !== undefined }),
      `${where}: ${formula}`,
    ).not.toThrow();
  }
}

test(`the documents of ${states.length} kinds of networks are ASCII, balanced, and read by KaTeX`, {
  timeout: 120_000,
}, () => {
  expect(states.length).toBeGreaterThan(200);
  for (const state of states) {
    const tex = [...documentLines(state, 'all')].join('\n');
    expect(tex, nameOf(state)).toMatch(/^[\n\x20-\x7e]*$/);
    expect(tex).not.toMatch(/htmlData|\[U\+|undefined|NaN/);
    expect(imbalanceIn(tex.slice(tex.indexOf('\\begin{document}'))), nameOf(state)).toBeUndefined();
    expectFormulas(tex, nameOf(state));
  }
  expect(read.size).toBeGreaterThan(1000);
});

test('so are they in the conventions of other courses', { timeout: 120_000 }, () => {
  for (const convention of ['a hyL Whh', 'S hyL UWV', 'a SYE UWV'] as const) {
    store.setState({ convention });
    for (const state of states.filter((_, i) => i % 20 === 3)) {
      const tex = [...documentLines({ ...state, convention }, 'all')].join('\n');
      expect(tex, convention).toMatch(/^[\n\x20-\x7e]*$/);
      expect(tex).not.toContain('[U+');
      expectFormulas(tex, `${convention} ${nameOf(state)}`);
    }
  }
  store.setState({ convention: openingState.convention });
});

test('so is the equation of each single step, alone in symbols and in numbers', { timeout: 120_000 }, () => {
  for (const state of states.filter((_, i) => i % 7 === 0)) {
    const { plan, trace } = run(state);
    for (let playhead = 1; playhead <= plan.ops.length; playhead++) {
      const op = opAt(plan, playhead);
      if (!op) throw new Error(`There is no operation ${playhead}.`);
      const parts = (['symbols', 'numbers', 'both'] as const).map((part) => equationTex(trace, op, part));
      for (const tex of parts) expect(imbalanceIn(tex), nameOf(state)).toBeUndefined();
      const [symbols, numbers, both] = parts.map((tex) => tex.split('\n').slice(1).join('\n'));
      expect(both).toBe(symbols + numbers);
      expectFormulas(both, nameOf(state));
    }
  }
});

test('balance is told from what is not', () => {
  expect(imbalanceIn('\\begin{a}{x}\\[y\\]$z$\\end{a}')).toBeUndefined();
  expect(imbalanceIn('\\begin{a}\\end{b}')).toBe('\\end{b} after a');
  expect(imbalanceIn('{\\left( x')).toBe('\\left is never closed');
  expect(imbalanceIn('{$}$')).toBe('} after $');
  expect(imbalanceIn('\\{ 5\\% % {')).toBeUndefined();
});
