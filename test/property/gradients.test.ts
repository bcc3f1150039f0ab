/** The backward pass against the definition of a derivative, which knows nothing of it. */
import { expect, test } from 'vitest';
import { compile, execute, grad, type Trace } from '../../src/engine';
import { finalOf, largest, type Network, networks, runOf } from './networks';
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

/** Which side of relu's kink each unit is on: where a difference crosses it, there is no derivative to compare with. */
function sides(trace: Trace): string {
  const { T, g1, g2, cell } = trace.plan.shape;
  const lanes = [cell === 'rnn' && g1 === 'relu' ? 'a' : '', g2 === 'relu' ? 'o' : ''].filter(Boolean);
  const bits = lanes.flatMap((lane) =>
    Array.from({ length: T }, (_, k) =>
      Array.from(finalOf(trace, `${lane}${k + 1}`), (v) => (v > 0 ? 1 : 0)),
    ),
  );
  return bits.flat().join('');
}

/** ∂E/∂(each entry of a lane) by differences; NaN where one crosses a kink. */
function differences({ shape, values }: Network, lane: string): Float64Array {
  const plan = compile(shape);
  const here = sides(execute(plan, values));
  return Float64Array.from(values[lane], (_, i) => {
    let sum = 0;
    for (const [step, weight] of stencil) {
      const moved = Float64Array.from(values[lane]);
      moved[i] += step * h;
      const trace = execute(plan, { ...values, [lane]: moved });
      if (sides(trace) !== here) return Number.NaN;
      sum += weight * finalOf(trace, plan.error)[0];
    }
    return sum / h;
  });
}

let compared = 0;

function agreesWithDifferences(network: Network): void {
  const trace = runOf(network);
  const error = Math.abs(finalOf(trace, trace.plan.error)[0]);
  const initial = network.shape.cell === 'lstm' ? ['S0', 'C0'] : ['S0'];
  const lanes = [...trace.plan.weights, ...initial];
  const steepest = largest(...lanes.map((lane) => finalOf(trace, grad(lane))));
  for (const lane of lanes) {
    const gradient = finalOf(trace, grad(lane));
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

const small = { T: 6, size: 5, clip: ['off'] } as const;

test('gradients of every weight and of S_0 are what differences say, in any vanilla network', () => {
  compared = 0;
  holds(networks({ ...small, cells: ['rnn'] }), 150, agreesWithDifferences);
  expect(compared).toBeGreaterThan(150); // kinks did not empty the comparison
});

test('gradients of every weight, of S_0 and of C_0 are what differences say, in any LSTM', () => {
  holds(networks({ ...small, T: 5, size: 4, cells: ['lstm'] }), 50, agreesWithDifferences);
});

test('they are so as well where the memory is long', () => {
  holds(
    networks({ T: 30, size: 3, clip: ['off'], g1: ['tanh', 'sigmoid'], g2: ['softmax', 'identity'] }),
    20,
    (drawn) => agreesWithDifferences(drawn),
  );
});
