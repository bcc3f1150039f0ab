import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, expectNoAxeViolations, test } from './fixtures.ts';
import { button, network, region } from './workbench.ts';

const record = (page: Page) => region(page, 'Training');
const task = (page: Page) => page.getByRole('combobox', { name: 'Task', exact: true });

/** Updates made so far, as the record tells; 0 as long as there is none. */
async function updatesOf(page: Page): Promise<number> {
  const told = (await record(page).locator('.training-progress b').allInnerTexts())[0] ?? '';
  return Number(told.split(',')[0].replace(/\D/g, ''));
}

const reach = (page: Page, updates: number) =>
  expect.poll(() => updatesOf(page), { timeout: 20_000 }).toBeGreaterThanOrEqual(updates);

async function setRate(page: Page, rate: string): Promise<void> {
  const entry = page.getByRole('textbox', { name: 'Learning rate', exact: true });
  await entry.fill(rate);
  await entry.press('Enter');
}

type Row = Readonly<Record<string, string>>;

/** Takes the record away and reads it: remarks apart, one line for each entry. */
async function takeAway(page: Page): Promise<readonly Row[]> {
  const saving = page.waitForEvent('download');
  await record(page).getByRole('button', { name: 'Save as CSV' }).click();
  const saved = await saving;
  expect(saved.suggestedFilename()).toBe('unrolled-training.csv');
  const [names, ...lines] = readFileSync(await saved.path(), 'utf8')
    .trim()
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .map((line) => line.split(','));
  return lines.map((line) => Object.fromEntries(line.map((cell, k) => [names[k], cell])));
}

/** Of a model that learned nothing, as the line of the task says. */
async function baselineIn(page: Page): Promise<number> {
  const told = await page.getByText(/has the error [\d.×⁻⁰-⁹]+\.$/).innerText();
  return Number(/has the error ([\d.]+)\.$/.exec(told)?.[1]);
}

/** A run begun, altered while it runs, stopped, and taken away. */
async function trainAndTake(
  page: Page,
  updates: number,
): Promise<{ rows: readonly Row[]; baseline: number }> {
  const baseline = await baselineIn(page);
  await button(page, 'Run').click();
  await reach(page, updates);
  await setRate(page, '0.005');
  const at = await updatesOf(page);
  await reach(page, at + 20);
  await button(page, 'Stop').click();
  await expect(record(page).getByText(/^Stopped after update/)).toBeVisible();
  await expect(button(page, 'Run')).toBeVisible();
  const rows = await takeAway(page);
  expect(Number(rows.at(-1)?.last_update)).toBe(await updatesOf(page));
  expect(rows.map(({ first_update }) => Number(first_update))[0]).toBe(1);
  return { rows, baseline };
}

for (const [name, updates, share] of [
  ['The adding problem', 500, 1 / 20],
  ['Delayed echo', 300, 1 / 50],
  ['Next value of a sine', 500, 1 / 20],
  ['Next character', 200, 1 / 3],
] as const)
  test(`${name}: begun, altered, stopped, taken away, and better than what learned nothing`, async ({
    page,
  }) => {
    await page.goto('./');
    await task(page).selectOption(name);
    await expect(network(page)).toBeVisible();
    const { rows, baseline } = await trainAndTake(page, updates);
    expect(Number(rows[0].error_max)).toBeGreaterThan(baseline / 2);
    expect(Number(rows.at(-1)?.error_mean)).toBeLessThan(share * baseline);
    await expect(record(page).getByText(/^On 64 sequences not trained on: error /)).toBeVisible();
    await expect(record(page).getByText(/\d+(\.\d)? ?% right/)).toBeVisible();
    // All of the run is one step back, but for what was altered.
    await button(page, 'Reset').click();
    await button(page, 'Undo').click();
    await expect(button(page, 'Redo')).toBeEnabled();
  });

test('the article’s sequence: the score follows the weights, by keys alone', async ({ page }) => {
  await page.goto('./');
  await page.keyboard.press('End');
  await expect(network(page).getByRole('img', { name: /^E 3, value 0\.576/ })).toBeVisible();
  await page.keyboard.press('t');
  await reach(page, 100);
  await page.keyboard.press('t');
  await expect(record(page).getByText(/^Stopped after update/)).toBeVisible();
  // Y_3 has come to its target.
  await expect(network(page).getByRole('img', { name: /^Y 3, value 0\.7(00)?\b/ })).toBeVisible();
  const address = page.url();
  await page.reload();
  await page.keyboard.press('End');
  await expect(network(page).getByRole('img', { name: /^Y 3, value 0\.7(00)?\b/ })).toBeVisible();
  expect(address).toContain('#v1.');
});

test('an own sequence is pasted; what cannot be read is named by line and column', async ({ page }) => {
  await page.goto('./');
  await button(page, 'Your sequence …').click();
  const dialog = page.getByRole('dialog', { name: 'Your sequence' });
  const numbers = dialog.getByRole('textbox', { name: 'Numbers' });
  await numbers.fill('x1,d1\n1,\n0.5,zero\n-1,0.7');
  await dialog.getByRole('button', { name: 'Train on it' }).click();
  await expect(dialog.getByRole('alert')).toHaveText(/^Line 3, column 5: “zero” is not a number/);
  await expect(numbers).toHaveValue('x1,d1\n1,\n0.5,zero\n-1,0.7');
  await expectNoAxeViolations(page);
  await numbers.fill('x1,d1\n1,\n0.5,-0.2\n-1,0.7\n0.25,0.1');
  await dialog.getByRole('button', { name: 'Train on it' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('slider', { name: 'Time steps T', exact: true })).toHaveAttribute(
    'aria-valuetext',
    /4|^$/,
  );
  expect(await baselineIn(page)).toBeCloseTo(0.2 ** 2 + 0.7 ** 2 + 0.1 ** 2, 3);
  const { rows } = await trainAndTake(page, 300);
  expect(Number(rows.at(-1)?.error_mean)).toBeLessThan(Number(rows[0].error_max) / 4);
});

test('optimizer, clip, threshold and truncation are altered while it runs; a kept run stands beside the next', async ({
  page,
}) => {
  await page.goto('./');
  await task(page).selectOption('Delayed echo');
  await button(page, 'Run').click();
  await reach(page, 20);
  await page.getByRole('radio', { name: 'Momentum', exact: true }).check();
  await page.getByRole('radio', { name: 'By value', exact: true }).check();
  const threshold = page.getByRole('textbox', { name: 'Clip threshold', exact: true });
  await threshold.fill('0.001');
  await threshold.press('Enter');
  await page.getByRole('radio', { name: 'Windows', exact: true }).check();
  const at = await updatesOf(page);
  await reach(page, at + 50);
  await expect(button(page, 'Stop')).toBeVisible();
  await button(page, 'Stop').click();
  const altered = await takeAway(page);
  const isClipped = ({ gradient_norm_clipped_max: after, gradient_norm_max: before }: Row) =>
    Number(after) < Number(before);
  expect(altered.some(isClipped)).toBe(true);
  await button(page, 'Keep this run').click();
  await page.getByRole('radio', { name: 'Full', exact: true }).check();
  await button(page, 'Reset').click();
  await button(page, 'Run').click();
  await reach(page, 50);
  await button(page, 'Stop').click();
  await expect(record(page).getByText(/^Kept run: Truncation Windows.* instead of Full/)).toBeVisible();
  expect(new Set((await takeAway(page)).map(({ run }) => run))).toEqual(new Set(['present', 'kept']));
  await record(page).getByText('Table', { exact: true }).click();
  await expect(record(page).getByRole('row')).not.toHaveCount(0);
  for (const [width, height] of [
    [1440, 900],
    [1024, 768],
    [390, 844],
  ] as const) {
    await page.setViewportSize({ width, height });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
    await expectNoAxeViolations(page);
  }
});
