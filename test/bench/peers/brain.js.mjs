/**
 * brain.js 2 beta: its recurrent network over time steps, with tanh in place of its relu and the slope of the squared
 * error set directly. It keeps its numbers in single precision. Its `add` assigns the gradient it carries back where it
 * should add, so the gradients of its biases are those of one time step alone: only the matrices are compared.
 */
import { load } from './load.mjs';

const { recurrent } = load('brain.js');

/** @typedef {{ rows: number, columns: number, weights: Float32Array, deltas: Float32Array }} Matrix */
/** @typedef {(left: Matrix, right: Matrix) => Matrix} Join */
/** @typedef {{ add: Join, multiply: Join, tanh: (matrix: Matrix) => Matrix }} Equation */
/** @typedef {{ weight: Matrix, transition: Matrix, bias: Matrix }} Layer */

/** @param {Equation} equation @param {Matrix} x @param {Matrix} S @param {Layer} layer */
const getEquation = (equation, x, S, { weight, transition, bias }) => {
  const sum = equation.add(equation.multiply(weight, x), equation.multiply(transition, S));
  return equation.tanh(equation.add(sum, bias));
};

/** @param {import('../problem.ts').Problem} problem @returns {import('../problem.ts').Contestant} */
export function gradientOf({ T, X, H, Y, x, d, Wx, Ws, bs, Wy, by }) {
  const network = new recurrent.RNNTimeStep({ inputSize: X, hiddenLayers: [H], outputSize: Y });
  network.getEquation = getEquation;
  network.initialize();
  const { model } = network;
  const [layer] = model.hiddenLayers;
  /** @type {Record<string, Matrix>} */
  const weights = {
    Wx: layer.weight,
    Ws: layer.transition,
    bs: layer.bias,
    Wy: model.outputConnector,
    by: model.output,
  };
  for (const [weight, entries] of Object.entries({ Wx, Ws, bs, Wy, by }))
    weights[weight].weights.set(entries);
  while (model.equations.length < T) network.bindEquation();
  const inputs = Array.from({ length: T }, (_, k) => Float32Array.from(x.subarray(k * X, (k + 1) * X)));
  const run = () => {
    for (let k = 0; k < T; k++) {
      const out = model.equations[k].runInput(inputs[k]);
      for (let i = 0; i < Y; i++) out.deltas[i] = 2 * (out.weights[i] - d[k * Y + i]);
    }
    network.backpropagate();
  };
  return { run, grad: (weight) => weights[weight].deltas, compared: ['Wx', 'Ws', 'Wy'], isSingle: true };
}
