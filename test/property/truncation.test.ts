/** Truncation against the sequences it cuts out, each run by itself from the state carried to it. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  at,
  type Cell,
  type CellId,
  compile,
  execute,
  grad,
  numbersIn,
  type Op,
  type Shape,
  ShapeError,
  type Trace,
  term,
} from '../../src/engine';
import { finalOf, largest, type Network, networks, runOf } from './networks';
import { type Piece, piecesOf } from './pieces';
import { holds } from './seeded';

const steps = (T: number) => Array.from({ length: T }, (_, k) => k + 1);
const states = ({ cell }: Shape) => (cell === 'lstm' ? ['S', 'C'] : ['S']);

/** Sums of what the pieces say of something; undefined where none says anything. */
function sumOver(parts: readonly (Float64Array | undefined)[]): Float64Array | undefined {
  const there = parts.filter((part) => part !== undefined);
  if (there.length === 0) return undefined;
  return there[0].map((_, i) => there.reduce((sum, part) => sum + part[i], 0));
}

function isSame(
  trace: Trace,
  id: CellId,
  parts: readonly (Float64Array | undefined)[],
  allowed: number,
): void {
  const [got, expected] = [numbersIn(trace, id), sumOver(parts)];
  expect(got?.length, id).toBe(expected?.length);
  expected?.forEach((v, i) => {
    const off = Math.abs((got as Float64Array)[i] - v);
    expect(off, `${id}[${i}] is ${got?.[i]}, not ${v}`).toBeLessThanOrEqual(allowed);
  });
}

/** The gradient of every weight, each of its terms, and what reaches each state: sums of the pieces' own. */
function isSumOfPieces(network: Network): void {
  const trace = runOf(network);
  const pieces = piecesOf(network).map((piece): [Piece, Trace] => [piece, runOf(piece)]);
  const from = (name: (before: number) => CellId, where: (piece: Piece) => boolean = () => true) =>
    pieces.map(([piece, part]) => (where(piece) ? numbersIn(part, name(piece.before)) : undefined));
  const whole = trace.plan.weights.map((weight) => from(() => grad(weight)));
  const size = largest(...whole.flat().map((part) => part ?? []));
  const allowed = 1e-12 * (size + largest(...from(() => grad('S1')).map((part) => part ?? [])) + 1e-300);

  trace.plan.weights.forEach((weight, k) => {
    isSame(trace, grad(weight), whole[k], allowed * network.shape.T);
    for (const t of steps(network.shape.T)) {
      const own = from(
        (before) => term(weight, t - before),
        ({ before, shape }) => t > before && t <= before + shape.T,
      );
      isSame(trace, term(weight, t), own, 10 * allowed + 1e-12 * largest(...own.map((part) => part ?? [])));
    }
  });
  for (const lane of states(network.shape)) {
    for (const t of steps(network.shape.T)) {
      const own = from(
        (before) => grad(at(lane, t - before)),
        ({ before, shape }) => t > before && t <= before + shape.T,
      );
      isSame(trace, grad(at(lane, t)), own, 10 * allowed + 1e-12 * largest(...own.map((part) => part ?? [])));
    }
    const start = from(
      () => grad(at(lane, 0)),
      ({ reachesStart }) => reachesStart,
    );
    isSame(
      trace,
      grad(at(lane, 0)),
      start,
      10 * allowed + 1e-12 * largest(...start.map((part) => part ?? [])),
    );
  }
}

test('windows: each term is that of its window alone, begun from the carried state, also clipped at each step', () => {
  holds(networks({ T: 8, size: 4, truncation: ['window'] }), 70, isSumOfPieces);
});

test('a horizon: each term is the sum of what each error sends over its own last steps', () => {
  holds(networks({ T: 8, size: 4, truncation: ['horizon'] }), 70, isSumOfPieces);
});

/** The weights’ gradients, the terms and what reaches S_1 … S_T. */
function expectAlike(one: Trace, other: Trace, size: number): void {
  const { plan } = one;
  const { T } = plan.shape;
  const ids = [
    ...plan.weights.flatMap((weight) => [grad(weight), ...steps(T).map((t) => term(weight, t))]),
    ...states(plan.shape).flatMap((lane) => steps(T).map((t) => grad(at(lane, t)))),
  ];
  for (const id of ids) isSame(one, id, [numbersIn(other, id)], 1e-12 * (size + 1e-300));
}
const sizeOf = ({ plan, arena }: Trace) => largest(arena.subarray(plan.cells.get(plan.error)?.offset ?? 0));

const whole = networks({ T: 7, size: 4, truncation: ['none'], clip: ['off', 'norm', 'value'] });

test('windows and a horizon as long as the sequence cut nothing', () => {
  holds(fc.tuple(whole, fc.nat(3)), 30, ([{ shape, values }, more]) => {
    const full = execute(compile(shape), values);
    const horizon = execute(compile({ ...shape, horizon: shape.T + more }), values);
    expectAlike(horizon, full, sizeOf(full));
    const windows = execute(compile({ ...shape, window: shape.T + more }), values);
    expect(windows.plan.ops).toEqual(full.plan.ops);
    expect(windows.arena).toEqual(full.arena);
    if (more > 0) isSame(horizon, 'd:S0', [finalOf(full, 'd:S0')], 1e-12 * sizeOf(full));
  });
});

test('a horizon of 1 is windows of 1', () => {
  holds(whole, 60, ({ shape, values }) => {
    const horizon = execute(compile({ ...shape, horizon: 1 }), values);
    const windows = execute(compile({ ...shape, window: 1 }), values);
    expectAlike(horizon, windows, 0);
  });
});

test('with one error a horizon is a plain cut: nothing before S_{t−k+1}, all as before from there on', () => {
  holds(fc.tuple(whole, fc.nat()), 60, ([drawn, choice]) => {
    const errorAt = [drawn.shape.errorAt[choice % drawn.shape.errorAt.length]];
    const horizon = 1 + (choice % drawn.shape.T);
    const shape = { ...drawn.shape, errorAt };
    const full = execute(compile(shape), drawn.values);
    const cut = execute(compile({ ...shape, horizon }), drawn.values);
    const last = errorAt[0] - horizon;
    for (const t of steps(shape.T))
      for (const id of [...states(shape).map((lane) => grad(at(lane, t))), term('Ws', t)])
        expect(numbersIn(cut, id), id).toEqual(t > last ? numbersIn(full, id) : undefined);
    expect(cut.plan.ops.length).toBeLessThanOrEqual(full.plan.ops.length);
  });
});

test('truncation leaves the forward pass as it is', () => {
  holds(networks({ T: 8, truncation: ['window', 'horizon'] }), 40, ({ shape, values }) => {
    const cut = execute(compile(shape), values);
    const full = execute(compile({ ...shape, window: undefined, horizon: undefined }), values);
    for (const { out, pass } of full.plan.ops)
      if (pass === 'forward') expect(finalOf(cut, out), out).toEqual(finalOf(full, out));
  });
});

test('a horizon with clipping at each step is refused, for every cell, in a sentence', () => {
  holds(networks({ truncation: ['horizon'] }), 20, ({ shape }) => {
    expect(() => compile({ ...shape, clip: 'step' })).toThrow(ShapeError);
    expect(() => compile({ ...shape, clip: 'step' })).toThrow(/horizon.*cannot be clipped at each step/);
    expect(() => compile({ ...shape, window: 2 })).toThrow(/not both/);
  });
});

/** Steps to nowhere would be an operation whose place is read neither by another, under whatever name, nor by a person. */
test('no operation of the sweep is without use', () => {
  // A GRU's W_x x_t gets parts by age with a horizon, though only the sum of them goes on: two copies a step.
  const gru = networks({ T: 6, size: 2, cells: ['gru'], truncation: ['none', 'window'] });
  holds(fc.oneof(gru, networks({ T: 6, size: 2, cells: ['rnn', 'lstm'] })), 90, ({ shape }) => {
    const { ops, cells } = compile(shape);
    const placesOf = (id: CellId): (CellId | number)[] => {
      const { offset, rows, cols } = cells.get(id) as Cell;
      return offset < 0 ? [id] : Array.from({ length: rows * cols }, (_, i) => offset + i);
    };
    const read = new Set(ops.flatMap((op) => op.in.flatMap(placesOf)));
    const isIdle = ({ pass, out, t }: Op) =>
      pass === 'backward' &&
      !out.startsWith('sum:') &&
      !states(shape).some((lane) => out.startsWith(grad(at(lane, 0))) && t === 1) &&
      !placesOf(out).some((place) => read.has(place));
    expect(ops.filter(isIdle).map((op) => op.out)).toEqual([]);
  });
});
