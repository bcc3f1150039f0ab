import { expectWalk, operations } from './article.ts';
import { expect, test } from './fixtures.ts';
import { isSameDouble, numberOf, article as oracle } from './oracle.ts';
import { button, grid, ledger, network, playheadOf, region, timeline } from './workbench.ts';

test.beforeEach(({ page }) => page.goto('./').then(() => undefined));

for (const weight of ['Ws', 'Wx', 'Wy'] as const)
  test(`each number is there when, and only when, its operation is done: terms of ${weight}, forth and back`, async ({
    page,
  }) => {
    await ledger(page).getByRole('radio', { name: weight }).check();
    await expectWalk(page, {
      weight,
      stepOn: () => button(page, 'Next step').click(),
      stepBack: () => button(page, 'Previous step').click(),
    });
  });

test('first and last step are one click away, and the ends stay ends', async ({ page }) => {
  await button(page, 'Last step').click();
  expect(await playheadOf(page)).toBe(operations.length);
  await expect(page.getByText('operation 39 of 39 · update')).toBeVisible();
  await expect(button(page, 'Next step')).toBeDisabled();
  await expect(button(page, 'Last step')).toBeDisabled();
  await button(page, 'First step').click();
  expect(await playheadOf(page)).toBe(0);
  await expect(button(page, 'Previous step')).toBeDisabled();
  await expect(page.getByText('start · 39 operations')).toBeVisible();
});

test('hovering a term shows its double, and a click keeps it to be copied', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await button(page, 'Last step').click();
  for (const t of [3, 2, 1]) {
    await ledger(page)
      .getByRole('img', { name: `term of step ${t}` })
      .hover();
    const text = await page.getByRole('tooltip').locator('td').textContent();
    const value = oracle.contrib.Ws[t - 1][0][0];
    expect(isSameDouble(numberOf(text ?? ''), value), `${text} is ${value}`).toBe(true);
  }
  const sum = ledger(page).getByRole('img', { name: /^sum of 3 of 3 terms/ });
  await sum.click();
  const kept = page.getByRole('dialog', { name: '∂E₃/∂Wₛ' });
  await expect(kept).toBeVisible();
  await kept.getByRole('button', { name: 'Copy' }).click();
  await expect(kept.getByRole('button', { name: 'Copied' })).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(isSameDouble(Number(copied), oracle.grads.Ws[0][0]), copied).toBe(true);
  await page.keyboard.press('Escape');
  await expect(kept).toBeHidden();
});

test('hovering a gradient at the right shows its double, and it is copied in full', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await button(page, 'Last step').click();
  for (const weight of ['Wx', 'Ws', 'Wy']) {
    const cell = grid(page, `gradient of ${weight}`).getByRole('gridcell');
    const title = await cell.getAttribute('title');
    const value = oracle.grads[weight][0][0];
    expect(isSameDouble(numberOf(title ?? ''), value), `${title} is ${value}`).toBe(true);
    await cell.click();
    await page.keyboard.press('ControlOrMeta+c');
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(isSameDouble(Number(copied), value), `${copied} is ${value}`).toBe(true);
  }
});

test('what is pointed at in the equation lights up in the network, and the other way round', async ({
  page,
}) => {
  await button(page, 'Last step').click();
  // The operation that carries the gradient from S_3 to S_2.
  const back = operations.length - operations.indexOf('dS2') - 1;
  for (let i = 0; i < back; i++) await button(page, 'Previous step').click();
  const equation = region(page, 'This step').getByRole('listbox').first();
  await expect(equation).toHaveAccessibleName(
    'Equation: gradient of S 2 equals Ws transposed times gradient of a 3',
  );
  const factor = equation.getByRole('option', { name: /^Ws/ });
  const lit = network(page).locator('.network-edge.is-points');
  await expect(lit).toHaveCount(0);
  await factor.hover();
  // The two edges of Ws beside the one that is in focus already.
  await expect(lit).toHaveCount(2);
  await timeline(page).hover();
  await expect(lit).toHaveCount(0);
  await expect(factor).not.toHaveClass(/is-pointed/);
  await network(page).getByText('Ws', { exact: true }).first().hover();
  await expect(factor).toHaveClass(/is-pointed/);
});

test('copied numbers of a step are full doubles', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  for (let i = 0; i < 2; i++) await button(page, 'Next step').click();
  await button(page, 'Copy numbers').click();
  await expect(page.getByText('Copied.')).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain(String(oracle.S[0][0]));
});
