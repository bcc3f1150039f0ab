import { expect, test } from 'vitest';
import { compile, spectralNorm } from '../engine';
import { article } from './article';
import {
  errorSteps,
  gateCounts,
  type Setup,
  shapeOf,
  type Truncation,
  targetsOf,
  valuesOf,
  weightSizes,
} from './setup';

const drawn: Setup = { ...article, T: 4, X: 2, H: 3, Y: 2, edits: {} };

test('the error at every step is placed at every step', () => {
  expect(shapeOf({ ...drawn, errorAt: 'every' }).errorAt).toEqual([1, 2, 3, 4]);
  expect(shapeOf(drawn).errorAt).toEqual([4]);
});

test('a longer sequence begins with the shorter one', () => {
  const [short, long] = [valuesOf(drawn), valuesOf({ ...drawn, T: 9 })];
  expect(Array.from(long.x).slice(0, 8)).toEqual(Array.from(short.x));
  expect(Array.from(long.d).slice(0, 8)).toEqual(Array.from(short.d));
});

test('more hidden units leave the weights between the first ones as they were', () => {
  const [small, large] = [valuesOf(drawn).Ws, valuesOf({ ...drawn, H: 5 }).Ws];
  for (let row = 0; row < 3; row++) {
    for (let col = 0; col < 3; col++) expect(large[row * 5 + col]).toBe(small[row * 3 + col]);
  }
});

test('drawn numbers have two decimals, differ, and follow from the seed', () => {
  const all = Object.values(valuesOf({ ...drawn, T: 60 })).flatMap((lane) => Array.from(lane));
  for (const value of all) expect(Number(value.toFixed(2))).toBe(value);
  expect(new Set(Array.from(valuesOf(drawn).Ws)).size).toBeGreaterThan(6);
  expect(valuesOf(drawn).Ws).toEqual(valuesOf({ ...drawn }).Ws);
  expect(valuesOf({ ...drawn, seed: 2 }).Ws).not.toEqual(valuesOf(drawn).Ws);
  expect(valuesOf({ ...drawn, seed: 2 }).x).toEqual(valuesOf(drawn).x);
});

test('neighbouring seeds draw unrelated numbers', () => {
  const first = Array.from({ length: 400 }, (_, seed) => valuesOf({ ...drawn, dataSeed: seed }).x[0]);
  const mean = first.reduce((sum, v) => sum + v, 0) / first.length;
  const lagged = first.slice(1).reduce((sum, v, i) => sum + v * first[i], 0) / first.length;
  expect(Math.abs(mean)).toBeLessThan(0.1);
  expect(Math.abs(lagged)).toBeLessThan(0.05);
});

test('a number given by hand stands; one outside of the sizes waits', () => {
  const setup: Setup = { ...drawn, edits: { 'x2.1': 9, 'Ws.2.0': -7, 'x60.0': 5, 'bs.0': 3 } };
  expect(valuesOf(setup).x[3]).toBe(9);
  expect(valuesOf(setup).Ws[6]).toBe(-7);
  expect(valuesOf(setup)).not.toHaveProperty('bs');
  expect(valuesOf({ ...setup, bias: true }).bs[0]).toBe(3);
  expect(valuesOf({ ...setup, T: 60 }).x[118]).toBe(5);
});

test.each([0.3, 1, 2.7, 4])('Ws scaled to %s has that spectral norm', (scale) => {
  expect(spectralNorm(valuesOf({ ...drawn, scale }).Ws, 3)).toBeCloseTo(scale, 12);
});

test('one hidden unit scaled to s is exactly s or −s', () => {
  for (let seed = 0; seed < 50; seed++) {
    expect(Math.abs(valuesOf({ ...drawn, H: 1, scale: 1.1, seed }).Ws[0])).toBe(1.1);
  }
  expect(valuesOf({ ...drawn, H: 1, scale: 1.1, edits: { 'Ws.0.0': -0.2 } }).Ws[0]).toBe(-1.1);
  expect(valuesOf({ ...drawn, H: 1, scale: 1.1, edits: { 'Ws.0.0': 0 } }).Ws[0]).toBe(1.1);
});

test('a matrix of zeros has no direction to scale and stays', () => {
  const edits = { 'Ws.0.0': 0, 'Ws.0.1': 0, 'Ws.1.0': 0, 'Ws.1.1': 0 };
  expect(Array.from(valuesOf({ ...drawn, H: 2, scale: 2, edits }).Ws)).toEqual([0, 0, 0, 0]);
});

const cells = ['rnn', 'lstm', 'gru'] as const;

test.each(cells)('a %s has each number that its network asks for, and none that it lacks', (cell) => {
  for (const bias of [false, true]) {
    const setup: Setup = { ...drawn, cell, bias };
    const { inputs, weights } = compile(shapeOf(setup));
    const values = valuesOf(setup);
    for (const [lane, entries] of inputs) expect(values[lane]?.length, lane).toBe(entries);
    expect([...weightSizes(setup).keys()]).toEqual(weights);
  }
});

test.each(cells)('more hidden units of a %s leave each gate’s first ones as they were', (cell) => {
  const [small, large] = [3, 5].map((H) => valuesOf({ ...drawn, cell, H }).Ws);
  for (let gate = 0; gate < gateCounts[cell]; gate++) {
    for (let row = 0; row < 3; row++) {
      for (let col = 0; col < 3; col++) {
        expect(large[(gate * 5 + row) * 5 + col]).toBe(small[(gate * 3 + row) * 3 + col]);
      }
    }
  }
});

test('the gates draw apart, and an LSTM’s first gate draws what an RNN draws', () => {
  const [rnn, lstm] = [valuesOf(drawn), valuesOf({ ...drawn, cell: 'lstm' })];
  expect(Array.from(lstm.Wx).slice(0, 6)).toEqual(Array.from(rnn.Wx));
  const gates = [0, 9, 18, 27].map((from) =>
    Array.from(lstm.Ws)
      .slice(from, from + 9)
      .join(),
  );
  expect(new Set(gates).size).toBe(4);
  expect(lstm.x).toEqual(rnn.x);
});

test('the forget bias is that of an LSTM’s forget gates, where none was given by hand', () => {
  const setup: Setup = { ...drawn, cell: 'lstm', bias: true, forgetBias: 3, edits: { 'bs.4': -1 } };
  expect(Array.from(valuesOf(setup).bs)).toEqual([0, 0, 0, 3, -1, 3, 0, 0, 0, 0, 0, 0]);
  expect(Array.from(valuesOf({ ...setup, cell: 'gru' }).bs)).toEqual([0, 0, 0, 0, -1, 0, 0, 0, 0]);
});

test('the carried C_0 of an LSTM is 0 unless it is given', () => {
  expect(Array.from(valuesOf({ ...drawn, cell: 'lstm', edits: { 'C0.2': 0.5 } }).C0)).toEqual([0, 0, 0.5]);
  expect(valuesOf(drawn)).not.toHaveProperty('C0');
});

test.each(cells)('Ws of a %s scaled to σ has that norm over all its gates', (cell) => {
  const { Ws } = valuesOf({ ...drawn, cell, scale: 1.7 });
  expect(spectralNorm(Ws, 3)).toBeCloseTo(1.7, 12);
});

test('with softmax a target that was not given is one class, the same one that was largest', () => {
  const setup: Setup = { ...drawn, Y: 3, T: 30 };
  const [raw, classes] = [targetsOf(setup), targetsOf({ ...setup, g2: 'softmax' })];
  for (let from = 0; from < 90; from += 3) {
    const step = Array.from(classes.subarray(from, from + 3));
    expect(step.toSorted()).toEqual([0, 0, 1]);
    expect(raw[from + step.indexOf(1)]).toBe(Math.max(...raw.subarray(from, from + 3)));
  }
  expect(new Set(classes).size).toBe(2);
});

test('with softmax probabilities that were given stand, other numbers wait until it is gone', () => {
  const edits = { 'd1.0': 0.25, 'd1.1': 0.75, 'd2.0': 7, 'd2.1': 9 };
  const setup: Setup = { ...drawn, g2: 'softmax', edits };
  expect(Array.from(targetsOf(setup).subarray(0, 4))).toEqual([0.25, 0.75, 0, 1]);
  expect(Array.from(targetsOf({ ...setup, g2: 'tanh' }).subarray(0, 4))).toEqual([0.25, 0.75, 7, 9]);
});

test('the error at chosen steps is placed there as far as there are such steps, else at the last', () => {
  const chosen: Setup = { ...drawn, errorAt: [2, 3, 9] };
  expect(errorSteps(chosen)).toEqual([2, 3]);
  expect(errorSteps({ ...chosen, T: 9 })).toEqual([2, 3, 9]);
  expect(errorSteps({ ...chosen, T: 1 })).toEqual([1]);
});

test.each<[Truncation, object]>([
  [{ kind: 'window', k: 3 }, { window: 3 }],
  [{ kind: 'window', k: 4 }, {}],
  [{ kind: 'horizon', k: 4 }, { horizon: 4 }],
  [{ kind: 'horizon', k: 5 }, {}],
  [{ kind: 'full' }, {}],
])('in a sequence of 4 steps %j is a truncation only if it cuts anything', (truncation, expected) => {
  const { window, horizon } = shapeOf({ ...drawn, truncation });
  expect({ ...(window && { window }), ...(horizon && { horizon }) }).toEqual(expected);
});
