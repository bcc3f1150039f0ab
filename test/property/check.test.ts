/** The check of gradients checked: it finds nothing in sound networks, and finds what was broken on purpose. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CellId, compile, execute, firstBroken, grad, type Trace } from '../../src/engine';
import { agreement, checkGradients } from '../../src/engine/check';
import { finalOf, largest, networks, runOf } from './networks';
import { holds } from './seeded';

const smooth = {
  g1: ['tanh', 'sigmoid', 'identity'],
  g2: ['tanh', 'sigmoid', 'identity', 'softmax'],
} as const;
const whole = { T: 4, size: 3, clip: ['off', 'norm', 'value'], truncation: ['none'] } as const;
const local = { T: 4, size: 3, clip: ['step'], truncation: ['none', 'window'] } as const;

test('every weight of a sound network agrees, with any cell, loss and optimizer', () => {
  holds(networks({ ...whole, ...smooth }), 60, (network) => {
    const trace = runOf(network);
    const check = checkGradients(trace, network.values);
    const entries = trace.plan.weights.reduce((sum, weight) => sum + finalOf(trace, weight).length, 0);
    expect(check).toMatchObject({ kind: 'whole', compared: entries, agreeing: entries, outOf: entries });
    expect(check.worst).toBeLessThanOrEqual(agreement);
  });
});

test('where clipping or truncation make the whole something else, each local derivative agrees', () => {
  const windows = { ...local, clip: ['off', 'norm', 'value'], truncation: ['window'] } as const;
  for (const bounds of [local, windows])
    holds(networks({ ...bounds, ...smooth }), 40, (network) => {
      const check = checkGradients(runOf(network), network.values);
      expect(check).toMatchObject({ kind: 'local', agreeing: check.compared });
    });
});

/** Away from the kink, however near: the quotient takes a smaller step where the larger one stepped over it. */
test('relu agrees on both sides of its kink', () => {
  const shape = { cell: 'rnn', T: 1, X: 1, H: 1, Y: 1, g1: 'relu', g2: 'identity', bias: false } as const;
  const plan = compile({ ...shape, errorAt: [1], clip: 'off' });
  for (const a of [1, 1e-2, 1e-3, 1e-4, -1e-4, -1e-3, -1]) {
    const values = { x: [1], d: [1], S0: [0], Wx: [a], Ws: [0], Wy: [2], theta: [1], eta: [0.1] };
    expect(checkGradients(execute(plan, values), values), `a = ${a}`).toMatchObject({
      compared: 3,
      agreeing: 3,
    });
  }
});

/** The same trace but for one number of one cell. */
function tampered(trace: Trace, id: CellId, index: number, change: (v: number) => number): Trace {
  const arena = trace.arena.slice();
  const place = (trace.plan.cells.get(id)?.offset as number) + index;
  arena[place] = change(arena[place]);
  return { ...trace, arena };
}

test('one wrong entry in a weight’s gradient is noticed, and named', () => {
  holds(fc.tuple(networks({ ...whole, ...smooth }), fc.nat(), fc.nat()), 60, ([network, w, i]) => {
    const trace = runOf(network);
    const cell = grad(trace.plan.weights[w % trace.plan.weights.length]);
    const index = i % finalOf(trace, cell).length;
    const steepest = largest(...trace.plan.weights.map((weight) => finalOf(trace, grad(weight))));
    const check = checkGradients(
      tampered(trace, cell, index, (v) => v + 0.01 * steepest + 1e-6),
      network.values,
    );
    expect(check.agreeing).toBe(check.compared - 1);
    expect(check.worstAt).toMatchObject({ cell: cell.slice('d:'.length), index });
    expect(check.worst).toBeGreaterThan(agreement);
  });
});

test('one wrong number on the way back is noticed by the local derivatives', () => {
  const curved = { ...local, ...smooth, g1: ['tanh', 'sigmoid'], cells: ['rnn'], T: 3 } as const;
  holds(fc.tuple(networks(curved), fc.nat()), 60, ([network, i]) => {
    const trace = runOf(network);
    const t = network.shape.errorAt[0];
    const index = i % network.shape.H;
    const size = largest(finalOf(trace, grad(`S${t}`)));
    // Away from 0: what is added must not take back what is multiplied.
    const wrong = tampered(
      trace,
      grad(`a${t}`),
      index,
      (v) => v * 1.01 + (v < 0 ? -1 : 1) * (0.01 * size + 1e-6),
    );
    const check = checkGradients(wrong, network.values);
    expect(check.agreeing).toBeLessThan(check.compared);
    expect(check.worst).toBeGreaterThan(agreement);
  });
});

test('of many entries it compares a sample, and says of how many', () => {
  for (const changes of [{}, { clip: 'step' }] as const) {
    const shape = { cell: 'lstm', T: 3, X: 4, H: 12, Y: 2, g1: 'tanh', g2: 'softmax', bias: true } as const;
    const plan = compile({ ...shape, errorAt: [1, 3], clip: 'off', ...changes });
    const numbers = Array.from(plan.inputs, ([lane, n], k) => {
      return [
        lane,
        Array.from({ length: n }, (_, i) => (lane === 'd' ? i % 2 : 0.3 * Math.sin(i + k))),
      ] as const;
    });
    const values = { ...Object.fromEntries(numbers), theta: [0.01] };
    const check = checkGradients(execute(plan, values), values);
    const weights = 48 * 4 + 48 * 12 + 48 + 2 * 12 + 2;
    if (check.kind === 'whole') expect(check.outOf).toBe(weights);
    expect(check.compared).toBeLessThan(check.outOf);
    expect(check.compared).toBeGreaterThanOrEqual(400);
    expect(check.compared).toBeLessThanOrEqual(401);
    expect(check.agreeing).toBe(check.compared);
  }
});

test('sound networks of every kind have no number that breaks', () => {
  holds(networks({ T: 6, size: 3 }), 60, (network) => {
    expect(firstBroken(runOf(network))).toBeUndefined();
  });
});
