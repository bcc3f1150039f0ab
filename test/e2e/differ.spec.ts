import type { Page } from '@playwright/test';
import { operations } from './article.ts';
import { expect, expectNoAxeViolations, test } from './fixtures.ts';
import { tabTo } from './keyboard.ts';
import { article as oracle, short } from './oracle.ts';
import { caseOf, flat, linkTo, setupOf } from './setups.ts';
import { button, region, timeline } from './workbench.ts';

const result = (page: Page) => page.getByRole('textbox', { name: 'Your result' });
const verdict = (page: Page) => region(page, 'This step').locator('.verdict');
const mistakes = (page: Page) =>
  verdict(page)
    .locator('[data-mistake]')
    .evaluateAll((items) => items.map((item) => item.getAttribute('data-mistake')));

/** Goes to what an operation of the article wrote, by key. */
async function goTo(page: Page, operation: string): Promise<void> {
  await page.keyboard.press('Home');
  for (let i = 0; i <= operations.indexOf(operation); i++) await page.keyboard.press('ArrowRight');
}

async function compare(page: Page, text: string): Promise<void> {
  await result(page).fill(text);
  await result(page).press('Enter');
}

const [, [delta2], [delta3]] = oracle.delta;
const da = caseOf('public-001').expected.da as number[][];
const [[da1], [da2], [da3]] = da;
const [[S1], [S2], [S3]] = oracle.S;

test('by mouse: a right number is right, and each usual mistake is named', async ({ page }) => {
  await page.goto('./');
  await goTo(page, '+Ws@1');
  await button(page, 'Where does my number differ?').click();
  await expect(result(page)).toBeFocused();
  const total = oracle.grads.Ws[0][0];
  await result(page).fill(short(total));
  await button(page, 'Check').click();
  await expect(verdict(page)).toContainText(`Right: ∂E₃/∂Ws is −1.22317687079224`);

  for (const [number, mistake] of [
    [-total, 'startSign'],
    [total / 2, 'startFactor'],
    [da3 * S2, 'sumDropped'],
    [da3 * S2, 'immediate'],
    [delta3 * S2 + delta2 * S1, 'beforeSlope'],
    [delta3 * S2 + delta3 * 0.8 * S1, 'slopeForgotten'],
    [da3 * S3 + da2 * S2 + da1 * S1, 'otherState'],
    [oracle.grads.Wx[0][0], 'otherWeight'],
  ] as const) {
    await result(page).fill(number.toPrecision(4));
    await button(page, 'Check').click();
    await expect(verdict(page)).toHaveAttribute('data-verdict', 'mistaken');
    expect(await mistakes(page), `${mistake} by ${number}`).toContain(mistake);
  }
  await expect(verdict(page)).toContainText('of another weight');
  await compare(page, '-1.1');
  await expect(verdict(page)).toContainText(`∂E₃/∂Ws is ${short(total)}; −1.1 is off by 0.123.`);
  await expectNoAxeViolations(page);
  // What was typed for one operation is not compared with the next.
  await button(page, 'Next step').click();
  await expect(result(page)).toHaveValue('');
});

test('by keyboard: the field is reached, Enter checks, what cannot be read says why', async ({ page }) => {
  await page.goto('./');
  await goTo(page, 'dS2');
  await tabTo(page, button(page, 'Where does my number differ?'));
  await page.keyboard.press('Enter');
  await expect(result(page)).toBeFocused();
  await page.keyboard.type(short(-delta2));
  await page.keyboard.press('Enter');
  expect(await mistakes(page)).toEqual(['startSign']);
  await result(page).fill('1,5x');
  await page.keyboard.press('Enter');
  await expect(region(page, 'This step').getByRole('alert')).toContainText('is not a number');
  await result(page).fill(delta2.toPrecision(2).replace('.', ','));
  await page.keyboard.press('Enter');
  await expect(verdict(page)).toContainText('Right: δ2 is');
  await page.keyboard.press('Escape');
  await page.keyboard.press('ArrowLeft');
  await expect(timeline(page)).toHaveAttribute('aria-valuenow', String(operations.indexOf('dS2')));
});

for (const [width, height] of [
  [1440, 900],
  [1024, 768],
  [390, 844],
] as const)
  test(`at ${width} px vectors and matrices are compared, of three units with errors at every step`, async ({
    page,
  }) => {
    const { expected, weights } = caseOf('public-021');
    const Ws = weights.Ws as readonly (readonly number[])[];
    const [before, after] = (expected.da as readonly (readonly number[])[]).slice(2, 4);
    const delta = (expected.delta as readonly (readonly number[])[])[2];
    const back = Ws[0].map((_, j) => after.reduce((sum, d, i) => sum + Ws[i][j] * d, 0));
    const forth = Ws.map((row) => row.reduce((sum, w, j) => sum + w * after[j], 0));
    const own = delta.map((d, k) => d - back[k]);
    const write = (numbers: readonly number[]) => numbers.map((v) => v.toPrecision(4)).join(' ');

    await page.setViewportSize({ width, height });
    await page.goto(linkTo(setupOf('public-021')));
    await page.getByRole('button', { name: 'Last step', exact: true }).click();
    const heading = region(page, 'This step').getByRole('heading');
    const symbols = region(page, 'This step').getByRole('listbox').first();
    const goBackTo = async (name: RegExp) => {
      for (let i = 0; i < 80; i++) {
        if (name.test((await symbols.getAttribute('aria-label')) ?? '')) return;
        await button(page, 'Previous step').click();
      }
      throw new Error(`${name} was not found; it ended at ${await heading.textContent()}`);
    };
    await goBackTo(/^Equation: term of step 3 in the gradient of Ws/);
    await button(page, 'Where does my number differ?').click();
    const state = (expected.S as readonly (readonly number[])[])[1];
    const term = before.map((d) => write(state.map((S) => d * S)));
    await compare(page, term.join('; '));
    await expect(verdict(page)).toHaveText('Right.');
    await compare(page, write(flat(before)));
    await expect(verdict(page)).toContainText('3 × 3; the text has 1 row of 3');
    await goBackTo(/^Equation: gradient of S 3 equals/);
    await compare(page, write(delta));
    await expect(verdict(page)).toHaveText('Right.');
    await compare(page, write(back));
    expect(await mistakes(page)).toEqual(['ownErrorDropped']);
    await compare(page, write(own));
    expect(await mistakes(page)).toEqual(['immediate']);
    await compare(page, write(own.map((v, k) => v + forth[k])));
    expect(await mistakes(page)).toEqual(['notTransposed']);
    await compare(page, write(delta.map((v, k) => (k === 1 ? v + 1 : v))));
    await expect(verdict(page)).toContainText('1 of 3 entries differs, by most in row 2');
    await expectNoAxeViolations(page);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });
