/** The numbers of the views that follow a gradient, as they are taken away, against PyTorch's. */
import { expect, test } from 'vitest';
import { caseOf, flat, setupOf } from '../../../../test/e2e/setups';
import { openingState, run, type State } from '../../../store';
import { csvLines } from './csv';
import { jsonLines } from './json';
import type { Panel } from './panel';
import { panels } from './panels';

const stateOf = (id: string, more: Partial<State> = {}): State => {
  const setup = setupOf(id);
  const state = { ...openingState, setup, chartOf: setup.T, ...more };
  return { ...state, playhead: more.playhead ?? run(state).plan.ops.length };
};

/** A CSV as its lines, each by column. */
function linesOf(panel: Panel, state: State): Record<string, string>[] {
  const [head, ...lines] = [...csvLines(panel, state, 'done')].map((line) => line.split(','));
  return lines.map((line) => Object.fromEntries(head.map((name, i) => [name, line[i]])));
}

const close = (found: string, value: number) =>
  expect(Math.abs(Number(found) - value)).toBeLessThanOrEqual(1e-12 * Math.max(1, value));

test.each(['public-002', 'public-017', 'public-031', 'public-037', 'public-040'])(
  'who hears whom of %s is PyTorch’s norm matrix',
  (id) => {
    const { expected } = caseOf(id);
    const state = stateOf(id);
    const lines = linesOf(panels.pairs, state);
    expect(lines.length).toBeGreaterThan(0);
    for (const { error, step, ...norms } of lines) {
      const [t, j] = [Number(error.slice(1)), Number(step)];
      for (const [lane, column] of [
        ['S', 'norm_by_S'],
        ['C', 'norm_by_C'],
        ['Ws', 'norm_of_term_of_Ws'],
      ]) {
        const row = expected.normMatrix[lane]?.[t - 1] as readonly number[] | undefined;
        if (row) close(norms[column], row[j - 1]);
        else expect(norms[column], lane).toBe('');
        expect(norms[`${column}_without_clipping`]).toBe('');
      }
    }
    // What is cut is no line: every pair that is left has come to something.
    const all = expected.normMatrix.S.flatMap((row) => (row as number[] | null) ?? []).filter(
      (norm) => norm > 0,
    );
    expect(lines).toHaveLength(all.length);
  },
);

test('only what the backward pass has reached is told', () => {
  const { plan } = run(stateOf('public-002'));
  const lines = linesOf(
    panels.pairs,
    stateOf('public-002', { playhead: plan.cells.get('d:S2')?.doneAt ?? 0 }),
  );
  expect(lines.map(({ error, step }) => error + step)).toEqual(['E22', 'E32', 'E33']);
  expect(lines.find(({ error }) => error === 'E2')?.norm_of_term_of_Ws).toBe('');
  expect(linesOf(panels.pairs, stateOf('public-002', { playhead: 3 }))).toEqual([]);
});

test('with clipping at each step, beside it what it would be without', () => {
  const { expected } = caseOf('public-033');
  for (const { error, step, ...norms } of linesOf(panels.pairs, stateOf('public-033'))) {
    const row = expected.normMatrix.S[Number(error.slice(1)) - 1] as readonly number[];
    close(norms.norm_by_S_without_clipping, row[Number(step) - 1]);
    expect(Number(norms.norm_by_S)).toBeLessThanOrEqual(row[Number(step) - 1] * (1 + 1e-12));
  }
});

test('the chain: what comes to each factor, what it leaves, and what it is made of', () => {
  const { expected, config } = caseOf('public-022');
  const lines = linesOf(panels.chain, stateOf('public-022'));
  const norms = [...(expected.normMatrix.S[config.T - 1] as readonly number[])].reverse();
  const left = [...norms, Math.hypot(...flat(expected.dS0))];
  expect(lines).toHaveLength(config.T);
  for (const [k, line] of lines.entries()) {
    expect(line).toMatchObject({ error: 'E4', of: `S${config.T - k}`, by: `S${config.T - k - 1}` });
    close(line.norm_before, left[k]);
    close(line.norm_after, left[k + 1]);
    close(line.gain, left[k + 1] / left[k]);
    expect(Number(line.gain_of_slopes) * Number(line.gain_of_Ws)).toBeCloseTo(Number(line.gain), 12);
    expect(Number(line.sigma_max)).toBeGreaterThanOrEqual(Number(line.gain) * (1 - 1e-12));
    expect(Number(line.bound_of_norm)).toBeGreaterThanOrEqual(left[k + 1] * (1 - 1e-12));
    expect(line.left_by_clipping).toBe('');
  }
});

test('clipping stands beside the factor, and a window ends the chain', () => {
  const { expected, config } = caseOf('public-012');
  const raw = flat(expected.deltaRaw).map(Math.abs);
  const flows = flat(expected.delta).map(Math.abs);
  for (const { of, left_by_clipping } of linesOf(panels.chain, stateOf('public-012'))) {
    const t = Number(of.slice(1));
    close(left_by_clipping, flows[t - 1] / raw[t - 1]);
  }
  expect(config.T).toBe(10);
  const [only, ...more] = linesOf(panels.chain, stateOf('public-018'));
  expect(only).toMatchObject({ of: 'S7', by: 'S6', gain: '', norm_after: '' });
  expect(more).toEqual([]);
});

test('an LSTM’s chain is of the pair, or of S alone', () => {
  const pair = linesOf(panels.chain, stateOf('public-031'));
  expect(pair[0]).toMatchObject({ of: 'S4 C4', by: 'S3 C3', gain_of_slopes: '', bound_of_norm: '' });
  const [alone] = linesOf(panels.chain, stateOf('public-031', { chain: 'S' }));
  expect(alone.of).toBe('S4');
  const [, before] = [...(caseOf('public-031').expected.normMatrix.S[3] as readonly number[])].reverse();
  close(alone.norm_after, before);
});

test('what is compared is told set-up by set-up, and offered only then', () => {
  const [chosen, ...others] = ['public-001', 'public-030', 'public-035'].map(setupOf);
  const trained = { trained: null, updates: 0, errorBefore: null };
  const comparison = { place: 0, others: others.map((setup) => ({ setup, ...trained })) };
  const state = stateOf('public-001', { comparison });
  expect(panels.comparison.isThere?.(state)).toBe(true);
  expect(panels.comparison.isThere?.(stateOf('public-001'))).toBe(false);
  const lines = linesOf(panels.comparison, state);
  expect(lines.map(({ setup, cell, step }) => `${setup} ${cell} ${step}`)).toEqual(
    ['A rnn', 'B lstm', 'C gru'].flatMap((one) => [3, 2, 1].map((t) => `${one} ${t}`)),
  );
  for (const { cell, step, norm } of lines) {
    if (cell === 'lstm') continue;
    const id = cell === 'rnn' ? 'public-001' : 'public-035';
    close(norm, Math.hypot(...flat(caseOf(id).expected.delta[Number(step) - 1])));
  }
  // Along C alone: what sets out at C, times the forget gates.
  const { gates, deltaC } = caseOf('public-030').expected;
  const along = lines.filter(({ cell }) => cell === 'lstm').map((line) => line.norm_along_C_alone);
  close(along[0], Math.abs(flat(deltaC?.[2])[0]));
  close(along[1], Math.abs(flat(deltaC?.[2])[0]) * flat(gates?.f[2])[0]);
  const json = JSON.parse([...jsonLines('comparison', panels.comparison, state, 'done')].join('\n'));
  expect(json.compared).toEqual([chosen, ...others]);
});

test('where nothing arrives at a factor, its gains are left empty: 0/0 is no number', () => {
  const { plan } = run(openingState);
  const setup = { ...openingState.setup, edits: { 'Wy.0.0': 0 } };
  const lines = linesOf(panels.chain, { ...openingState, setup, playhead: plan.ops.length });
  expect(lines).toHaveLength(3);
  for (const line of lines)
    expect(line).toMatchObject({ gain: '', gain_of_slopes: '', gain_of_Ws: '', norm_after: '0' });
});
