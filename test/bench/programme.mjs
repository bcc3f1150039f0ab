/** Who is measured at what: cells, sizes, contestants. */

/** @typedef {'rnn' | 'lstm' | 'gru'} CellKind */

/**
 * @typedef {object} Task one contestant at one size
 * @property {CellKind} cell
 * @property {string} name
 * @property {number} T
 * @property {number} H
 * @property {string} peers the folder of the peers' adapters
 * @property {number} ms how long to take turns
 */

/**
 * @typedef {object} Measured
 * @property {[plain: number, contestant: number][]} rounds nanoseconds of one gradient, round by round
 * @property {number} difference the largest between the gradients, relative to each one's largest entry
 * @property {number} multiplyAdds of one gradient
 */

/** @type {readonly (readonly [T: number, H: number])[]} */
export const sizes = [
  [3, 2],
  [10, 4],
  [50, 16],
  [200, 32],
  [1000, 64],
];

const ours = ['unrolled', 'unrolled recorded'];
const tfjs = ['tfjs CPU', 'tfjs WASM'];

/** @type {Readonly<Record<CellKind, readonly string[]>>} */
export const contestants = {
  rnn: [...ours, 'recurrent-js', 'brain.js', 'ml-matrix', ...tfjs],
  lstm: [...ours, ...tfjs],
  gru: [...ours, ...tfjs],
};

/** What a reader must know of a peer. @type {Readonly<Record<string, string>>} */
export const notes = {
  'brain.js': 'single precision; gradients of its biases are wrong, so only the matrices are compared',
  'tfjs CPU': '@tensorflow/tfjs, single precision',
  'tfjs WASM': '@tensorflow/tfjs, single precision',
};

/** @param {string} name */
export const isOurs = (name) => ours.includes(name);

/** Every measurement once, all contestants at one size after the other. @returns {Pick<Task, 'cell' | 'name' | 'T' | 'H'>[]} */
export const everything = () =>
  /** @type {CellKind[]} */ (Object.keys(contestants)).flatMap((cell) =>
    sizes.flatMap(([T, H]) => contestants[cell].map((name) => ({ cell, name, T, H }))),
  );
