/** Reading a trace: the same number whenever, and in whatever order, one looks. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { at, doneAt, grad, type Plan, partial, term, valueAt } from '../../src/engine';
import { finalOf, isReached, networks, runOf } from './networks';
import { holds } from './seeded';

/** Bit for bit: −0 is not 0, NaN is NaN. */
const bits = (value: Float64Array | undefined) =>
  value && Array.from(new BigUint64Array(value.slice().buffer));

/** All that there is to look at: what is given, what operations write, the gradients of the weights. */
const cellsOf = (plan: Plan) => [
  ...[...plan.cells.values()].filter((cell) => cell.doneAt === 0 && cell.offset >= 0).map((cell) => cell.id),
  ...plan.ops.map((op) => op.out),
  ...plan.weights.flatMap((w) => [grad(w), ...(plan.terms.get(w) ?? []).map(({ t }) => term(w, t))]),
];

const visits = fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 1, maxLength: 60 });

test('a cell’s number does not depend on what was looked at before', () => {
  holds(fc.tuple(networks({ T: 6, size: 4 }), visits), 60, ([network, path]) => {
    const trace = runOf(network);
    const ids = cellsOf(trace.plan);
    for (const [k, p] of path) {
      const id = ids[k % ids.length];
      const playhead = p % (trace.plan.bounds.end + 1);
      const fresh = runOf(network);
      expect(bits(valueAt(trace, id, playhead)), `${id} at ${playhead}`).toEqual(
        bits(valueAt(fresh, id, playhead)),
      );
    }
  });
});

test('partial sums are the same from the first to the last as from the last to the first', () => {
  holds(networks({ T: 9, size: 5 }), 50, (network) => {
    const [there, back] = [runOf(network), runOf(network)];
    const ids = there.plan.ops.map((op) => op.out);
    const onward = ids.map((id) => bits(finalOf(there, id)));
    const reversed = ids.toReversed().map((id) => bits(finalOf(back, id)));
    expect(onward).toEqual(reversed.toReversed());
  });
});

test('a cell is undefined exactly before its operation, and the same array from then on', () => {
  holds(networks({ T: 6 }), 60, (network) => {
    const trace = runOf(network);
    for (const id of cellsOf(trace.plan)) {
      const done = doneAt(trace.plan, id);
      if (done > 0) expect(valueAt(trace, id, done - 1), `${id} before`).toBeUndefined();
      const value = valueAt(trace, id, done);
      const { rows, cols } = trace.plan.cells.get(id) ?? { rows: 0, cols: 0 };
      expect(value, `${id} from ${done} on`).toHaveLength(rows * cols);
      expect(valueAt(trace, id, trace.plan.bounds.end)).toBe(value);
    }
  });
});

test('each partial sum is the one before it and its term, and the last is the run’s total, bit for bit', () => {
  holds(networks({ T: 14, size: 7 }), 60, (network) => {
    const trace = runOf(network);
    for (const weight of trace.plan.weights) {
      const steps = (trace.plan.terms.get(weight) ?? []).map(({ t }) => t);
      let sum = new Float64Array(finalOf(trace, grad(weight)).length);
      for (const t of steps) {
        const own = finalOf(trace, term(weight, t));
        sum = sum.map((v, i) => v + own[i]);
        expect(finalOf(trace, partial(weight, t)), `sum:${weight}@${t}`).toEqual(sum);
      }
      const last = partial(weight, steps.at(-1) as number);
      expect(bits(finalOf(trace, last))).toEqual(bits(finalOf(trace, grad(weight))));
      expect(doneAt(trace.plan, grad(weight))).toBe(doneAt(trace.plan, last));
    }
  });
});

test('terms stand at the steps that a gradient reaches, and only there', () => {
  holds(networks(), 100, (network) => {
    const { plan } = runOf(network);
    const { errorAt, T } = network.shape;
    const reached = Array.from({ length: T }, (_, k) => k + 1).filter((t) => isReached(network.shape, t));
    for (const weight of plan.weights) {
      const steps = plan.terms.get(weight)?.map(({ t }) => t);
      expect(steps).toEqual((weight === 'Wy' || weight === 'by' ? [...errorAt] : reached).toReversed());
    }
    for (let t = 0; t <= T; t++)
      expect(plan.cells.has(grad(at('S', t))), `d:S${t}`).toBe(isReached(network.shape, t));
  });
});
