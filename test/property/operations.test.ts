/** The list of operations: each writes one cell, from cells that are there, and its result is what its rule says. */
import { expect, test } from 'vitest';
import { compile, doneAt, type Op, slopeOf, type Trace, valueAt } from '../../src/engine';
import { cellKinds, clips, finalOf, largest, networks, optimizers, runOf, truncations } from './networks';
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

/** Every rule, written down a second time, plainly. */
const meaning: Readonly<Record<Op['rule'], (...inputs: Vector[]) => Vector>> = {
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
  mix: (z, n, h) => each(z, n, h).map(([zk, nk, hk]) => (1 - zk) * nk + zk * hk),
  mixGate: (d, h, n) => each(d, h, n).map(([dk, hk, nk]) => dk * (hk - nk)),
  mixNew: (d, z) => each(d, z).map(([dk, zk]) => dk * (1 - zk)),
  squared: (d, y) => [sum(each(d, y).map(([dk, yk]) => (dk - yk) ** 2))],
  halfSquared: (d, y) => [sum(each(d, y).map(([dk, yk]) => (dk - yk) ** 2)) / 2],
  softmax,
  crossEntropy: (d, o) => [-sum(each(d, softmax(o)).map(([dk, yk]) => dk * Math.log(yk)))],
  crossEntropySlope: (d, y, [share] = [1]) => each(d, y).map(([dk, yk]) => share * (yk - dk)),
  total: (...errors) => [sum(errors.flat())],
  mean: (...errors) => [sum(errors.flat()) / errors.length],
  transposed: (w, d) => {
    const cols = w.length / d.length;
    return Array.from({ length: cols }, (_, col) => sum(d.map((x, row) => w[row * cols + col] * x)));
  },
  outer: (d, v) => d.flatMap((x) => v.map((y) => x * y)),
  tanhSlope: slope('tanh'),
  sigmoidSlope: slope('sigmoid'),
  reluSlope: slope('relu'),
  identitySlope: slope('identity'),
  squaredSlope: (d, y, [share] = [1]) => each(d, y).map(([dk, yk]) => -2 * share * (dk - yk)),
  halfSquaredSlope: (d, y, [share] = [1]) => each(d, y).map(([dk, yk]) => -share * (dk - yk)),
  add: (...parts) => each(...parts).map(sum),
  pass: (d) => d,
  clip,
  norm: (...all) => [Math.hypot(...all.flat())],
  clipByNorm: (d, [length], [theta]) => d.map((v) => v * Math.min(1, theta / (length + 1e-6))),
  clipByValue: (d, [theta]) => d.map((v) => (Math.abs(v) > theta ? Math.sign(v) * theta : v)),
  momentum: (v, d, [mu]) => each(v, d).map(([vk, dk]) => mu * vk + dk),
  average: (m, d, [beta]) => each(m, d).map(([mk, dk]) => beta * mk + (1 - beta) * dk),
  averageSquare: (v, d, [beta]) => each(v, d).map(([vk, dk]) => beta * vk + (1 - beta) * dk ** 2),
  unbias: (m, [beta], [updates]) => m.map((v) => v / (1 - beta ** (updates + 1))),
  descendAdam: (w, m, v, [eta], [epsilon]) =>
    each(w, m, v).map(([wk, mk, vk]) => wk - (eta * mk) / (Math.sqrt(vk) + epsilon)),
  descend: (w, dw, [eta]) => each(w, dw).map(([wk, dwk]) => wk - eta * dwk),
};

function isWhatItsRuleSays(trace: Trace, { rule, out, in: inputs }: Op): void {
  const read = inputs.map((id) => Array.from(finalOf(trace, id)));
  const expected = meaning[rule](...read);
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
  holds(networks({ T: 7, size: 3 }), 50, ({ shape }) => {
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
  holds(networks({ T: 6, size: 6 }), 40, (network) => {
    const trace = runOf(network);
    for (const op of trace.plan.ops) isWhatItsRuleSays(trace, op);
  });
});

test('it is so where vectors are long and products take other ways', () => {
  holds(networks({ T: 6, size: 40 }), 25, (network) => {
    const trace = runOf(network);
    for (const op of trace.plan.ops) isWhatItsRuleSays(trace, op);
  });
});

test('it is so with every cell, truncation, clip and optimizer', () => {
  for (const cell of cellKinds)
    for (const truncation of truncations)
      for (const clip of clips)
        for (const optimizer of optimizers) {
          const one = { cells: [cell], truncation: [truncation], clip: [clip], optimizer: [optimizer] };
          holds(networks({ ...one, T: 3, size: 2 }), 1, (network) => {
            const trace = runOf(network);
            for (const op of trace.plan.ops) isWhatItsRuleSays(trace, op);
          });
        }
});

test('passes follow each other, and time runs forward in the one and back in the other', () => {
  holds(networks({ T: 7, size: 3 }), 50, ({ shape }) => {
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
