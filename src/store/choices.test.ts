/** What a choice means for all the others. */
import { expect, test } from 'vitest';
import { beginAfresh, now, value } from '../../test/networks/store';
import { stateAfter } from '../engine';
import { targetsOf } from '../tasks/setup';
import { changeSetup, setChartOf, undo, updateOnce } from './actions';
import { editEntry, pasteCell } from './entries';
import { run } from './run';

beginAfresh();

test('another cell keeps the steps, the sequence and the seeds; numbers of weights that it lacks wait', () => {
  changeSetup({ cell: 'lstm', bias: true });
  editEntry('Ws.3.0', 0.9);
  editEntry('C0.0', 0.5);
  const { x, d } = { x: value('x2'), d: value('d3') };
  changeSetup({ cell: 'rnn' });
  expect([value('x2'), value('d3')]).toEqual([x, d]);
  expect(value('Ws')).toEqual([0.8]);
  changeSetup({ cell: 'lstm' });
  expect([value('Ws')[3], value('C0')[0]]).toEqual([0.9, 0.5]);
  expect(now().setup).toMatchObject({ T: 3, seed: 1, dataSeed: 1 });
});

test('trained weights are those of one cell', () => {
  updateOnce();
  changeSetup({ cell: 'gru' });
  expect(now()).toMatchObject({ trained: null, updates: 0 });
  expect(now().notice).toContain('Undo');
});

test('softmax has two classes at the least, and targets that are probabilities', () => {
  changeSetup({ g2: 'softmax' });
  expect(now().setup.Y).toBe(2);
  changeSetup({ Y: 1 });
  expect(now().setup.Y).toBe(2);
  expect(value('d3').reduce((sum, p) => sum + p, 0)).toBe(1);
  undo();
  expect(now().setup).toMatchObject({ Y: 1, g2: 'identity' });
  expect(value('d3')).toEqual([0.7]);
});

test('with softmax an edited target takes from the other classes what it gains', () => {
  changeSetup({ g2: 'softmax', Y: 3 });
  expect(editEntry('d3.0', 1)).toBeNull();
  expect(value('d3')).toEqual([1, 0, 0]);
  expect(editEntry('d3.1', 0.5)).toBeNull();
  expect(value('d3')).toEqual([0.5, 0.5, 0]);
  expect(editEntry('d3.2', 1.5)).toContain('from 0 to 1');
  expect(editEntry('d3.2', -0.1)).toContain('from 0 to 1');
  expect(value('d3')).toEqual([0.5, 0.5, 0]);
});

test('with softmax pasted targets must be probabilities, and it is said which are not', () => {
  changeSetup({ g2: 'softmax', Y: 2, errorAt: 'every' });
  expect(pasteCell('d3', '0.5 0.4')).toContain('must sum to 1; these sum to 0.9');
  expect(pasteCell('d', '1 0\n0.3 0.7\n0.2 0.2')).toContain('Row 3: ');
  expect(pasteCell('d', '1 0\n1.3 -0.3\n0 1')).toContain('Row 2: ');
  expect(pasteCell('d', '1 0\n0.3 0.7\n0 1')).toBeNull();
  expect(Array.from(targetsOf(now().setup))).toEqual([1, 0, 0.3, 0.7, 0, 1]);
});

test('weights of every gate, the second bias and C_0 can be pasted where the cell has them', () => {
  changeSetup({ cell: 'lstm', bias: true });
  expect(pasteCell('Ws', '1; 2; 3; 4')).toBeNull();
  expect(value('Ws')).toEqual([1, 2, 3, 4]);
  expect(pasteCell('C0', '0.25')).toBeNull();
  expect(value('C0')).toEqual([0.25]);
  expect(pasteCell('bx', '1 2 3')).toContain('bₓ');
  changeSetup({ cell: 'gru' });
  expect(pasteCell('bx', '1 2 3')).toBeNull();
  expect(value('bx')).toEqual([1, 2, 3]);
  expect(pasteCell('C0', '0.25')).toContain('C₀');
});

test('chosen steps are put in order; none at all, or none within reach, change nothing', () => {
  changeSetup({ T: 9, errorAt: [7, 2, 7, 1001, 2.5] });
  expect(now().setup.errorAt).toEqual([2, 7]);
  const { setup } = now();
  changeSetup({ errorAt: [] });
  changeSetup({ errorAt: [2, 7], truncation: { kind: 'full' } });
  expect(now().setup).toBe(setup);
});

test('the chart shows one of the steps that have an error', () => {
  changeSetup({ T: 9, errorAt: [2, 7] });
  expect(run(now()).charted).toBe(7);
  setChartOf(4);
  expect(run(now()).charted).toBe(7);
  setChartOf(2);
  expect(run(now()).charted).toBe(2);
  expect(run(now()).chart.plan.error).toBe('E2');
  changeSetup({ errorAt: [5, 6] });
  expect(run(now()).charted).toBe(5);
});

test('a horizon and clipping at each step exclude each other: the later choice stands, and it is said', () => {
  changeSetup({ clip: 'step' });
  changeSetup({ truncation: { kind: 'horizon', k: 2 } });
  expect(now().setup).toMatchObject({ clip: 'off', truncation: { kind: 'horizon', k: 2 } });
  expect(now().notice).toContain('Clipping is off');
  changeSetup({ clip: 'step' });
  expect(now().setup).toMatchObject({ clip: 'step', truncation: { kind: 'full' } });
  expect(now().notice).toContain('Truncation is off');
});

test('the steps of a truncation are whole and within the longest sequence', () => {
  changeSetup({ truncation: { kind: 'window', k: 2.4 } });
  expect(now().setup.truncation).toEqual({ kind: 'window', k: 2 });
  changeSetup({ truncation: { kind: 'window', k: 1e9 } });
  expect(now().setup.truncation).toEqual({ kind: 'window', k: 1000 });
  changeSetup({ truncation: { kind: 'window', k: Number.NaN } });
  expect(now().setup.truncation).toEqual({ kind: 'window', k: 1000 });
});

test('a horizon reaches as far as so many errors allow, and it is said when it is shortened', () => {
  changeSetup({ truncation: { kind: 'horizon', k: 500 } });
  expect(now().setup.truncation).toEqual({ kind: 'horizon', k: 500 });
  changeSetup({ T: 1000, errorAt: 'every' });
  expect(now().setup.truncation).toEqual({ kind: 'horizon', k: 6 });
  expect(now().notice).toContain('with 1000 errors it can reach no further');
  undo();
  expect(now().setup.truncation).toEqual({ kind: 'horizon', k: 500 });
});

test.each([
  ['momentum', ['v:Ws']],
  ['adam', ['m:Ws', 'v:Ws', 'updates']],
] as const)(
  '%s goes on from what it remembers, and Reset or another optimizer drops it',
  (optimizer, lanes) => {
    changeSetup({ optimizer });
    const after = stateAfter(run(now()).trace);
    updateOnce();
    for (const lane of lanes)
      expect(Array.from(now().trained?.[lane] ?? [])).toEqual(Array.from(after[lane]));
    const first = value('next:Ws');
    updateOnce();
    expect(value('Ws')).toEqual(first);
    if (optimizer === 'adam') expect(now().trained?.updates).toEqual(Float64Array.of(2));
    const weights = ['Wx', 'Ws', 'Wy'].map(value);
    changeSetup({ optimizer: 'sgd' });
    expect(Object.keys(now().trained ?? {})).toEqual(['Wx', 'Ws', 'Wy']);
    expect(['Wx', 'Ws', 'Wy'].map(value)).toEqual(weights);
    expect(now().updates).toBe(2);
  },
);

test('E before the update stays comparable while only gradients change', () => {
  updateOnce();
  const { errorBefore } = now();
  changeSetup({ clip: 'norm', optimizer: 'adam', truncation: { kind: 'window', k: 1 } });
  expect(now().errorBefore).toBe(errorBefore);
  changeSetup({ loss: 'half' });
  expect(now().errorBefore).toBeNull();
});
