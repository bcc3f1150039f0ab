/** The presets with a point: chosen by mouse and by keyboard, and what each names is on the screen. */
import type { Page } from '@playwright/test';
import { expect, expectNoAxeViolations, test } from './fixtures.ts';
import { numberOf } from './oracle.ts';
import { overlapsIn, sidewaysScroll } from './overlaps.ts';
import { button, network, read, region } from './workbench.ts';

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Start from' });

async function start(page: Page, name: string): Promise<void> {
  await button(page, 'More…').click();
  await dialog(page).getByRole('button', { name, exact: true }).click();
  await expect(dialog(page)).toBeHidden();
  // It says what to look at, until something is changed.
  await expect(page.locator('.look-at')).toContainText(name);
}

/** The norms of the chart, by step. */
const chartOf = async (page: Page): Promise<Readonly<Record<number, number>>> =>
  Object.fromEntries(
    Object.entries((await read(page)).chart).map(([step, number]) => [Number(step), numberOf(number)]),
  );

/** What is written under the arrows of the network, per cent. */
const arrows = async (page: Page): Promise<number[]> =>
  (await network(page).locator('.network-share').allTextContents()).map((text) => Number.parseFloat(text));

test('Vanishing by saturation: the states are near 1 and the gradient vanishes', async ({ page }) => {
  await page.goto('./');
  await start(page, 'Vanishing by saturation');
  const norms = await chartOf(page);
  expect(norms[1] / norms[8]).toBeLessThan(1e-5);
  await expect(network(page).getByRole('img', { name: /^S 8, value 0\.959/ })).toBeVisible();
  await expect(page.getByText('radius ρ = 1.5')).toBeVisible();
});

test('ρ < 1, and yet growing: nineteenfold, nine steps back', async ({ page }) => {
  await page.goto('./');
  await start(page, 'ρ < 1, and yet growing');
  // Sixty columns are drawn on a canvas: pointing at one tells its number.
  const hover = region(page, 'Gradient reaching each step').locator('.chart-hover');
  const normAt = async (t: number) => {
    const { width, height } = (await hover.boundingBox()) ?? { width: 0, height: 0 };
    await hover.hover({ position: { x: ((t - 0.5) * width) / 60, y: height / 2 }, force: true });
    const [, step, norm] = /^t = (\d+): (.*)$/.exec(await hover.locator('title').innerHTML()) ?? [];
    return [Number(step), numberOf(norm)];
  };
  const norms = new Map<number, number>();
  for (const t of [60, 52, 51, 50]) {
    const [step, norm] = await normAt(t);
    norms.set(step, norm);
  }
  expect(norms.get(60)).toBeCloseTo(1, 12);
  expect(norms.get(51)).toBeCloseTo(19.4, 1);
  expect(Math.max(...norms.values())).toBe(norms.get(51));
  await expect(page.getByText('radius ρ = 0.900')).toBeVisible();
});

test('relu: units that are 0 and arrows that hardly shrink', async ({ page }) => {
  await page.goto('./');
  await start(page, 'relu');
  const norms = await chartOf(page);
  expect(norms[1] / norms[12]).toBeGreaterThan(0.8);
  await expect(network(page).getByRole('img', { name: /^S 12, 4 values, 0(\.0+)?, / })).toBeVisible();
});

test('LSTM remembers, LSTM forgets, GRU remembers: the arrows say so', async ({ page }) => {
  await page.goto('./');
  await start(page, 'LSTM remembers');
  const shares = async () => (await arrows(page)).filter(Number.isFinite);
  await expect
    .poll(async () => (await shares()).filter((share) => share > 90).length)
    .toBeGreaterThanOrEqual(12);
  await start(page, 'LSTM forgets');
  await expect.poll(async () => (await shares()).filter((share) => share > 90).length).toBe(0);
  await start(page, 'GRU remembers');
  await expect.poll(async () => (await shares()).every((share) => share > 95)).toBe(true);
});

test('Error at every step hides it: who hears whom is open, and the sum keeps its size', async ({ page }) => {
  await page.goto('./');
  await start(page, 'Error at every step hides it');
  const pairs = region(page, 'Who hears whom');
  await expect(pairs.locator('.pairs-margin-all')).toHaveText(/115/);
  const norms = await chartOf(page);
  expect(Math.min(...Object.values(norms)) / norms[12]).toBeGreaterThan(0.4);
});

test('Truncated too short: cut after three steps, and most of the gradient is left out', async ({ page }) => {
  await page.goto('./');
  await start(page, 'Truncated too short');
  await expect(network(page).getByRole('img', { name: /^horizon ends/ })).toBeVisible();
  const steps = Object.keys(await chartOf(page)).map(Number);
  // The title of the cut is no number.
  expect(steps.filter(Number.isFinite)).toEqual([10, 11, 12]);
  await expect(page.getByRole('table', { name: 'Left out of the full gradient' })).toContainText('103');
});

for (const [width, height] of [
  [1440, 900],
  [1024, 768],
  [390, 844],
] as const)
  test(`by keyboard, at ${width} px: the dialog is whole, and axe finds nothing`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.goto('./');
    await button(page, 'More…').press('Enter');
    await expect(dialog(page)).toBeVisible();
    expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
    await expectNoAxeViolations(page);
    await dialog(page).getByRole('button', { name: 'relu', exact: true }).press('Enter');
    await expect(dialog(page)).toBeHidden();
    await expect(page.locator('.look-at')).toContainText('relu');
    expect(await overlapsIn(page)).toEqual([]);
    await expectNoAxeViolations(page);
    await button(page, 'More…').press('Enter');
    await page.keyboard.press('Escape');
    await expect(dialog(page)).toBeHidden();
    // The four that are named in the panel stay there, first.
    await expect(page.getByRole('group', { name: 'Start from' }).getByRole('button')).toHaveText([
      ...['Article, T = 3', 'Vanishing', 'Exploding', 'Clipped'],
      'More…',
    ]);
  });
