/**
 * One full gradient (forward, backward, all weights) of a tanh RNN with biases, X = Y = 2, squared error at every step:
 * the engine, not recording (one arena, used again) and recording (a trace of its own each time), against plain loops.
 * They take turns in one process; of each the median over the rounds is told, as a ratio to the plain loop's.
 */
import { compile, gradient, pack, record, type Shape, type Values } from '../../src/engine';
import { plainGradient, workspace } from './plain';

const sizes = [
  [3, 2],
  [50, 16],
  [1000, 64],
] as const;
const rounds = 15;
const roundMs = 40;

interface Contestant {
  readonly name: string;
  readonly run: () => unknown;
  readonly grad: (weight: string) => ArrayLike<number>;
}

/** Numbers between −1 and 1 from a small generator (mulberry32), so that every run measures the same. */
function numbers(n: number, seed: number, scale: number): Float64Array {
  let state = seed;
  return Float64Array.from({ length: n }, () => {
    state = (state + 0x6d2b79f5) | 0;
    let z = Math.imul(state ^ (state >>> 15), 1 | state);
    z = (z + Math.imul(z ^ (z >>> 7), 61 | z)) ^ z;
    return (((z ^ (z >>> 14)) >>> 0) / 2 ** 31 - 1) * scale;
  });
}

function contestants(T: number, H: number): Contestant[] {
  const [X, Y] = [2, 2];
  const errorAt = Array.from({ length: T }, (_, k) => k + 1);
  const shape: Shape = {
    cell: 'rnn',
    T,
    X,
    H,
    Y,
    g1: 'tanh',
    g2: 'identity',
    bias: true,
    errorAt,
    clip: 'off',
  };
  const given = {
    x: numbers(T * X, 1, 1),
    d: numbers(T * Y, 2, 1),
    Wx: numbers(H * X, 3, 0.5),
    Ws: numbers(H * H, 4, 1 / Math.sqrt(H)),
    bs: numbers(H, 5, 0.1),
    Wy: numbers(Y * H, 6, 1 / Math.sqrt(H)),
    by: numbers(Y, 7, 0.1),
  };
  const values: Values = { ...given, S0: new Float64Array(H), theta: [1], eta: [0.1] };
  const plan = compile(shape);
  const start = pack(plan, values);
  const arena = new Float64Array(plan.size);
  arena.set(start);
  let trace = record(plan, start);
  const plain = { T, X, H, Y, ...given };
  const work = workspace(plain);
  const inArena = (m: Float64Array, weight: string) => {
    const { offset, rows, cols } = plan.cells.get(`d:${weight}`) ?? { offset: 0, rows: 0, cols: 0 };
    return m.subarray(offset, offset + rows * cols);
  };
  return [
    {
      name: 'plain loop',
      run: () => plainGradient(plain, work),
      grad: (weight) => work[weight as keyof typeof work],
    },
    { name: 'unrolled', run: () => gradient(plan, arena), grad: (weight) => inArena(arena, weight) },
    {
      name: 'unrolled recorded',
      run: () => {
        trace = record(plan, start);
      },
      grad: (weight) => inArena(trace.arena, weight),
    },
  ];
}

/** Nanoseconds for one run, over `times` runs. */
function time(run: () => unknown, times: number): number {
  const start = process.hrtime.bigint();
  for (let k = 0; k < times; k++) run();
  return Number(process.hrtime.bigint() - start) / times;
}

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1];

/** Refuses to measure what does not compute the same. */
function verify(all: Contestant[]): void {
  for (const { run } of all) run();
  const [first, ...others] = all;
  for (const weight of ['Wx', 'Ws', 'bs', 'Wy', 'by']) {
    const expected = Array.from(first.grad(weight));
    const largest = Math.max(...expected.map(Math.abs));
    for (const other of others) {
      const got = other.grad(weight);
      const error = Math.max(...expected.map((v, k) => Math.abs(got[k] - v))) / largest;
      if (!(error < 1e-10)) throw new Error(`${other.name}: the gradient of ${weight} differs by ${error}.`);
    }
  }
}

/** Multiply-adds of one gradient: each matrix is used forward, to carry back, and for its own gradient. */
const multiplyAdds = (T: number, H: number): number => T * (3 * H * H + 3 * 2 * H + 2 * 2 * H);

for (const [T, H] of sizes) {
  const all = contestants(T, H);
  verify(all);
  const times = all.map(({ run }) =>
    Math.max(1, Math.round((roundMs * 1e6) / median([1, 2, 3].map(() => time(run, 20))))),
  );
  const measured = all.map((): number[] => []);
  for (let round = 0; round < rounds; round++) {
    for (const [k, { run }] of all.entries()) measured[k].push(time(run, times[k]));
  }
  const [yardstick] = measured.map(median);
  for (const [k, { name }] of all.entries()) {
    const ns = median(measured[k]);
    const gflops = (2 * multiplyAdds(T, H)) / ns;
    console.log(
      `T=${T} H=${H}`.padEnd(14) +
        name.padEnd(20) +
        `${(ns / 1000).toFixed(2)} µs`.padStart(14) +
        `${(ns / yardstick).toFixed(2)} ×`.padStart(9) +
        `${gflops.toFixed(2)} GFLOP/s`.padStart(16),
    );
  }
}
