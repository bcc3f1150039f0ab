import { expect, test } from './fixtures.ts';
import { button, network, read } from './workbench.ts';

test.use({ serviceWorkers: 'allow' });

test('without a network the whole workbench opens again at its step, and works', async ({
  page,
  context,
}) => {
  await page.goto('./');
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state)).toBe('activated');
  await button(page, 'Exploding').click();
  await page.waitForTimeout(400);
  const before = await read(page);
  await context.setOffline(true);
  await page.reload();
  await expect(network(page)).toBeVisible();
  expect(await read(page)).toEqual(before);
  // What is loaded later is there as well: equations and their letters, the editor.
  await expect(page.locator('.katex').first()).toBeVisible();
  await network(page).getByRole('button', { name: /^x 2/ }).click();
  await expect(page.getByRole('dialog', { name: 'Change x₂' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
});
