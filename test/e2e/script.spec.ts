import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { presets } from '../../src/tasks/presets';
import { pytorchScript } from '../../src/tasks/pytorch/script';
import type { Setup } from '../../src/tasks/setup';
import { expect, expectNoAxeViolations, test } from './fixtures.ts';
import { linkTo, setupOf } from './setups.ts';
import { button, grid } from './workbench.ts';

const dialog = (page: Page) => page.getByRole('dialog', { name: 'The same in PyTorch' });
const code = (page: Page) => dialog(page).getByRole('textbox', { name: 'Script' });

const setups: readonly (readonly [name: string, setup: Setup])[] = [
  ['the article', presets[0].setup],
  ['an LSTM clipped at each step', setupOf('public-033')],
  ['a GRU with cross-entropy, clipped by norm', setupOf('public-039')],
  ['windows', setupOf('public-017')],
  [
    'a horizon with Adam',
    { ...setupOf('public-040'), truncation: { kind: 'horizon', k: 3 }, optimizer: 'adam' },
  ],
];

for (const [name, setup] of setups)
  test(`the script of ${name} is read, copied and saved, the same each time`, async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto(linkTo(setup));
    await button(page, 'PyTorch').click();
    const script = pytorchScript(setup, null);
    expect(script).toContain('import torch');
    await expect(code(page)).toHaveValue(script);
    await dialog(page).getByRole('button', { name: 'Copy' }).click();
    await expect(dialog(page).getByRole('status')).toHaveText('Copied.');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(script);
    const saving = page.waitForEvent('download');
    await dialog(page).getByRole('button', { name: 'Save' }).click();
    const saved = await saving;
    expect(saved.suggestedFilename()).toBe('unrolled.py');
    expect(await readFile(await saved.path(), 'utf8')).toBe(script);
  });

test('the script follows the network and its updates; the dialog has nothing that axe minds, and closes', async ({
  page,
}) => {
  await page.goto('./');
  await button(page, 'Update once').click();
  const trained: Record<string, number[]> = {};
  for (const weight of ['Wx', 'Ws', 'Wy']) {
    const cell = grid(page, weight).getByRole('gridcell');
    trained[weight] = [Number(((await cell.getAttribute('title')) ?? '').replace('−', '-'))];
  }
  const { setup } = presets[0];
  await button(page, 'PyTorch').click();
  const script = await code(page).inputValue();
  expect(script).not.toBe(pytorchScript(setup, null));
  for (const [numbers] of Object.values(trained)) expect(script).toContain(String(numbers));
  await expectNoAxeViolations(page);
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
  await expect(button(page, 'PyTorch')).toBeFocused();
  await button(page, 'Reset').click();
  await button(page, 'PyTorch').click();
  await expect(code(page)).toHaveValue(pytorchScript(setup, null));
  await dialog(page).getByRole('button', { name: 'Close' }).click();
  await expect(dialog(page)).toBeHidden();
});
