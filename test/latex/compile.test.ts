/** Worked solutions are compiled, where there is a TeX. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openingState, run, type State } from '../../src/store';
import { presets } from '../../src/tasks/presets';
import type { Setup } from '../../src/tasks/setup';
import { documentLines } from '../../src/views/export/latex/document';
import { equationTex } from '../../src/views/export/latex/equation';

const engines = ['pdflatex', 'lualatex', 'tectonic'] as const;
const engine = engines.find((name) => spawnSync(name, ['--version']).status === 0);
const skipped = `skipped: none of ${engines.join(', ')} is on the PATH`;
if (engine === undefined) console.log(`LaTeX is not compiled here (${skipped}).`);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'unrolled-latex-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Compiles a document; what TeX complains of, if it does. */
function compiled(tex: string): { readonly pages: number; readonly complaints: readonly string[] } {
  writeFileSync(join(folder, 'it.tex'), tex);
  const options = engine === 'tectonic' ? ['--keep-logs'] : ['-interaction=nonstopmode', '-halt-on-error'];
  const { status, stdout } = spawnSync(engine ?? '', [...options, 'it.tex'], {
    cwd: folder,
    encoding: 'utf8',
  });
  const log = readFileSync(join(folder, 'it.log'), 'utf8');
  expect(status, `${stdout}\n${log}`).toBe(0);
  expect(readFileSync(join(folder, 'it.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
  const complaints = log
    .split('\n')
    .filter((line) => /^(!|LaTeX Warning|Overfull|Missing character)/.test(line));
  return { pages: Number(/\((\d+) pages?/.exec(log)?.[1] ?? 0), complaints };
}

const endOf = (setup: Partial<Setup>): State => {
  const state = { ...openingState, setup: { ...presets[0].setup, ...setup } };
  return { ...state, playhead: run(state).plan.ops.length };
};

const documents: readonly (readonly [name: string, setup: Partial<Setup>])[] = [
  ['the article', {}],
  [
    'an LSTM of 12 steps and 8 units, clipped by norm, with Adam',
    { cell: 'lstm', T: 12, H: 8, X: 2, Y: 2, bias: true, errorAt: 'every', clip: 'norm', optimizer: 'adam' },
  ],
  [
    'a GRU with softmax, clipped at each step',
    { cell: 'gru', T: 4, H: 16, Y: 4, g2: 'softmax', errorAt: 'every', clip: 'step', threshold: 0.1 },
  ],
  [
    'a horizon, half of the squared error, clipped by value, with momentum',
    {
      T: 5,
      H: 3,
      errorAt: 'every',
      loss: 'half',
      isMean: true,
      truncation: { kind: 'horizon', k: 2 },
      clip: 'value',
      optimizer: 'momentum',
    },
  ],
  ['windows of an LSTM', { cell: 'lstm', T: 5, H: 2, errorAt: [2, 5], truncation: { kind: 'window', k: 2 } }],
];

for (const [name, setup] of documents)
  test.skipIf(engine === undefined)(
    `the worked solution of ${name} compiles, and nothing sticks out`,
    { timeout: 120_000 },
    () => {
      const { pages, complaints } = compiled([...documentLines(endOf(setup), 'all')].join('\n'));
      expect(pages).toBeGreaterThan(2);
      expect(complaints).toEqual([]);
    },
  );

test.skipIf(engine === undefined)(
  'a single equation compiles in a document that has amsmath',
  { timeout: 60_000 },
  () => {
    const { plan, trace } = run(endOf({ T: 3, H: 2 }));
    const equations = plan.ops.map((op) => equationTex(trace, op, 'both')).join('\n');
    const { complaints } = compiled(
      `\\documentclass{article}\\usepackage{amsmath}\\begin{document}\n${equations}\\end{document}`,
    );
    expect(complaints.filter((line) => !line.startsWith('Overfull'))).toEqual([]);
  },
);
