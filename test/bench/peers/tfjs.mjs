/**
 * TensorFlow.js, in single precision: the network as a function of its weights, differentiated by `tf.grads`. What does
 * not depend on the state before is done for all time steps in one product: W_x x and the readout.
 */
import { load } from './load.mjs';

const tf = load('@tensorflow/tfjs');

/** @typedef {any} Tensor */
/** @typedef {import('../problem.ts').Problem} Problem */

/** @param {Problem} problem @param {string} backend @returns {Promise<import('../problem.ts').Contestant>} */
export async function gradientOf(problem, backend) {
  if (backend === 'wasm') load('@tensorflow/tfjs-backend-wasm');
  await tf.setBackend(backend);
  await tf.ready();
  const { cell, T, X, H, Y } = problem;
  /** @param {Float64Array} entries @param {number} width */
  const matrix = (entries, width) => tf.tensor2d(Float32Array.from(entries), [entries.length / width, width]);
  const x = matrix(problem.x, X);
  const d = matrix(problem.d, Y);
  // Rows are time steps and weights stand transposed, so that no product needs a transposed copy.
  const names = cell === 'gru' ? ['Wx', 'Ws', 'bs', 'Wy', 'by', 'bx'] : ['Wx', 'Ws', 'bs', 'Wy', 'by'];
  const widths = /** @type {Record<string, number>} */ ({ Wx: X, Ws: H, Wy: H });
  const weights = names.map((name) => {
    const entries = /** @type {Float64Array} */ (problem[/** @type {keyof Problem} */ (name)]);
    const width = widths[name];
    return width ? tf.transpose(matrix(entries, width)) : tf.tensor1d(Float32Array.from(entries));
  });
  const zero = tf.zeros([1, H]);

  /** One step of each cell: the state (and C) after it. */
  const steps = {
    /** @param {Tensor} u @param {Tensor} w @param {Tensor[]} state */
    rnn: (u, w, [S]) => [tf.tanh(tf.add(u, tf.matMul(S, w)))],
    /** @param {Tensor} u @param {Tensor} w @param {Tensor[]} state */
    lstm: (u, w, [S, C]) => {
      const [i, f, g, o] = tf.split(tf.add(u, tf.matMul(S, w)), 4, 1);
      const kept = tf.add(tf.mul(tf.sigmoid(f), C), tf.mul(tf.sigmoid(i), tf.tanh(g)));
      return [tf.mul(tf.sigmoid(o), tf.tanh(kept)), kept];
    },
    /** @param {Tensor} u @param {Tensor} w @param {Tensor[]} state @param {Tensor} bs */
    gru: (u, w, [S], bs) => {
      const [ur, uz, un] = tf.split(u, 3, 1);
      const [wr, wz, wn] = tf.split(tf.add(tf.matMul(S, w), bs), 3, 1);
      const z = tf.sigmoid(tf.add(uz, wz));
      const n = tf.tanh(tf.add(un, tf.mul(tf.sigmoid(tf.add(ur, wr)), wn)));
      return [tf.add(n, tf.mul(z, tf.sub(S, n)))];
    },
  };

  /** @param {Tensor[]} given the weights in the order of `names` */
  const error = (...given) => {
    const [Wx, Ws, bs, Wy, by, bx] = given;
    const drive = tf.add(tf.matMul(x, Wx), bx ?? bs);
    const parts = T === 1 ? [drive] : tf.split(drive, T, 0);
    let state = [zero, zero];
    const S = parts.map((/** @type {Tensor} */ u) => {
      state = steps[cell](u, Ws, state, bs);
      return state[0];
    });
    const out = tf.add(tf.matMul(tf.concat(S, 0), Wy), by);
    return tf.sum(tf.square(tf.sub(d, out)));
  };

  const differentiate = tf.grads(error);
  /** @type {Tensor[]} */
  let grads = [];
  const run = () => {
    tf.dispose(grads);
    grads = tf.tidy(() => differentiate(weights));
  };
  /** @param {string} weight */
  const grad = (weight) => {
    const made = grads[names.indexOf(weight)];
    return widths[weight] ? tf.tidy(() => tf.transpose(made).dataSync()) : made.dataSync();
  };
  return { run, grad, isSingle: true };
}
