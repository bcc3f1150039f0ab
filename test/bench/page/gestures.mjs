/**
 * What is measured: a size, a gesture, and how the mouse makes it. Each opens the page by a link, at the end of the backward
 * pass, and moves back and forth for as long as it is asked to.
 */
import lz from 'lz-string';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {{ x: number, y: number, width: number, height: number }} Box */
/** @typedef {'threshold' | 'scrub' | 'pan'} Gesture */
/** @typedef {readonly [x: number, y: number]} Point */

/** @type {readonly Gesture[]} */
export const gestures = ['threshold', 'scrub', 'pan'];

/** @type {readonly (readonly [T: number, H: number])[]} */
export const sizes = [
  [20, 8],
  [50, 16],
  [200, 32],
  [1000, 64],
];

/** A network that neither vanishes nor explodes within the window, so that there is as much to draw as there can be. */
const setupOf = (/** @type {number} */ T, /** @type {number} */ H) => ({
  ...{ T, H, X: 2, Y: 2, bias: true, scale: 1.4, edits: {}, errorAt: 'every' },
  ...{ clip: 'step', threshold: 1 },
});

/** So much of a sequence is in the window that is panned, where all of it would have room. */
const PANNED = 0.8;

/** @param {Gesture} gesture @param {number} T @param {number} H */
export function addressOf(gesture, T, H) {
  const content = {
    setup: setupOf(T, H),
    chartOf: T,
    at: ['backward', 1, 'd:a'],
    ...(gesture === 'pan' && T <= 60 && { excerpt: { from: 1, count: Math.round(T * PANNED) } }),
  };
  return `#v1.${lz.compressToEncodedURIComponent(JSON.stringify(content))}`;
}

/** @param {Page} page @param {string} name @returns {Promise<Box>} */
async function boxOf(page, name) {
  const slider = page.getByRole('slider', { name, exact: true });
  await slider.scrollIntoViewIfNeeded();
  const box = await slider.boundingBox();
  if (!box) throw new Error(`There is no slider ${name}.`);
  return box;
}

/** There and back again in so many moves. */
const MOVES = 90;

/** From 0 to 1 and back, evenly. @param {number} move */
const swing = (move) => {
  const share = (move % (2 * MOVES)) / MOVES;
  return share <= 1 ? share : 2 - share;
};

/**
 * Where the mouse takes hold, and where it is after so many moves.
 * @param {Page} page @param {Gesture} gesture @param {number} T
 * @returns {Promise<(move: number) => Point>}
 */
export async function pathOf(page, gesture, T) {
  if (gesture === 'threshold') {
    const line = await boxOf(page, 'Clip threshold line');
    const [x, y] = [line.x + line.width / 2, line.y + line.height / 2];
    return (move) => [x, y + 24 * (swing(move + MOVES / 2) - 0.5)];
  }
  if (gesture === 'scrub') {
    const time = await boxOf(page, 'Step');
    // The backward row, as far as it reaches below the columns.
    return (move) => [time.x + time.width * (0.1 + 0.7 * swing(move)), time.y + time.height / 2];
  }
  const strip = await boxOf(page, 'Steps in sight');
  const [from, to] = T <= 60 ? [0.42, 0.58] : [0.1, 0.9];
  return (move) => [strip.x + strip.width * (from + (to - from) * swing(move)), strip.y + strip.height / 2];
}
