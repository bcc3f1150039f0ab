/** The list of operations: each writes one cell, from cells that are there, and its result is what its rule says. */
import { expect, test } from 'vitest';
import { compile, doneAt, type Op, slopeOf, type Trace, valueAt } from '../../src/engine';
import { finalOf, largest, networks, runOf } from './networks';
import { holds } from './seeded';

type Vector = readonly number[];

const each = (...vectors: Vector[]) => vectors[0].map((_, i) => vectors.map((v) => v[i]));
const sum = (v: Vector) => v.reduce((total, x) => total + x, 0);
const slope = (g: Parameters<typeof slopeOf>[0]) => (d: Vector, y: Vector) =>
  each(d, y).map(([dk, yk]) => dk * slopeOf(g, yk));
const times = (w: Vector, v: Vector) =>
  Array.from({ length: w.length / v.length }, (_, row) =>
    sum(v.map((x, col) => w[row * v.length + col] * x)),
  );
const softmax = (o: Vector) => {
  const e = o.map((v) => Math.exp(v - Math.max(...o)));
  return e.map((v) => v / sum(e));
};
const clip = (d: Vector, [theta]: Vector) => d.map((v) => v * Math.min(1, theta / Math.hypot(...d)));

/** The rules of the networks drawn here, each written down a second time, plainly. */
const meaning: Readonly<Partial<Record<Op['rule'], (...inputs: Vector[]) => Vector>>> = {
  affine: (...inputs) => {
    const bias = inputs.length % 2 === 1 ? inputs.slice(-1) : [];
    const products = inputs.flatMap((w, k) =>
      k % 2 === 0 && inputs[k + 1] ? [times(w, inputs[k + 1])] : [],
    );
    return each(...products, ...bias).map(sum);
  },
  tanh: (a) => a.map(Math.tanh),
  sigmoid: (a) => a.map((v) => 1 / (1 + Math.exp(-v))),
  relu: (a) => a.map((v) => Math.max(0, v)),
  identity: (a) => a,
  hadamard: (...inputs) =>
    each(...inputs).map((row) => sum(row.flatMap((u, k) => (k % 2 === 0 ? [u * row[k + 1]] : [])))),
  squared: (d, y) => [sum(each(d, y).map(([dk, yk]) => (dk - yk) ** 2))],
  softmax,
  crossEntropy: (d, o) => [-sum(each(d, softmax(o)).map(([dk, yk]) => dk * Math.log(yk)))],
  crossEntropySlope: (d, y) => each(d, y).map(([dk, yk]) => yk - dk),
  total: (...errors) => [sum(errors.flat())],
  transposed: (w, d) => {
    const cols = w.length / d.length;
    return Array.from({ length: cols }, (_, col) => sum(d.map((x, row) => w[row * cols + col] * x)));
  },
  outer: (d, v) => d.flatMap((x) => v.map((y) => x * y)),
  tanhSlope: slope('tanh'),
  sigmoidSlope: slope('sigmoid'),
  reluSlope: slope('relu'),
  identitySlope: slope('identity'),
  squaredSlope: (d, y) => each(d, y).map(([dk, yk]) => -2 * (dk - yk)),
  add: (...parts) => each(...parts).map(sum),
  clip,
  descend: (w, dw, [eta]) => each(w, dw).map(([wk, dwk]) => wk - eta * dwk),
};

function isWhatItsRuleSays(trace: Trace, { rule, out, in: inputs }: Op): void {
  const read = inputs.map((id) => Array.from(finalOf(trace, id)));
  const expected = meaning[rule]?.(...read) ?? [];
  const got = finalOf(trace, out);
  const what = `${out} = ${rule}(${inputs.join(', ')})`;
  expect(got.length, what).toBe(expected.length);
  // The size of what was added up decides how much rounding there may be.
  const allowed = 1e-12 * (1 + largest(expected, ...read) * (1 + largest(...read)));
  expected.forEach((v, i) => {
    expect(Math.abs(got[i] - v), `${what}: [${i}] is ${got[i]}, not ${v}`).toBeLessThanOrEqual(allowed);
  });
}

test('each operation writes one cell that no other writes, and reads only what is given or written', () => {
  holds(networks(), 100, ({ shape }) => {
    const plan = compile(shape);
    const written = new Set<string>();
    for (const op of plan.ops) {
      expect(written.has(op.out), `${op.out} is written once`).toBe(false);
      written.add(op.out);
      expect(doneAt(plan, op.out), `${op.out} is known when it is written`).toBe(op.index + 1);
      for (const id of op.in) expect(doneAt(plan, id), `${op.out} reads ${id}`).toBeLessThanOrEqual(op.index);
    }
    expect(plan.ops.map((op) => op.index)).toEqual(plan.ops.map((_, k) => k));
    expect(plan.ops.at(-1)?.index).toBe(plan.bounds.end - 1);
  });
});

test('each operation’s result is what its rule makes of what it reads, and nothing overwrites it later', () => {
  holds(networks({ T: 7, size: 9 }), 80, (network) => {
    const trace = runOf(network);
    for (const op of trace.plan.ops) isWhatItsRuleSays(trace, op);
  });
});

test('passes follow each other, and time runs forward in the one and back in the other', () => {
  holds(networks(), 100, ({ shape }) => {
    const { ops, bounds } = compile(shape);
    const passOf = (k: number) =>
      k < bounds.backward ? 'forward' : k < bounds.update ? 'backward' : 'update';
    ops.forEach((op, k) => {
      expect(op.pass).toBe(passOf(k));
      if (k === 0 || ops[k - 1].pass !== op.pass) return;
      const onward = op.pass === 'forward' ? op.t - ops[k - 1].t : ops[k - 1].t - op.t;
      expect(onward, `${op.out} follows ${ops[k - 1].out}`).toBeGreaterThanOrEqual(0);
    });
  });
});

test('what is given cannot be lost: the run leaves every input as it was', () => {
  holds(networks(), 50, (network) => {
    const trace = runOf(network);
    const again = runOf(network);
    for (const id of [...trace.plan.weights, 'S0', 'theta', 'eta']) {
      expect(Array.from(finalOf(trace, id))).toEqual(Array.from(network.values[id]));
      expect(valueAt(trace, id, 0)).toBe(finalOf(trace, id));
    }
    expect(again.arena).toEqual(trace.arena);
  });
});
