/** recurrent-js: the network as its user writes it, a graph of matrix operations that is made anew for every gradient. */
import { load } from './load.mjs';

const { Graph, Mat } = load('recurrent-js');

/** @typedef {import('../problem.ts').Problem} Problem */

/** @param {Problem} problem @returns {import('../problem.ts').Contestant} */
export function gradientOf({ T, X, H, Y, x, d, Wx, Ws, bs, Wy, by }) {
  /** @param {ArrayLike<number>} entries @param {number} rows */
  const matrix = (entries, rows) => {
    const made = new Mat(rows, entries.length / rows);
    made.setFrom(entries);
    return made;
  };
  /** @type {Record<string, { dw: number[] | Float64Array }>} */
  const weights = {
    Wx: matrix(Wx, H),
    Ws: matrix(Ws, H),
    bs: matrix(bs, H),
    Wy: matrix(Wy, Y),
    by: matrix(by, Y),
  };
  const inputs = Array.from({ length: T }, (_, k) => matrix(x.subarray(k * X, (k + 1) * X), X));
  const run = () => {
    for (const { dw } of Object.values(weights)) dw.fill(0);
    const graph = new Graph();
    graph.memorizeOperationSequence(true);
    let S = new Mat(H, 1);
    for (let k = 0; k < T; k++) {
      const sum = graph.add(graph.mul(weights.Wx, inputs[k]), graph.mul(weights.Ws, S));
      S = graph.tanh(graph.add(sum, weights.bs));
      const out = graph.add(graph.mul(weights.Wy, S), weights.by);
      for (let i = 0; i < Y; i++) out.dw[i] = 2 * (out.w[i] - d[k * Y + i]);
    }
    graph.backward();
  };
  return { run, grad: (weight) => weights[weight].dw };
}
