/** The backward pass against the definition of a derivative, which knows nothing of it. */
import { expect, test } from 'vitest';
import { grad, numbersIn } from '../../src/engine';
import {
  activations,
  cellKinds,
  finalOf,
  largest,
  type Network,
  networks,
  outputs,
  runOf,
  truncations,
} from './networks';
import { truncatedError } from './pieces';
import { holds } from './seeded';

const h = 2.5e-4;
/** Steps of h and weights of E there: central differences of h/2, h and 2h, extrapolated twice to sixth order. */
const stencil = [
  [-2, -1 / 180],
  [-1, 40 / 180],
  [-0.5, -256 / 180],
  [0.5, 256 / 180],
  [1, -40 / 180],
  [2, 1 / 180],
] as const;
/** What is left out is of the order of h⁶; small against this, also in networks that are near to chaos. */
const tolerance = 1e-7;
/** Rounding of E, some 10⁻¹⁶ of what it is made of, divided by h. */
const rounding = 1e-10;

/** ∂E/∂(each entry of a lane) by differences; NaN where one crosses a kink and there is no derivative. */
function differences(network: Network, lane: string): Float64Array {
  const error = truncatedError(network);
  const here = error({}).sides;
  return Float64Array.from(network.values[lane], (_, i) => {
    let sum = 0;
    for (const [step, weight] of stencil) {
      const moved = Float64Array.from(network.values[lane]);
      moved[i] += step * h;
      const { E, sides } = error({ [lane]: moved });
      if (sides !== here) return Number.NaN;
      sum += weight * E;
    }
    return sum / h;
  });
}

let compared = 0;

function agreesWithDifferences(network: Network): void {
  const trace = runOf(network);
  const error = Math.abs(finalOf(trace, trace.plan.error)[0]);
  const { cell, horizon } = network.shape;
  // A horizon of k ends at S_{t−k+1}: that of E_k at S_1, though differences see S_0 behind it (see truncation.test.ts).
  const initial = horizon !== undefined ? [] : cell === 'lstm' ? ['S0', 'C0'] : ['S0'];
  const lanes = [...trace.plan.weights, ...initial];
  const gradientOf = (lane: string) =>
    numbersIn(trace, grad(lane)) ?? new Float64Array(network.values[lane].length); // absent: nothing reaches it
  const steepest = largest(...lanes.map(gradientOf));
  for (const lane of lanes) {
    const gradient = gradientOf(lane);
    const allowed = tolerance * largest(gradient) + rounding * (1 + error + steepest);
    differences(network, lane).forEach((difference, i) => {
      if (Number.isNaN(difference)) return;
      compared++;
      const off = Math.abs(difference - gradient[i]);
      expect(off, `d:${lane}[${i}] = ${gradient[i]}, by differences ${difference}`).toBeLessThanOrEqual(
        allowed,
      );
    });
  }
}

const unclipped = { clip: ['off', 'norm', 'value'], optimizer: ['sgd'] } as const;
const small = { ...unclipped, T: 5, size: 4 } as const;

test('gradients of every weight and of the initial states are what differences say, in any vanilla network', () => {
  compared = 0;
  holds(networks({ ...small, T: 6, cells: ['rnn'] }), 100, agreesWithDifferences);
  expect(compared).toBeGreaterThan(100); // kinks did not empty the comparison
});

test.each(['lstm', 'gru'] as const)('they are so in any %s', (cell) => {
  holds(networks({ ...small, cells: [cell] }), 40, agreesWithDifferences);
});

test.each(cellKinds)('they are so in a %s with every activation, loss and truncation', (cell) => {
  const kinds = cell === 'rnn' ? activations : (['tanh'] as const);
  for (const g1 of kinds)
    for (const g2 of outputs)
      for (const isHalved of g2 === 'softmax' ? [false] : [false, true])
        for (const isMean of [false, true])
          for (const truncation of truncations) {
            const one = { ...{ g1: [g1], g2: [g2], isHalved: [isHalved] }, ...{ isMean: [isMean] } };
            const bounds = { ...unclipped, ...one, cells: [cell], truncation: [truncation] };
            holds(networks({ ...bounds, T: 4, size: 2 }), 1, agreesWithDifferences);
          }
});

test('they are so as well where the memory is long', () => {
  const smooth = { g1: ['tanh', 'sigmoid'], g2: ['softmax', 'identity'] } as const;
  holds(networks({ ...unclipped, ...smooth, T: 30, size: 3, truncation: ['none', 'window'] }), 15, (drawn) =>
    agreesWithDifferences(drawn),
  );
});
