import type { Page } from '@playwright/test';
import { compile, execute } from '../../src/engine';
import { checkGradients, type GradientCheck } from '../../src/engine/check';
import { presets } from '../../src/tasks/presets';
import { type Setup, shapeOf, valuesOf } from '../../src/tasks/setup';
import { expect, expectNoAxeViolations, test } from './fixtures.ts';
import { numberOf } from './oracle.ts';
import { linkTo, setupOf } from './setups.ts';
import { button, region } from './workbench.ts';

const result = (page: Page) => region(page, 'Check of the gradients');

const checked = (setup: Setup): GradientCheck => {
  const values = valuesOf(setup);
  return checkGradients(execute(compile(shapeOf(setup)), values), values);
};

/** That the page reports so many as agreeing, and as the worst relative error a small one. */
async function expectAllAgree(page: Page, setup: Setup, count: number, what: string): Promise<void> {
  await button(page, 'Check gradients').click();
  const text = (await result(page).locator('strong').textContent()) ?? '';
  expect(text).toContain(`${count} of ${count} ${what}`);
  await expect(result(page)).toHaveAttribute('data-is-sound', 'true');
  const { agreeing, compared, worst } = checked(setup);
  expect([agreeing, compared]).toEqual([count, count]);
  const told = numberOf(text.replace(/^.*worst relative error /, '').replace(/\.$/, ''));
  expect(told).toBeGreaterThanOrEqual(0);
  expect(told).toBeLessThan(1e-5);
  expect(Math.abs(told - worst)).toBeLessThanOrEqual(0.0051 * worst);
}

for (const [name, setup, count] of [
  ['the article', presets[0].setup, 3],
  // 4·2 rows of 2 inputs, 2 states and a bias each; 2 states and a bias of one output.
  ['an LSTM with biases', setupOf('public-031'), 8 * 5 + 3],
  // 3·2 rows of 2 inputs, 2 states and two biases each; 3 outputs of 2 states and a bias.
  ['a GRU with cross-entropy, clipped by norm', setupOf('public-039'), 6 * 6 + 9],
] as const)
  test(`of ${name} every weight's gradient agrees with its difference quotient`, async ({ page }) => {
    await page.goto(linkTo(setup));
    await expectAllAgree(page, setup, count, `weights agree with central differences`);
    await expect(result(page).locator('p')).toHaveCount(1);
    await expectNoAxeViolations(page);
    await result(page).getByRole('button', { name: 'Close' }).click();
    await expect(result(page)).toBeHidden();
    await expect(button(page, 'Check gradients')).toBeFocused();
  });

test('of many weights a sample is compared, and it says of how many', async ({ page }) => {
  const setup: Setup = { ...setupOf('public-031'), H: 12 };
  await page.goto(linkTo(setup));
  const { outOf, compared } = checked(setup);
  expect(outOf).toBe(48 * 15 + 13);
  expect(compared).toBeLessThan(outOf);
  await expectAllAgree(page, setup, compared, 'weights agree with central differences');
  await expect(result(page)).toContainText(`That is a sample, evenly spread over all ${outOf}`);
});

for (const [name, id, why] of [
  ['clipping at each step', 'public-012', 'Clipping at each step shortens the gradient on its way'],
  ['clipping an LSTM at each step', 'public-033', 'Clipping at each step shortens the gradient on its way'],
  ['windows', 'public-017', 'Truncation leaves ways out'],
] as const)
  test(`under ${name} it says why the whole must differ, and each operation's derivative agrees`, async ({
    page,
  }) => {
    const setup = setupOf(id);
    await page.goto(linkTo(setup));
    const { kind, compared } = checked(setup);
    expect(kind).toBe('local');
    await expectAllAgree(
      page,
      setup,
      compared,
      'entries of local derivatives agree with central differences',
    );
    await expect(result(page)).toContainText(why);
    await expect(result(page)).toContainText(
      'Instead, the derivative of each operation was checked by itself.',
    );
    await expectNoAxeViolations(page);
    // What was found is about this network alone.
    await page.getByRole('textbox', { name: 'Time steps T' }).fill('2');
    await page.keyboard.press('Enter');
    await expect(result(page)).toBeHidden();
  });
