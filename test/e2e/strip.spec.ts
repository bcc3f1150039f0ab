import type { Page } from '@playwright/test';
import { formatNumber } from '../../src/notation';
import { article } from '../../src/tasks/article';
import type { Setup } from '../../src/tasks/setup';
import { expect, expectNoAxeViolations, test } from './fixtures.ts';
import { overlapsIn, sidewaysScroll } from './overlaps.ts';
import { linkTo } from './setups.ts';
import { playheadOf, read, region, timeline, toLast } from './workbench.ts';

const T = 1000;
const factor = 0.995;
/** One input at the first step, then none, and no activation: S_t = factor^(t−1), δ_t = 2 S_T · factor^(T−t). */
const setup: Setup = {
  ...article,
  ...{ T, g1: 'identity' as const },
  edits: {
    ...Object.fromEntries(Array.from({ length: T }, (_, index) => [`x${index + 1}.0`, index === 0 ? 1 : 0])),
    ...{ 'd1000.0': 0, 'Wx.0.0': 1, 'Ws.0.0': factor, 'Wy.0.0': 1 },
  },
};
const stateAt = (t: number) => factor ** (t - 1);
const deltaAt = (t: number) => 2 * stateAt(T) * factor ** (T - t);

const strip = (page: Page) => page.getByRole('slider', { name: 'Steps in sight', exact: true });

/** The first and the last step in sight, as the strip says them. */
async function inSight(page: Page): Promise<readonly [first: number, last: number]> {
  const said = (await strip(page).getAttribute('aria-valuetext')) ?? '';
  const [, first, last] = /^steps (\d+) to (\d+) of 1000$/.exec(said) ?? [];
  return [Number(first), Number(last)];
}

/** That the network shows the steps in sight, the step beside them at the most, and the right numbers. */
async function expectNumbers(page: Page) {
  const [first, last] = await inSight(page);
  const name = (t: number) =>
    `S ${t}, value ${formatNumber(stateAt(t))}, gradient ${formatNumber(deltaAt(t))}`;
  for (let t = first; t <= last; t++)
    await expect(page.getByRole('img', { name: name(t), exact: true })).toHaveCount(1);
  const { nodes } = await read(page);
  const states = nodes
    .filter((each) => each.startsWith('S '))
    .map((each) => Number.parseInt(each.slice(2), 10));
  expect(Math.min(...states)).toBeGreaterThanOrEqual(first - 1);
  expect(Math.max(...states)).toBeLessThanOrEqual(last + 1);
}

/** What hovering a column of the chart says: the double, by its step. */
async function expectChart(page: Page, t: number) {
  const chart = region(page, 'Gradient reaching each step');
  const box = await chart.locator('.chart-hover').boundingBox();
  const [first, last] = await inSight(page);
  if (!box) throw new Error('The chart has no columns.');
  const at = ((t - first + 0.5) / (last - first + 1)) * box.width;
  await page.mouse.move(box.x + at, box.y + box.height / 2);
  await expect(chart.locator('.chart-hover title')).toHaveText(new RegExp(`^t = ${t}: `));
  const said = (await chart.locator('.chart-hover title').textContent()) ?? '';
  const number = said.replace(/^t = \d+: /, '').replace('−', '-');
  expect(Math.abs(Number(number) / deltaAt(t) - 1), said).toBeLessThan(1e-9);
}

test('the window is dragged across a thousand steps, and every row shows its numbers', async ({ page }) => {
  await page.goto(linkTo(setup));
  await toLast(page);
  await expect(region(page, 'Whole sequence')).toContainText('All 1000 steps');
  const box = await strip(page).boundingBox();
  if (!box) throw new Error('There is no strip.');
  const [first, last] = await inSight(page);
  const middle = (t: number) => box.x + (t / T) * box.width;
  await page.mouse.move(middle((first + last) / 2), box.y + box.height / 2);
  await page.mouse.down();
  for (const t of [300, 500, 777]) {
    await page.mouse.move(middle(t), box.y + box.height / 2, { steps: 8 });
    await expect
      .poll(async () => Math.abs((await inSight(page)).reduce((a, b) => a + b) / 2 - t))
      .toBeLessThan(3);
    const [from, to] = await inSight(page);
    await expect(
      timeline(page).locator('text', { hasText: new RegExp(`^${Math.ceil(from / 10) * 10}$`) }),
    ).toHaveCount(1);
    expect(to - from).toBe(last - first);
  }
  await page.mouse.up();
  await expectNumbers(page);
  const [from, to] = await inSight(page);
  await expectChart(page, from);
  await expectChart(page, to);
  // Dragging moves nothing but the window.
  expect(await playheadOf(page)).toBe(Number(await timeline(page).getAttribute('aria-valuemax')));
});

test('by keys: a step, a page, the ends, nearer and farther, and to fit', async ({ page }) => {
  await page.goto(linkTo(setup));
  await strip(page).focus();
  const [, all] = await inSight(page);
  const press = async (key: string, expected: readonly [number, number]) => {
    await page.keyboard.press(key);
    await expect.poll(() => inSight(page), key).toEqual(expected);
  };
  await press('ArrowRight', [2, all + 1]);
  await press('Shift+ArrowRight', [12, all + 11]);
  await press('PageDown', [all + 11, 2 * all + 10]);
  await press('End', [T - all + 1, T]);
  await press('PageUp', [T - 2 * all + 2, T - all + 1]);
  await press('Home', [1, all]);
  await page.keyboard.press('+');
  await expect
    .poll(async () => (await inSight(page))[1] - (await inSight(page))[0] + 1)
    .toBe(Math.round(all / 1.5));
  for (let i = 0; i < 3; i++) await page.keyboard.press('-');
  await expect.poll(async () => (await inSight(page))[1] - (await inSight(page))[0] + 1).toBe(all);
  await page.keyboard.press('End');
  await press('0', [1, all]);
});

test('the wheel pans and zooms on the score, and pressing the strip twice fits', async ({ page }) => {
  await page.goto(linkTo(setup));
  await toLast(page);
  await expect.poll(async () => (await inSight(page))[0]).toBe(1);
  const [, all] = await inSight(page);
  const box = await region(page, 'Unrolled network').boundingBox();
  if (!box) throw new Error('There is no network.');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.wheel(400, 0);
  await expect.poll(async () => (await inSight(page))[0]).toBeGreaterThan(20);
  const [from, to] = await inSight(page);
  expect(to - from + 1).toBe(all);
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -500);
  await page.keyboard.up('Control');
  await expect
    .poll(async () => (await inSight(page))[1] - (await inSight(page))[0])
    .toBeLessThan(to - from - 10);
  // What was under the pointer is still in sight.
  const [nearFrom, nearTo] = await inSight(page);
  expect(nearFrom).toBeGreaterThanOrEqual(from);
  expect(nearTo).toBeLessThanOrEqual(to);
  await expectNumbers(page);
  await strip(page).dblclick({ position: { x: 300, y: 20 } });
  await expect.poll(async () => (await inSight(page))[1] - (await inSight(page))[0] + 1).toBe(all);
});

test('the playhead keeps its step in sight, by keys and on the way back, and a link holds the window', async ({
  page,
}) => {
  await page.goto(linkTo(setup));
  const [, all] = await inSight(page);
  await timeline(page).focus();
  for (let i = 0; i < all + 2; i++) await page.keyboard.press('PageDown');
  const [first, last] = await inSight(page);
  expect(first).toBeGreaterThan(1);
  expect(last).toBeGreaterThanOrEqual(all + 2);
  const value = formatNumber(stateAt(all + 1));
  await expect(page.getByRole('img', { name: `S ${all + 1}, value ${value}`, exact: true })).toHaveCount(1);
  await strip(page).focus();
  await page.keyboard.press('End');
  await expect.poll(() => inSight(page)).toEqual([T - all + 1, T]);
  await expect.poll(() => page.evaluate(() => location.hash.length)).toBeGreaterThan(100);
  await page.waitForTimeout(600);
  await page.reload();
  await expect.poll(() => inSight(page)).toEqual([T - all + 1, T]);
});

test.describe('by touch', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });

  test('a finger moves the window on the score, two make it wider', async ({ page, context }) => {
    await page.goto(linkTo(setup));
    await toLast(page);
    const [first, last] = await inSight(page);
    const box = await region(page, 'Unrolled network').boundingBox();
    if (!box) throw new Error('There is no network.');
    const session = await context.newCDPSession(page);
    const y = box.y + 200;
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...xs: number[]) =>
      session.send('Input.dispatchTouchEvent', { type, touchPoints: xs.map((x, id) => ({ x, y, id })) });
    await touch('touchStart', 330);
    for (let x = 320; x >= 180; x -= 20) await touch('touchMove', x);
    await touch('touchEnd');
    await expect.poll(async () => (await inSight(page))[0]).toBeGreaterThan(first + 2);
    await touch('touchStart', 200, 260);
    for (let by = 4; by <= 40; by += 4) await touch('touchMove', 200 - by, 260 + by);
    await touch('touchEnd');
    await expect
      .poll(async () => (await inSight(page))[1] - (await inSight(page))[0])
      .toBeLessThan(last - first);
  });
});

for (const [width, height] of [
  [1440, 900],
  [1024, 768],
  [390, 844],
] as const)
  for (const theme of ['light', 'dark'] as const)
    test(`a thousand steps of 64 units at ${width} px, ${theme}: nothing overlaps, and axe finds nothing`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
      await page.goto(linkTo({ ...article, T, H: 64, X: 2, Y: 2, bias: true, scale: 1, edits: {} }));
      await toLast(page);
      await read(page);
      for (let i = 0; i < 40; i++) await page.keyboard.press('ArrowLeft');
      await expect(region(page, 'Whole sequence')).toBeVisible();
      expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
      expect(await overlapsIn(page)).toEqual([]);
      await expectNoAxeViolations(page);
    });
