/**
 * ml-matrix: backpropagation written by hand in its matrices. What does not depend on the state before is done for all
 * time steps in one product: W_x x, the readout, and every weight's gradient.
 */
import { load } from './load.mjs';

const { Matrix } = load('ml-matrix');

/** @param {import('../problem.ts').Problem} problem @returns {import('../problem.ts').Contestant} */
export function gradientOf({ T, H, Y, x, d, Wx, Ws, bs, Wy, by }) {
  /** @param {Float64Array} entries @param {number} rows */
  const matrix = (entries, rows) => Matrix.from1DArray(rows, entries.length / rows, entries);
  const given = {
    x: matrix(x, T),
    d: matrix(d, T),
    Wx: matrix(Wx, H).transpose(),
    Ws: matrix(Ws, H),
    Wy: matrix(Wy, Y),
  };
  const transposed = { Ws: given.Ws.transpose(), Wy: given.Wy.transpose() };
  /** @type {Record<string, any>} */
  let grads = {};
  const run = () => {
    // One row per time step.
    const drive = given.x.mmul(given.Wx).addRowVector(bs);
    const S = new Matrix(T + 1, H);
    let state = new Matrix(H, 1);
    for (let k = 0; k < T; k++) {
      state = given.Ws.mmul(state).add(drive.getRowVector(k).transpose()).tanh();
      S.setRow(k + 1, state.to1DArray());
    }
    const after = S.subMatrix(1, T, 0, H - 1);
    const before = S.subMatrix(0, T - 1, 0, H - 1);
    const dOut = after.mmul(transposed.Wy).addRowVector(by).sub(given.d).mul(2);
    const direct = dOut.mmul(given.Wy);
    const slope = Matrix.mul(after, after).mul(-1).add(1);
    const da = new Matrix(T, H);
    let carried = new Matrix(H, 1);
    for (let k = T - 1; k >= 0; k--) {
      const at = direct.getRowVector(k).transpose().add(carried).mul(slope.getRowVector(k).transpose());
      da.setRow(k, at.to1DArray());
      carried = transposed.Ws.mmul(at);
    }
    const daColumns = da.transpose();
    grads = {
      Wx: daColumns.mmul(given.x),
      Ws: daColumns.mmul(before),
      bs: da.sum('column'),
      Wy: dOut.transpose().mmul(after),
      by: dOut.sum('column'),
    };
  };
  return {
    run,
    grad: (weight) => (Array.isArray(grads[weight]) ? grads[weight] : grads[weight].to1DArray()),
  };
}
