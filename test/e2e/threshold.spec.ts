import type { Page } from '@playwright/test';
import {
  at,
  clipped,
  compile,
  deltaNorms,
  execute,
  flowNorms,
  norm,
  numbersIn,
  partial,
  term,
} from '../../src/engine';
import { presets } from '../../src/tasks/presets';
import { shapeOf, valuesOf } from '../../src/tasks/setup';
import { expect, test } from './fixtures.ts';
import { numberOf } from './oracle.ts';
import { button, grid, playheadOf, type Reading, read, region } from './workbench.ts';

const setup = presets.find(({ id }) => id === 'clipped')?.setup ?? presets[0].setup;

/** The run at a threshold, by the engine alone: no document, no store. */
const runAt = (threshold: number) => {
  const chosen = { ...setup, threshold };
  return execute(compile(shapeOf(chosen)), valuesOf(chosen));
};
const free = deltaNorms(
  execute(compile(shapeOf({ ...setup, clip: 'off' })), valuesOf({ ...setup, clip: 'off' })),
);

const line = (page: Page) => page.getByRole('slider', { name: 'Clip threshold line' });
const field = (page: Page) => page.getByRole('slider', { name: 'Clip threshold', exact: true });
const thresholdOf = async (page: Page) => Number(await line(page).getAttribute('aria-valuenow'));

/** What the chart says of a step: the norm that came in and the one that flows on. */
function normsIn(reading: Reading, t: number): readonly [came: number, flows: number] {
  const text = reading.chart[String(t)] ?? '';
  const [came, flows] = text.split(' came in, ');
  return [numberOf(came), numberOf((flows ?? came).replace(' flows on', ''))];
}

/** That points, terms, sums and vectors are those of the threshold that the line tells now. */
async function expectFollows(page: Page): Promise<number> {
  // A drag takes effect once a frame.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const threshold = await thresholdOf(page);
  const trace = runAt(threshold);
  const [came, flows] = [deltaNorms(trace), flowNorms(trace)];
  await expect
    .poll(async () => normsIn(await read(page), 1)[1], { message: 'the chart follows' })
    .toBeCloseTo(flows[1], 9);
  const reading = await read(page);
  for (let t = 1; t <= setup.T; t++) {
    expect(normsIn(reading, t)[0], `‖δ_${t}‖ that came in`).toBeCloseTo(came[t], 10);
    expect(normsIn(reading, t)[1], `‖δ_${t}‖ that flows on`).toBeCloseTo(flows[t], 10);
  }
  for (let t = 1; t <= setup.T; t++) {
    const size = norm(numbersIn(trace, term('Ws', t)) ?? []);
    const name = reading.terms.find((each) => each.startsWith(`term of step ${t},`)) ?? '';
    const told = numberOf(name.replace(/.*norm /, ''));
    expect(Math.abs(told - size), `${name}: ${size}`).toBeLessThanOrEqual(0.0051 * size);
  }
  const sum = numbersIn(trace, partial('Ws', 1)) ?? [];
  const told = await grid(page, 'gradient of Ws')
    .getByRole('gridcell')
    .evaluateAll((cells) => cells.map((cell) => cell.getAttribute('title') ?? ''));
  expect(told).toHaveLength(sum.length);
  told.forEach((text, index) => {
    expect(numberOf(text), `entry ${index} of ∂E/∂Ws`).toBeCloseTo(sum[index], 10);
  });
  // What flows on stands in the network, too.
  for (let row = 0; row < setup.H; row++) {
    const text = Object.entries(reading.full).find(([name]) => name === `δ̃₁, entry ${row + 1}`)?.[1];
    if (text !== undefined)
      expect(numberOf(text)).toBeCloseTo(numbersIn(trace, clipped(at('S', 1)))?.[row] ?? Number.NaN, 10);
  }
  const isClipped = Array.from(came).filter((size, t) => t > 0 && size > threshold).length;
  await expect(page.getByText(`Clipped at ${isClipped} of ${setup.T} steps`)).toBeVisible();
  expect(numberOf((await field(page).getAttribute('aria-valuetext')) ?? '')).toBe(threshold);
  return threshold;
}

/** The middle of the line, and the height of the chart, in px of the window. */
async function grip(page: Page) {
  await line(page).scrollIntoViewIfNeeded();
  const [box, chart] = await Promise.all([
    line(page).locator('line').boundingBox(),
    region(page, 'Gradient reaching each step').locator('.score-svg').boundingBox(),
  ]);
  if (!box || !chart) throw new Error('The chart has no threshold line.');
  return { x: box.x + box.width / 3, y: box.y, top: chart.y, height: chart.height };
}

test.beforeEach(async ({ page }) => {
  await page.goto('./');
  await button(page, 'Clipped').click();
  await expect(line(page)).toBeVisible();
});

test('the preset shows what came in, what flows on, and the run without clipping', async ({ page }) => {
  expect(await expectFollows(page)).toBe(setup.threshold);
  const rows = await region(page, 'Gradient reaching each step').locator('tbody tr').count();
  expect(rows).toBe(setup.T);
  const unclipped = region(page, 'Gradient reaching each step').locator('tbody td:last-child');
  const told = (await unclipped.allTextContents()).reverse().map(numberOf);
  told.forEach((size, index) => {
    expect(Math.abs(size - free[index + 1])).toBeLessThan(0.0051 * size);
  });
});

test('the line is dragged by mouse, and everything follows while it moves', async ({ page }) => {
  const playhead = await playheadOf(page);
  const { x, y, top, height } = await grip(page);
  const seen: number[] = [setup.threshold];
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (const share of [0.35, 0.25, 0.7, 0.9]) {
    await page.mouse.move(x, top + share * height, { steps: 4 });
    const threshold = await expectFollows(page);
    expect(seen).not.toContain(threshold);
    seen.push(threshold);
  }
  expect(seen[2]).toBeGreaterThan(seen[1]);
  expect(seen[4]).toBeLessThan(seen[3]);
  await page.mouse.up();
  expect(await playheadOf(page)).toBe(playhead);
  // A drag is one gesture: one undo takes it back whole.
  await page.keyboard.press('ControlOrMeta+z');
  expect(await expectFollows(page)).toBe(setup.threshold);
});

test('the line is moved by arrows, page keys, Home and End', async ({ page }) => {
  await line(page).focus();
  let before = await thresholdOf(page);
  for (const [key, isMore] of [
    ['ArrowUp', true],
    ['ArrowDown', false],
    ['PageUp', true],
    ['PageDown', false],
    ['End', true],
    ['Home', false],
  ] as const) {
    await page.keyboard.press(key);
    const now = await expectFollows(page);
    expect(now > before, key).toBe(isMore);
    before = now;
  }
});

test('the slider at the left moves the line, and a typed threshold does', async ({ page }) => {
  await page.getByRole('textbox', { name: 'Clip threshold' }).fill('0.37');
  await page.keyboard.press('Enter');
  expect(await expectFollows(page)).toBe(0.37);
  await field(page).focus();
  await page.keyboard.press('ArrowRight');
  expect(await expectFollows(page)).toBeGreaterThan(0.37);
});

test('with clipping off the line and what flows on are gone, and the gradient is the free one', async ({
  page,
}) => {
  await page.getByRole('radiogroup', { name: 'Clipping' }).getByRole('radio', { name: 'Off' }).check();
  await expect(line(page)).toBeHidden();
  const reading = await read(page);
  for (let t = 1; t <= setup.T; t++) expect(numberOf(reading.chart[String(t)])).toBeCloseTo(free[t], 9);
});

test.describe('by touch', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });

  test('the line is dragged by a finger, without the page scrolling along', async ({ page, context }) => {
    const { x, y, top, height } = await grip(page);
    const finger = await context.newCDPSession(page);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', to?: number) =>
      finger.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: to === undefined ? [] : [{ x, y: to }],
      });
    await touch('touchStart', y);
    let before = await thresholdOf(page);
    for (const [to, isMore] of [
      [top + 0.3 * height, true],
      [top + 0.8 * height, false],
    ] as const) {
      for (let i = 1; i <= 5; i++) await touch('touchMove', y + ((to - y) * i) / 5);
      const now = await expectFollows(page);
      expect(now > before).toBe(isMore);
      before = now;
    }
    await touch('touchEnd');
    expect(Math.abs((await grip(page)).top - top)).toBeLessThan(1);
    expect(await thresholdOf(page)).toBe(before);
  });
});
