/** Typed results: right ones are never called mistakes, and a mistake that was made is named. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compile, execute, numbersIn, type Op, type Trace } from '../../src/engine';
import { readTyped, recognise, type Typed } from '../../src/lessons/mistakes';
import { candidates } from '../../src/lessons/mistakes/candidates';
import { type Deed, leadingTo, redo } from '../../src/lessons/mistakes/redo';
import { largest, type Network, networks, runOf } from './networks.ts';
import { holds } from './seeded.ts';

/** A network, and the place of one of its operations as a share of them all. */
const drawn = fc.record({
  network: networks({ T: 5, size: 3 }),
  place: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
});

const opOf = ({ plan }: Trace, place: number): Op => plan.ops[Math.floor(place * plan.ops.length)];

const fullOf = ({ shape, values }: Network, trace: Trace): Trace => {
  const { window, horizon, ...whole } = shape;
  return window === undefined && horizon === undefined ? trace : execute(compile(whole), values);
};

/** Numbers as a person writes them down with so many digits, in the result's own rows. */
function written(numbers: ArrayLike<number>, cols: number, digits: number): string {
  const entries = Array.from(numbers, (value) => value.toPrecision(digits));
  const rows = Array.from({ length: entries.length / cols }, (_, row) =>
    entries.slice(row * cols, (row + 1) * cols),
  );
  return rows.map((row) => row.join(' ')).join('\n');
}

function typedOf(text: string): Typed {
  const typed = readTyped(text);
  if ('error' in typed) throw new Error(`${typed.error} in ${text}`);
  return typed;
}

test('what is done once more without a mistake gives the same numbers', () => {
  holds(drawn, 300, ({ network, place }) => {
    const trace = runOf(network);
    const op = opOf(trace, place);
    const way = leadingTo(trace.plan, op);
    expect(way.at(-1)).toBe(op);
    const right = numbersIn(trace, op.out) as Float64Array;
    const deeds = new Map(way.map((one): [number, Deed] => [one.index, (bench) => bench.right(one).numbers]));
    const again = redo(trace, way, deeds);
    expect(again).toHaveLength(right.length);
    again.forEach((value, i) => {
      expect(Math.abs(value - right[i])).toBeLessThanOrEqual(1e-12 * largest(right, again));
    });
  });
});

test('a right result with three digits or more is right', () => {
  holds(fc.tuple(drawn, fc.integer({ min: 3, max: 17 })), 400, ([{ network, place }, digits]) => {
    const trace = runOf(network);
    const op = opOf(trace, place);
    const cols = trace.plan.cells.get(op.out)?.cols ?? 1;
    const typed = typedOf(written(numbersIn(trace, op.out) as Float64Array, cols, digits));
    expect(recognise(trace, op, typed, fullOf(network, trace))).toEqual({ kind: 'right' });
  });
});

test('each mistake is named when its number differs from the right one, and never where it does not', () => {
  const named = new Set<string>();
  holds(drawn, 150, ({ network, place }) => {
    const trace = runOf(network);
    const op = opOf(trace, place);
    const full = fullOf(network, trace);
    const { rows, cols } = trace.plan.cells.get(op.out) ?? { rows: 1, cols: 1 };
    for (const { id, numbers, isVague } of candidates(trace, op, full)) {
      if (numbers.length !== rows * cols) continue;
      const typed = typedOf(written(numbers, cols, 3));
      const verdict = recognise(trace, op, typed, full);
      const right = numbersIn(trace, op.out) as Float64Array;
      const isRight = typed.entries.every(
        ({ value, tolerance }, i) => Math.abs(value - right[i]) <= tolerance * (1 + 1e-9),
      );
      if (isRight) expect(verdict.kind, id).toBe('right');
      else {
        expect(verdict.kind, `${id} at ${op.out}`).toBe('mistaken');
        const found = verdict.kind === 'mistaken' ? verdict.mistakes.map((mistake) => mistake.id) : [];
        if (!isVague) expect(found).toContain(id);
        named.add(id);
      }
    }
  });
  // What was drawn was not all the same.
  expect(named.size).toBeGreaterThan(15);
});
