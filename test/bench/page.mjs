/**
 * `npm run bench:page`: how fast the built page follows the mouse in headless Chromium, while the threshold is dragged, the
 * timeline scrubbed and the window on a long sequence panned; beside it a bare page that only moves as many rectangles.
 *
 *   npm run bench:page                    everything, and the heap after five minutes of scrubbing: about eight minutes
 *   npm run bench:page -- --quick         without the five minutes
 *   npm run bench:page -- --json FILE     also as { rows: [{ gesture, T, H, fps, busyMs, busyP95Ms, paintMs, floorBusyMs }], heapMB }
 *   npm run bench:page -- --only scrub,1000    gestures and sizes that are named so
 */
import { writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { findBrowser, launchOptions } from '../../scripts/browser.mjs';
import { buildSite, freePort, privateFolder, serveSite } from '../../scripts/site.mjs';
import { countDrawn, openFloor } from './page/floor.mjs';
import { measureFrames, watch } from './page/frames.mjs';
import { addressOf, gestures, pathOf, sizes } from './page/gestures.mjs';

/** @typedef {import('@playwright/test').Page} Page */

const { values: options } = parseArgs({
  options: { json: { type: 'string' }, only: { type: 'string' }, quick: { type: 'boolean' } },
});
/** So long is measured, after so much of the same that is not. */
const [seconds, warm] = [4, 1];
const [minutes, T_OF_HEAP, H_OF_HEAP] = [5, 1000, 64];
const viewport = { width: 1440, height: 900 };

/**
 * Moves the mouse for some seconds, as fast as the page takes it in.
 * @param {Page} page @param {(move: number) => readonly [number, number]} path @param {number} seconds
 */
async function moveAlong(page, path, seconds) {
  const end = performance.now() + 1000 * seconds;
  for (let move = 0; performance.now() < end; move++) await page.mouse.move(...path(move));
}

/** @param {Page} page @param {(move: number) => readonly [number, number]} path */
async function measured(page, path) {
  await page.mouse.move(...path(0));
  await page.mouse.down();
  await moveAlong(page, path, warm);
  const frames = await measureFrames(browser, page, () => moveAlong(page, path, seconds));
  await page.mouse.up();
  return frames;
}

const newPage = async () => {
  const page = await browser.newPage({ viewport });
  await page.addInitScript(watch);
  return page;
};

/** @param {import('./page/gestures.mjs').Gesture} gesture @param {number} T @param {number} H */
async function rowOf(gesture, T, H) {
  const page = await newPage();
  await page.goto(`${url}${addressOf(gesture, T, H)}`);
  await page.getByRole('slider', { name: 'Step', exact: true }).waitFor();
  // Equations, matrices and what else is loaded later.
  await page.waitForTimeout(2500);
  const count = await countDrawn(page);
  const path = await pathOf(page, gesture, T);
  const frames = await measured(page, path);
  await page.close();
  const bare = await newPage();
  await openFloor(bare, count);
  const floor = await measured(bare, path);
  await bare.close();
  return { gesture, T, H, ...rounded(frames), floorBusyMs: round(floor.busyMs), count };
}

const round = (/** @type {number} */ value) => Math.round(value * 100) / 100;
const rounded = (/** @type {Record<string, number>} */ numbers) =>
  Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, round(value)]));

/** The heap in MB once a minute while the timeline is scrubbed and the window panned, without what can be collected. */
async function heapOverMinutes() {
  const page = await newPage();
  await page.goto(`${url}${addressOf('scrub', T_OF_HEAP, H_OF_HEAP)}`);
  await page.getByRole('slider', { name: 'Step', exact: true }).waitFor();
  const session = await page.context().newCDPSession(page);
  const heap = [];
  for (let minute = 0; minute < minutes; minute++) {
    for (const gesture of /** @type {const} */ (['scrub', 'pan', 'scrub', 'pan'])) {
      const path = await pathOf(page, gesture, T_OF_HEAP);
      await page.mouse.move(...path(0));
      await page.mouse.down();
      await moveAlong(page, path, 15);
      await page.mouse.up();
    }
    await session.send('HeapProfiler.collectGarbage');
    heap.push((await session.send('Runtime.getHeapUsage')).usedSize / 1e6);
  }
  await page.close();
  return heap;
}

const outDir = privateFolder();
await buildSite(outDir);
const port = await freePort();
const url = `http://127.0.0.1:${port}/`;
const [server, browser] = await Promise.all([
  serveSite({ outDir, port }),
  findBrowser().then((found) => chromium.launch(launchOptions(found))),
]);
const words = options.only?.split(',') ?? [];
const isAsked = (/** @type {string} */ gesture, /** @type {number} */ T) =>
  words.every((word) => word === gesture || word === String(T));
try {
  console.log(`Frames a second; ms of the main thread for a frame (median, 95th percentile), from input to the painted frame
(median), and for a frame of a bare page that moves as many rectangles (median); ${seconds} s each

| gesture   |     (T, H) |  fps | busy | 95 % | paint | floor | busy / floor | rectangles |
| --------- | ---------: | ---: | ---: | ---: | ----: | ----: | -----------: | ---------: |`);
  const rows = [];
  for (const [T, H] of sizes) {
    for (const gesture of gestures) {
      if (!isAsked(gesture, T)) continue;
      const { count, ...row } = await rowOf(gesture, T, H);
      rows.push(row);
      const { fps, busyMs, busyP95Ms, paintMs, floorBusyMs } = /** @type {any} */ (row);
      const cells = [
        [gesture.padEnd(9), 9],
        [`(${T}, ${H})`, 10],
        [fps.toFixed(0), 4],
        [busyMs.toFixed(1), 4],
        [busyP95Ms.toFixed(1), 4],
        [paintMs.toFixed(1), 5],
        [floorBusyMs.toFixed(1), 5],
        [(busyMs / floorBusyMs).toFixed(2), 12],
        [count, 10],
      ];
      console.log(`| ${cells.map(([text, width]) => String(text).padStart(Number(width))).join(' | ')} |`);
    }
  }
  const heap = options.quick ? [] : await heapOverMinutes();
  const heapMB = heap.length > 0 ? round(heap[heap.length - 1]) : null;
  if (heap.length > 0)
    console.log(
      `\nHeap at (${T_OF_HEAP}, ${H_OF_HEAP}), minute by minute: ${heap.map((mb) => mb.toFixed(1)).join(', ')} MB`,
    );
  console.log(
    `\n${new Date().toISOString().slice(0, 10)}, Chromium ${browser.version()}, Node ${process.versions.node}, ${cpus()[0].model.trim()}, ${cpus().length} cores; load after ${loadavg()[0].toFixed(2)}`,
  );
  if (options.json) writeFileSync(options.json, `${JSON.stringify({ rows, heapMB }, null, 2)}\n`);
} finally {
  await browser.close();
  await server.close();
}
