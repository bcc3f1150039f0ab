import type { Page } from '@playwright/test';
import { clippingOfTotals, compile, execute, norm } from '../../src/engine';
import { shapeOf, valuesOf } from '../../src/tasks/setup';
import { expect, expectNoAxeViolations, test } from './fixtures.ts';
import { expectMatrix, expectSame, hovered } from './numbers.ts';
import { numberOf, short } from './oracle.ts';
import { caseOf, flat, linkTo, setupOf } from './setups.ts';
import { read, region, toLast } from './workbench.ts';

const weights = ['Wx', 'Ws', 'Wy'] as const;
const panel = (page: Page) => page.getByRole('complementary', { name: 'Set-up' });
const mode = (page: Page, name: string) =>
  page.getByRole('radiogroup', { name: 'Clipping' }).getByRole('radio', { name });

/** A moved threshold takes effect once a frame. */
const settle = (page: Page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

const moveThreshold = async (page: Page, threshold: number) => {
  const box = page.getByRole('textbox', { name: 'Clip threshold' });
  await box.fill(String(threshold));
  await box.press('Enter');
  await settle(page);
};

/** The angle between the gradient before and after in degrees, as it is written and as hovering tells it. */
async function angleIn(page: Page): Promise<{ written: string; degrees: number }> {
  const angle = page.getByText(/^angle /);
  const title = (await angle.getAttribute('title')) ?? '';
  return {
    written: (await angle.textContent()) ?? '',
    degrees: numberOf(title.replace(/^.*: /, '').replace('°', '')),
  };
}

/** That the panel tells the norm of the whole gradient before and after, in three digits. */
async function expectLength(page: Page, before: number, after: number): Promise<void> {
  const text = (await panel(page).getByText('‖g‖').textContent()) ?? '';
  const [from, to] = text.replace('‖g‖ ', '').split(' → ').map(numberOf);
  expect(Math.abs(from - before), `${text}, from ${before}`).toBeLessThanOrEqual(0.005 * before);
  expect(Math.abs(to - after), `${text}, to ${after}`).toBeLessThanOrEqual(0.005 * after);
}

/** A gradient as one vector, weight after weight. */
const whole = (gradient: Readonly<Record<string, unknown>>) =>
  weights.flatMap((name) => flat(gradient[name]));

/** Degrees between two vectors, by the arc cosine of their product. */
const degreesBetween = (a: readonly number[], b: readonly number[]): number =>
  (Math.acos(a.reduce((sum, v, i) => sum + v * b[i], 0) / (norm(a) * norm(b))) * 180) / Math.PI;

async function open(page: Page, id: string): Promise<void> {
  // Clipping itself is chosen on the page.
  await page.goto(linkTo({ ...setupOf(id), clip: 'off', threshold: 1 }));
  await toLast(page);
}

test('at each step: PyTorch’s δ before and after, and the threshold moved while all is shown', async ({
  page,
}) => {
  const { expected, config } = caseOf('public-012');
  await open(page, 'public-012');
  await mode(page, 'Each step').check();
  await toLast(page);
  const reading = await read(page);
  for (let t = 1; t <= config.T; t++) {
    const [came, flows] = (reading.chart[String(t)] ?? '').split(' came in, ');
    const [raw, delta] = [expected.deltaRaw, expected.delta].map((rows) => Math.abs(flat(rows?.[t - 1])[0]));
    expectSame(numberOf(came), raw, `‖δ_${t}‖ that came in`);
    expectSame(numberOf((flows ?? came).replace(' flows on', '')), delta, `‖δ_${t}‖ that flows on`);
  }
  for (const weight of weights) {
    expectMatrix(reading, `gradient of ${weight}`, flat(expected.grads[weight]));
    expectMatrix(reading, `${weight} after the update`, flat(expected.optim.sgd.after1[weight]));
  }
  const clippedAt = (threshold: number) =>
    (expected.deltaRaw ?? []).filter((row) => Math.abs(flat(row)[0]) > threshold).length;
  await expect(page.getByText(`Clipped at ${clippedAt(1)} of 10 steps`)).toBeVisible();
  await expectNoAxeViolations(page);
  // Above the largest norm nothing is clipped: it is the free gradient, which public-013 has before its clipping.
  await moveThreshold(page, 10000);
  await expect(page.getByText('Clipped at 0 of 10 steps')).toBeVisible();
  const free = await read(page);
  for (const weight of weights)
    expectMatrix(free, `gradient of ${weight}`, flat(caseOf('public-013').expected.grads[weight]));
});

test('by norm: the length is cut, the direction stays, and the threshold is live', async ({ page }) => {
  const { expected } = caseOf('public-013');
  await open(page, 'public-013');
  await mode(page, 'By norm').check();
  await toLast(page);
  const reading = await read(page);
  for (const weight of weights) {
    expectMatrix(reading, `gradient of ${weight}`, flat(expected.grads[weight]));
    expectMatrix(reading, `clipped gradient of ${weight}`, flat(expected.gradsClipped?.[weight]));
    expectMatrix(reading, `${weight} after the update`, flat(expected.optim.sgd.after1[weight]));
  }
  const { before, after } = expected.globalNorm;
  await expect(panel(page).getByText('Clipped as a whole')).toBeVisible();
  await expectLength(page, before, after);
  const angle = await angleIn(page);
  expect(angle.written).toBe('angle 0°');
  expect(angle.degrees).toBeLessThan(1e-6);
  await expectNoAxeViolations(page);

  for (const threshold of [2.5, 0.04, 300]) {
    await moveThreshold(page, threshold);
    const moved = await read(page);
    const factor = threshold / (before + 1e-6);
    await expectLength(page, before, before * factor);
    for (const weight of weights) {
      expectMatrix(moved, `gradient of ${weight}`, flat(expected.grads[weight]));
      const clipped = flat(expected.grads[weight]).map((v) => v * factor);
      expectMatrix(moved, `clipped gradient of ${weight}`, clipped);
    }
    expect((await angleIn(page)).written).toBe('angle 0°');
  }
  await moveThreshold(page, 10000);
  await expect(panel(page).getByText('Below the threshold: not clipped')).toBeVisible();
  const free = await read(page);
  for (const weight of weights)
    expectMatrix(free, `clipped gradient of ${weight}`, flat(expected.grads[weight]));
});

test('by value: entries are cut, the gradient turns, and the threshold is live', async ({ page }) => {
  const { expected, config } = caseOf('public-014');
  await open(page, 'public-014');
  await mode(page, 'By value').check();
  for (const threshold of [config.clip?.threshold ?? 0, 800, 2000]) {
    await moveThreshold(page, threshold);
    await toLast(page);
    const reading = await read(page);
    const cut = (v: number) => Math.max(-threshold, Math.min(threshold, v));
    const before = whole(expected.grads);
    const after = before.map(cut);
    for (const weight of weights) {
      expectMatrix(reading, `gradient of ${weight}`, flat(expected.grads[weight]));
      expectMatrix(reading, `clipped gradient of ${weight}`, flat(expected.grads[weight]).map(cut));
    }
    if (threshold === config.clip?.threshold) {
      expect(after).toEqual(whole(expected.gradsClipped ?? {}));
      for (const weight of weights)
        expectMatrix(reading, `${weight} after the update`, flat(expected.optim.sgd.after1[weight]));
    }
    const entries = before.filter((v) => Math.abs(v) > threshold).length;
    expect(entries).toBeGreaterThan(0);
    await expect(panel(page).getByText(`Clipped ${entries} of 3 entries`)).toBeVisible();
    const { degrees } = await angleIn(page);
    expect(degrees).toBeGreaterThan(1);
    expect(degrees).toBeCloseTo(degreesBetween(before, after), 6);
  }
  await expectNoAxeViolations(page);
  await moveThreshold(page, 10000);
  await expect(panel(page).getByText('Clipped 0 of 3 entries')).toBeVisible();
  expect((await angleIn(page)).written).toBe('angle 0°');
});

test('of an LSTM only S is clipped at each step, and ∂E/∂C is told', async ({ page }) => {
  const { expected, config } = caseOf('public-033');
  await page.goto(linkTo(setupOf('public-033')));
  await toLast(page);
  const reading = await read(page);
  const full = await hovered(page);
  const sizes = (expected.deltaC ?? []).map((row) => norm(flat(row)));
  for (let t = 1; t <= config.T; t++)
    for (const [row, value] of flat(expected.deltaC?.[t - 1]).entries()) {
      // All of it stems from clipped gradients of S: it has a tilde.
      const of = `/∂C${'₀₁₂₃₄₅'[t]}, entry ${row + 1}`;
      const name = Object.keys(full).find((key) => key.endsWith(of)) ?? '';
      expect(name, `∂E/∂C_${t}`).toMatch(/^∂Ẽ\//);
      expectSame(full[name], value, `∂E/∂C_${t}, ${row}`);
    }
  await expect(panel(page).getByText('C is not clipped:')).toBeVisible();
  await expect(panel(page).getByText(`= ${short(sizes[0])}`)).toBeVisible();
  await page.getByRole('checkbox', { name: 'Open cell' }).check();
  await expect(region(page, 'Inside the cell').getByText('C is not clipped: only S is.')).toBeVisible();
  const clippedAt = expected.deltaRaw?.filter(
    (row) => norm(flat(row)) > (config.clip?.threshold ?? 0),
  ).length;
  await expect(page.getByText(`Clipped at ${clippedAt} of ${config.T} steps`)).toBeVisible();
  for (const weight of ['Wx', 'Ws', 'bs', 'Wy', 'by'])
    expectMatrix(reading, `gradient of ${weight}`, flat(expected.grads[weight]));
  await expectNoAxeViolations(page);
});

test('the threshold by norm is dragged, and length and update follow as the engine says', async ({
  page,
}) => {
  const setup = { ...setupOf('public-029'), threshold: 3 };
  await page.goto(linkTo(setup));
  await toLast(page);
  const slider = page.getByRole('slider', { name: 'Clip threshold', exact: true });
  await slider.focus();
  for (let press = 0; press < 4; press++) {
    await page.keyboard.press('ArrowLeft');
    await settle(page);
    const threshold = numberOf((await slider.getAttribute('aria-valuetext')) ?? '');
    expect(threshold).toBeLessThan(3);
    const chosen = { ...setup, threshold };
    const clipping = clippingOfTotals(execute(compile(shapeOf(chosen)), valuesOf(chosen)));
    await expectLength(page, clipping?.before ?? 0, clipping?.after ?? 0);
    expect((await angleIn(page)).written).toBe('angle 0°');
  }
});
