import { beforeEach, expect, test } from 'vitest';
import { article as expected } from '../../../../test/e2e/oracle';
import { openingState, run, type State } from '../../../store';
import { presets } from '../../../tasks/presets';
import { csvLines } from './csv';
import { jsonLines } from './json';
import type { Panel, Scope } from './panel';
import { panels } from './panels';

const atEnd = (state: State): State => ({ ...state, playhead: run(state).plan.ops.length });
let end: State;
beforeEach(() => {
  end = atEnd(openingState);
});

/** A CSV as its lines, each by column. None of these panels has a quoted field. */
function readCsv(panel: Panel, state: State, scope: Scope = 'done'): Record<string, string>[] {
  const [head, ...lines] = [...csvLines(panel, state, scope)].map((line) => line.split(','));
  return lines.map((line) => {
    expect(line).toHaveLength(head.length);
    return Object.fromEntries(head.map((name, i) => [name, line[i]]));
  });
}
const readJson = (panel: Panel, state: State, scope: Scope = 'done') =>
  JSON.parse([...jsonLines('it', panel, state, scope)].join('\n')) as {
    setup: State['setup'];
    operations: { done: number; all: number };
    numbers: Record<string, unknown>[];
  };

const close = (found: unknown, value: unknown) => expect(Number(found)).toBeCloseTo(Number(value), 12);

test('the network’s numbers are PyTorch’s, by cell', () => {
  const cells = Object.fromEntries(readCsv(panels.network, end).map((line) => [line.cell, line]));
  for (const t of [1, 2, 3]) {
    close(cells[`S${t}`].value, expected.S[t - 1][0]);
    close(cells[`a${t}`].value, expected.a[t - 1][0]);
    close(cells[`Y${t}`].value, expected.Y[t - 1][0]);
    close(cells[`d:S${t}`].value, expected.delta[t - 1][0]);
    expect(cells[`S${t}`]).toMatchObject({ step: String(t), row: '1', column: '1' });
  }
  close(cells.E3.value, expected.E);
});

test('the chart, latest step first', () => {
  const lines = readCsv(panels.chart, end);
  expect(lines.map(({ step }) => step)).toEqual(['3', '2', '1']);
  for (const { step, norm, error } of lines) {
    close(norm, Math.abs(Number(expected.delta[Number(step) - 1][0])));
    expect(error).toBe('E3');
  }
});

test('the ledger’s terms of every weight, and the sums', () => {
  const lines = readCsv(panels.ledger, end);
  for (const { weight, step, term } of lines) close(term, expected.contrib[weight][Number(step) - 1][0][0]);
  const last = lines.findLast(({ weight }) => weight === 'Ws');
  close(last?.sum_so_far, expected.grads.Ws[0][0]);
});

test('the weights with their gradients and what the update makes of them', () => {
  for (const line of readCsv(panels.weights, end)) {
    close(line.gradient_so_far, expected.grads[line.weight][0][0]);
    close(line.value_after_update, expected.optim.sgd.after1[line.weight][0][0]);
  }
});

test('all operations, the numbers that each writes', () => {
  const all = run(openingState).plan.ops.length;
  const lines = readCsv(panels.operations, openingState, 'all');
  expect(lines).toHaveLength(all);
  expect(lines[0]).toMatchObject({
    operation: '1',
    pass: 'forward',
    rule: 'affine',
    writes: 'a1',
    reads: 'Wx x1 Ws S0',
  });
  close(lines[0].value, expected.a[0][0]);
  expect(readCsv(panels.operations, { ...openingState, playhead: 4 })).toHaveLength(4);
});

test('nothing is told before its operation is done', () => {
  const forward = { ...openingState, playhead: 2 };
  const { plan } = run(forward);
  const computed = readCsv(panels.network, forward).filter(
    ({ cell }) => (plan.cells.get(cell)?.doneAt ?? 0) > 0,
  );
  expect(computed.map(({ cell }) => cell)).toEqual(['a1', 'S1']);
  expect(readCsv(panels.chart, forward)).toEqual([]);
  expect(readCsv(panels.ledger, forward)).toEqual([]);
  for (const line of readCsv(panels.weights, forward))
    expect(line).toMatchObject({ terms_so_far: '0', gradient_so_far: '', value_after_update: '' });
});

test('JSON says the same as CSV, matrices as rows, and where it is from', () => {
  const setup = { ...presets[0].setup, cell: 'lstm', T: 3, H: 2, X: 2 } as const;
  const state = atEnd({ ...openingState, setup });
  for (const panel of Object.values(panels)) {
    const json = readJson(panel, state);
    expect(json.setup).toEqual(setup);
    expect(json.operations).toEqual({ done: state.playhead, all: state.playhead });
    const flat = json.numbers.flatMap((entry) =>
      panel.numbers
        .map((name) => [entry[name]].flat(3))
        .reduce((longest, one) => (one.length > longest.length ? one : longest)),
    );
    expect(flat).toHaveLength(readCsv(panel, state).length);
  }
  const weights = readJson(panels.weights, state).numbers.find(({ weight }) => weight === 'Ws');
  const value = weights?.value as number[][];
  expect([value.length, value[0].length]).toEqual([8, 2]);
  const line = readCsv(panels.weights, state).find(
    (one) => one.weight === 'Ws' && one.row === '5' && one.column === '2',
  );
  expect(value[4][1]).toBe(Number(line?.value));
});

test('what is not finite has a word', () => {
  const infinite: Panel = {
    labels: ['cell'],
    numbers: ['value'],
    isOfMatrices: true,
    entries: () => [
      {
        labels: { cell: 'a' },
        rows: 4,
        cols: 1,
        numbers: { value: [Number.NaN, Infinity, -Infinity, -0.1] },
      },
    ],
  };
  expect(readJson(infinite, openingState).numbers[0].value).toEqual(['NaN', 'Infinity', '-Infinity', -0.1]);
  expect(readCsv(infinite, openingState).map(({ value }) => Number(value))).toEqual([
    NaN,
    Infinity,
    -Infinity,
    -0.1,
  ]);
});

test('CSV quotes what would part or end a field', () => {
  const awkward: Panel = {
    labels: ['cell'],
    numbers: ['value'],
    isOfMatrices: false,
    entries: () => [{ labels: { cell: 'a, "b"\nc' }, rows: 1, cols: 1, numbers: { value: [1] } }],
  };
  expect([...csvLines(awkward, openingState, 'done')]).toEqual(['cell,value', '"a, ""b""\nc",1']);
});
