/** What each error sends to each state: against runs with that error alone, and against the sum that the run has. */
import { expect, test } from 'vitest';
import {
  at,
  type CellId,
  compile,
  execute,
  grad,
  type Heard,
  norm,
  numbersIn,
  type Trace,
  term,
} from '../../src/engine';
import { heardBy } from '../../src/engine/pairs';
import { cellKinds, largest, type Network, networks, runOf } from './networks';
import { holds } from './seeded';

const lanesOf = (trace: Trace) => trace.plan.program.states;

/** One error alone, whole and not clipped. */
function runOfError({ shape, values }: Network, t: number): Trace {
  const { isMean: _isMean, ...rest } = shape;
  return execute(compile({ ...rest, errorAt: [t], clip: 'off' }), values);
}

/** A norm of a run: absent, where the run has no such cell. */
const sizeIn = (trace: Trace, id: CellId): number => {
  const numbers = numbersIn(trace, id);
  return numbers ? norm(numbers) : Number.NaN;
};

function isAlike(heard: Heard, alone: Trace, T: number): void {
  const wanted = (id: (j: number) => CellId) =>
    Array.from({ length: T }, (_, index) => sizeIn(alone, id(index + 1)));
  const compare = (norms: ArrayLike<number>, expected: readonly number[], what: string) => {
    const allowed = 1e-11 * largest(expected.filter(Number.isFinite)) + 1e-300;
    for (const [index, size] of expected.entries()) {
      const got = norms[index + 1];
      expect(Number.isNaN(got), `${what}${index + 1} from E${heard.t} is absent`).toBe(Number.isNaN(size));
      if (!Number.isNaN(size))
        expect(
          Math.abs(got - size),
          `${what}${index + 1} from E${heard.t}: ${got}, not ${size}`,
        ).toBeLessThanOrEqual(allowed);
    }
  };
  for (const lane of lanesOf(alone)) {
    compare(
      heard.states[lane],
      wanted((j) => grad(at(lane, j))),
      lane,
    );
  }
  compare(
    heard.terms,
    wanted((j) => term('Ws', j)),
    'Ws@',
  );
  const whole = sizeIn(alone, grad('Ws'));
  expect(Math.abs(heard.sums[heard.first] - whole)).toBeLessThanOrEqual(
    1e-10 * largest(heard.terms.filter(Number.isFinite)) + 1e-300,
  );
}

test.each(cellKinds)('of a %s each error sends what a run with that error alone sends', (cell) => {
  holds(networks({ cells: [cell], clip: ['off', 'norm', 'value'] }), 60, (network) => {
    for (const heard of heardBy(runOf(network), { hasSums: true }))
      isAlike(heard, runOfError(network, heard.t), network.shape.T);
  });
});

test.each(cellKinds)(
  'of a %s the parts of all errors add up to δ, also where each step is clipped',
  (cell) => {
    holds(networks({ cells: [cell], clip: ['off', 'step'] }), 60, (network) => {
      const { errorAt, isMean } = network.shape;
      const trace = runOf(network);
      const sums = new Map<CellId, Float64Array>();
      const sizes = new Map<CellId, number>();
      heardBy(trace, {
        visit(_, state, gradient) {
          const sum = sums.get(state) ?? new Float64Array(gradient.length);
          sums.set(
            state,
            sum.map((v, i) => v + gradient[i]),
          );
          sizes.set(state, (sizes.get(state) ?? 0) + norm(gradient));
        },
      });
      for (const lane of lanesOf(trace))
        for (let t = 1; t <= network.shape.T; t++) {
          const id = at(lane, t);
          const [got, wanted] = [sums.get(id), numbersIn(trace, grad(id))];
          expect(got?.length, id).toBe(wanted?.length);
          const share = isMean ? errorAt.length : 1;
          wanted?.forEach((v, i) => {
            const error = Math.abs((got as Float64Array)[i] / share - v);
            expect(error, `${id}[${i}]`).toBeLessThanOrEqual(1e-11 * (sizes.get(id) ?? 0) + 1e-300);
          });
        }
    });
  },
);
