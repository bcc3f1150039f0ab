import type { Page } from '@playwright/test';
import { expect, expectNoAxeViolations, test } from './fixtures.ts';
import { tabTo } from './keyboard.ts';
import { expectSame } from './numbers.ts';
import { numberOf, short } from './oracle.ts';
import { overlapsIn, sidewaysScroll } from './overlaps.ts';
import { caseOf, flat, linkTo, setupOf } from './setups.ts';
import { button, ledger, region, timeline, toLast } from './workbench.ts';

const choice = (page: Page) => ledger(page).getByRole('checkbox', { name: 'Immediate' });
const dropped = (page: Page) => region(page, 'If the sum over time were dropped');
const rowsOf = (numbers: unknown) => numbers as readonly (readonly number[])[];
const norm = (numbers: readonly number[]) => Math.hypot(...numbers);

/** What a button of the ledger copies. */
async function copied(page: Page, name: string): Promise<readonly (readonly string[])[]> {
  await page.evaluate(() => {
    const texts: string[] = [];
    Object.assign(window, { texts });
    navigator.clipboard.writeText = async (text) => void texts.push(text);
  });
  await ledger(page).getByRole('button', { name }).click();
  await expect(ledger(page).getByText('Copied.')).toBeVisible();
  const text = await page.evaluate(() => (window as unknown as { texts: string[] }).texts.at(-1) ?? '');
  return text.split('\n').map((line) => line.split('\t'));
}

/** The two gradients that `Copy both` copies: without the sum over time, and with it. */
async function bothGradients(page: Page): Promise<readonly [number[], number[]]> {
  const lines = await copied(page, 'Copy both');
  const half = lines.length / 2;
  const numbers = (part: readonly (readonly string[])[]) => part.slice(1).flat().map(Number);
  return [numbers(lines.slice(0, half)), numbers(lines.slice(half))];
}

function expectAll(found: readonly number[], wanted: readonly number[], what: string) {
  expect(found, what).toHaveLength(wanted.length);
  for (const [i, value] of wanted.entries()) expectSame(found[i], value, `${what}, entry ${i}`);
}

/** ∂⁺S_t/∂W_s of an RNN with tanh, from PyTorch's states: diag(1 − S_t²) S_{t−1}ᵀ. */
function immediateOf(id: string, t: number): number[] {
  const { expected, config } = caseOf(id);
  const states = [config.initial.S0, ...rowsOf(expected.S)];
  return states[t].flatMap((s) => states[t - 1].map((before) => (1 - s * s) * before));
}

test('by mouse: immediate derivatives and the gradient without its sum over time, in PyTorch’s numbers', async ({
  page,
}) => {
  const id = 'public-022';
  const { expected, config } = caseOf(id);
  await page.goto(linkTo(setupOf(id)));
  await toLast(page);
  await choice(page).check();
  for (let t = 1; t <= config.T; t++) {
    const wanted = immediateOf(id, t);
    const figure = ledger(page).getByRole('img', {
      name: `immediate derivative of step ${t}, norm ${short(norm(wanted))}`,
      exact: true,
    });
    await figure.click();
    const readout = page.getByRole('dialog', { name: `∂⁺S${'₀₁₂₃₄'[t]}/∂Wₛ` });
    const found = await readout.locator('td').allTextContents();
    expectAll(found.map(numberOf), wanted, `∂⁺S${t}/∂Ws`);
    await page.keyboard.press('Escape');
  }
  const [wrong, right] = [flat(expected.contrib.Ws[config.T - 1]), flat(expected.grads.Ws)];
  const [foundWrong, foundRight] = await bothGradients(page);
  expectAll(foundWrong, wrong, 'the gradient without the sum over time');
  expectAll(foundRight, right, 'the gradient');
  const off = norm(wrong.map((v, i) => v - right[i])) / norm(right);
  const cosine = wrong.reduce((sum, v, i) => sum + v * right[i], 0) / norm(wrong) / norm(right);
  await expect(dropped(page)).toContainText(
    `${Math.round(off * 100)}\u202f% off: ${Math.round((norm(wrong) / norm(right)) * 100)}\u202f% of its length, at an angle of ${short((Math.acos(cosine) * 180) / Math.PI)}°`,
  );
  await expectNoAxeViolations(page);

  // Step by step: the immediate derivative, what arrives, and their term.
  await ledger(page).getByText('Table').click();
  const [head, ...rows] = await copied(page, 'Copy table');
  expect(head).toEqual(['Step', '‖∂⁺Sⱼ/∂Wₛ‖', '‖δⱼ‖', 'term', 'share']);
  const sizes = expected.contrib.Ws.map((term) => norm(flat(term)));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  for (const [k, row] of rows.entries()) {
    const t = config.T - k;
    expectAll(
      row.map(Number),
      [t, norm(immediateOf(id, t)), norm(flat(expected.delta[t - 1])), sizes[t - 1], sizes[t - 1] / total],
      `row of step ${t}`,
    );
  }
  await expectNoAxeViolations(page);
});

test('by keyboard, and a link brings it back', async ({ page }) => {
  const { expected } = caseOf('public-001');
  await page.goto('./');
  await toLast(page);
  await tabTo(page, choice(page));
  await page.keyboard.press('Space');
  await expect(
    ledger(page).getByRole('img', { name: 'immediate derivative of step 2, 0.322' }),
  ).toBeVisible();
  await expect(dropped(page)).toContainText('32\u202f% off: 68\u202f% of its length, of the same sign');
  await page.reload();
  await expect(choice(page)).toBeChecked();
  const [wrong, right] = await bothGradients(page);
  expectAll(wrong, flat(expected.contrib.Ws[2]), 'the last term');
  expectAll(right, flat(expected.grads.Ws), 'the gradient');
  await tabTo(page, choice(page), 'Shift+Tab');
  await page.keyboard.press('Space');
  await expect(ledger(page).getByRole('img', { name: 'sum of 3 of 3 terms, −1.22' })).toBeVisible();
});

test('with an error at every step it is PyTorch’s gradient with every state cut off', async ({ page }) => {
  await page.goto(linkTo(setupOf('public-019')));
  await toLast(page);
  await choice(page).check();
  const [wrong, right] = await bothGradients(page);
  expectAll(wrong, flat(caseOf('public-016').expected.grads.Ws), 'in windows of one step');
  expectAll(right, flat(caseOf('public-019').expected.grads.Ws), 'in full');
  await ledger(page).getByRole('radio', { name: 'Wy', exact: true }).check();
  await expect(dropped(page)).toContainText('Nothing is lost by it');
  await expectNoAxeViolations(page);
});

for (const id of ['public-030', 'public-035'])
  test(`of a cell with gates (${id}) the last term is the immediate derivative times what arrives`, async ({
    page,
  }) => {
    const { expected, config } = caseOf(id);
    await page.goto(linkTo(setupOf(id)));
    await toLast(page);
    await choice(page).check();
    const delta = flat(expected.delta[config.T - 1])[0];
    const wanted = flat(expected.contrib.Ws[config.T - 1]).map((v) => v / delta);
    await ledger(page)
      .getByRole('img', { name: `immediate derivative of step ${config.T}, norm` })
      .click();
    const found = await page.getByRole('dialog').locator('td').allTextContents();
    found.map(numberOf).forEach((value, i) => {
      expect(value).toBeCloseTo(wanted[i], 12);
    });
    expect(found).toHaveLength(wanted.length);
    // Neither the focus nor the mouse keeps the numbers open.
    await page.keyboard.press('Escape');
    await page.mouse.move(0, 0);
    await timeline(page).focus();
    await expectNoAxeViolations(page);
  });

test('the shares below the terms are those of PyTorch’s norms', async ({ page }) => {
  const { expected } = caseOf('public-021');
  await page.goto(linkTo(setupOf('public-021')));
  await toLast(page);
  const sizes = expected.contrib.Ws.map((term) => norm(flat(term)));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const found = await ledger(page).locator('.ledger-share').allTextContents();
  expect(found).toHaveLength(sizes.length);
  // Two digits are written.
  found.forEach((text, k) => {
    const share = (sizes[sizes.length - 1 - k] / total) * 100;
    expect(Math.abs(Number.parseFloat(text) - share)).toBeLessThanOrEqual(0.5);
  });
});

for (const [width, height] of [
  [1440, 900],
  [1024, 768],
  [390, 844],
] as const)
  for (const theme of ['light', 'dark'] as const)
    test(`at ${width} px, ${theme}, nothing overlaps or scrolls sideways, and axe finds nothing`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
      await page.goto('./');
      await button(page, 'Vanishing').click();
      await timeline(page).focus();
      await toLast(page);
      await ledger(page).getByRole('button', { name: /^of Σ/ }).click();
      await expect(ledger(page).getByRole('table')).toBeVisible();
      const expectSound = async (what: string) => {
        expect(await sidewaysScroll(page), what).toBeLessThanOrEqual(0);
        expect(await overlapsIn(page), what).toEqual([]);
        await expectNoAxeViolations(page);
      };
      await expectSound('the table of shares');
      await choice(page).check();
      await expect(dropped(page).getByRole('img')).toHaveCount(2);
      await expectSound('immediate');
    });
