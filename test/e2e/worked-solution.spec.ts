import type { Page } from '@playwright/test';
import { choose, dialog, openExport, save, within } from './export.ts';
import { expect, expectNoAxeViolations, test } from './fixtures.ts';
import { article, short } from './oracle.ts';
import { sidewaysScroll } from './overlaps.ts';
import { button, playheadOf, timeline, toLast } from './workbench.ts';

const sheet = (page: Page) => page.getByRole('dialog', { name: 'Backpropagation through time, worked out' });
const print = (page: Page) => sheet(page).getByRole('button', { name: 'Print', exact: true });

/** Opens the page to print and waits until all of it is set. */
async function openPage(page: Page, scope?: 'Up to this step' | 'All operations') {
  await openExport(page, 'Worked solution');
  if (scope) await choose(page, scope);
  await within(page, 'Open the page to print').click();
  await expect(print(page)).toBeEnabled({ timeout: 20_000 });
}

test('the LaTeX document holds every operation up to this step, or all of them', async ({ page }) => {
  await page.goto('./');
  await timeline(page).focus();
  for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowRight');
  await openExport(page, 'Worked solution');
  const some = (await save(page)).content.toString();
  expect(some.match(/\\begin\{operation\}/g)).toHaveLength(3);
  await choose(page, 'All operations');
  const saved = await save(page);
  expect(saved.name).toBe('unrolled-worked-solution-rnn-T3-H1-operation-3-of-39.tex');
  const all = saved.content.toString();
  expect(all.match(/\\begin\{operation\}/g)).toHaveLength(39);
  expect(all).toContain('\\documentclass');
  expect(all.trimEnd()).toMatch(/\\end\{document\}$/);
  expect(all).toContain(short(article.delta[1][0]).replace('−', '-'));
});

test('the page to print: title, set-up, every operation with its equation, its numbers and why', async ({
  page,
}) => {
  await page.goto('./');
  await toLast(page);
  await openPage(page);
  const operations = sheet(page).getByRole('heading', { name: /^\d+\. / });
  await expect(operations).toHaveCount(39);
  await expect(sheet(page).getByRole('heading', { level: 2 })).toHaveText([
    'Set-up',
    'Forward',
    'Backward',
    'Update',
  ]);
  await expect(sheet(page)).toContainText('3 time steps, 1 input, 1 hidden unit, 1 output');
  // Two equations for each operation, and what is given.
  expect(await sheet(page).locator('.print-operation .katex').count()).toBe(78);
  expect(await sheet(page).locator('.katex-error').count()).toBe(0);
  const text = (await sheet(page).textContent()) ?? '';
  for (const value of [article.S[1][0], article.delta[0][0], article.grads.Ws[0][0]])
    expect(text).toContain(short(value).replace('−', '−'));
});

test('on paper there is the worked solution and nothing else, over several sheets', async ({ page }) => {
  await page.goto('./');
  await toLast(page);
  await openPage(page);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('banner')).toBeHidden();
  await expect(print(page)).toBeHidden();
  const pdf = await page.pdf({ format: 'A4' });
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  const sheets = pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
  expect(sheets).toBeGreaterThan(4);
  expect(sheets).toBeLessThan(16);
});

test('while it is open the keys are its own; Back and Escape lead back to the button', async ({ page }) => {
  await page.goto('./');
  await timeline(page).focus();
  await page.keyboard.press('ArrowRight');
  await openPage(page, 'All operations');
  const before = await playheadOf(page);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('End');
  expect(await playheadOf(page)).toBe(before);
  await page.keyboard.press('Escape');
  await expect(sheet(page)).toBeHidden();
  await expect(button(page, 'Export')).toBeFocused();
  await openPage(page);
  await sheet(page).getByRole('button', { name: 'Back' }).click();
  await expect(sheet(page)).toBeHidden();
  await expect(dialog(page)).toBeHidden();
  await expect(button(page, 'Export')).toBeFocused();
  await page.keyboard.press('p');
  await expect(page.locator('html')).toHaveAttribute('data-presenting', '');
});

for (const [width, height, theme] of [
  [1440, 900, 'dark'],
  [1024, 768, 'light'],
  [390, 844, 'light'],
] as const)
  test(`at ${width} px the page to print is white, does not scroll sideways, and axe finds nothing`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme: theme });
    await page.goto('./');
    await toLast(page);
    await openPage(page);
    expect(await sideways(page)).toBeLessThanOrEqual(0);
    expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
    const ground = await sheet(page)
      .locator('.print-sheet')
      .evaluate((one) => getComputedStyle(one).backgroundColor);
    expect(ground).toBe('rgb(255, 255, 255)');
    await expectNoAxeViolations(page);
  });

const sideways = (page: Page): Promise<number> =>
  sheet(page).evaluate((one) => one.scrollWidth - one.clientWidth);
