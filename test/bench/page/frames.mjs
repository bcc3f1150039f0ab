/**
 * What a gesture costs, as the browser itself records it: frames, how long the main thread was busy for each, and how long
 * it took from the input to the frame that shows it.
 */

/** @typedef {import('@playwright/test').Browser} Browser */
/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {{ fps: number, busyMs: number, busyP95Ms: number, paintMs: number }} Frames */

/** Counts frames and waits in the page. Runs there, before anything else. */
export function watch() {
  /** @type {number[]} */
  const waits = [];
  let [frames, input] = [0, 0];
  let isWatching = false;
  const channel = new MessageChannel();
  /** What follows the frame's own drawing in the queue runs once it is painted. @type {number[]} */
  const painted = [];
  channel.port1.onmessage = () => {
    const since = painted.shift();
    if (isWatching && since !== undefined) waits.push(performance.now() - since);
  };
  addEventListener(
    'pointermove',
    ({ timeStamp }) => {
      // Of several before a frame the first has waited longest.
      input ||= timeStamp;
    },
    { capture: true },
  );
  const count = () => {
    requestAnimationFrame(count);
    if (!isWatching) return;
    frames++;
    if (input === 0) return;
    painted.push(input);
    input = 0;
    channel.port2.postMessage(0);
  };
  requestAnimationFrame(count);
  Object.assign(window, {
    unrolledBench: {
      start() {
        [frames, input, isWatching] = [0, 0, true];
        waits.length = 0;
      },
      stop() {
        isWatching = false;
        return { frames, waits };
      },
    },
  });
}

/** @param {readonly number[]} numbers @param {number} share */
const quantile = (numbers, share) =>
  [...numbers].sort((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * share))] ?? 0;

const categories = ['devtools.timeline', 'disabled-by-default-devtools.timeline'];

/**
 * Measures while `gesture` goes on.
 * @param {Browser} browser @param {Page} page
 * @param {() => Promise<void>} gesture moves the mouse for as long as is measured
 * @returns {Promise<Frames>}
 */
export async function measureFrames(browser, page, gesture) {
  await browser.startTracing(page, { categories });
  await page.evaluate(() => /** @type {any} */ (window).unrolledBench.start());
  const began = performance.now();
  await gesture();
  const seconds = (performance.now() - began) / 1000;
  const { frames, waits } = await page.evaluate(() => /** @type {any} */ (window).unrolledBench.stop());
  const trace = await browser.stopTracing();
  const busy = busyPerFrame(JSON.parse(trace.toString()).traceEvents);
  return {
    fps: frames / seconds,
    busyMs: quantile(busy, 0.5),
    busyP95Ms: quantile(busy, 0.95),
    paintMs: quantile(waits, 0.5),
  };
}

/** @typedef {{ name: string, ph: string, pid: number, tid: number, ts: number, dur?: number }} TraceEvent */

/**
 * By frame, how many ms the page's main thread ran tasks, from the one that draws it to the one that draws the next.
 * @param {readonly TraceEvent[]} events
 */
function busyPerFrame(events) {
  const draws = events.filter(({ name }) => name === 'FireAnimationFrame');
  const thread = mostFrequent(draws.map(threadOf));
  const own = (/** @type {TraceEvent} */ event) => threadOf(event) === thread;
  const tasks = events
    .filter((event) => event.ph === 'X' && event.name === 'RunTask' && own(event))
    .sort((a, b) => a.ts - b.ts);
  const drawn = draws.filter(own).map(({ ts }) => ts);
  /** @type {number[]} */
  const busy = [];
  for (const { ts, dur = 0 } of tasks) {
    if (drawn.some((at) => at >= ts && at < ts + dur)) busy.push(0);
    if (busy.length > 0) busy[busy.length - 1] += dur / 1000;
  }
  // The last is cut off by the end of the measurement.
  return busy.slice(1, -1);
}

const threadOf = (/** @type {TraceEvent} */ { pid, tid }) => `${pid} ${tid}`;

/** The page that is measured draws most. @param {readonly string[]} names */
function mostFrequent(names) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}
