import { expect, expectNoAxeViolations, test } from './fixtures.ts';

test('the page opens, is named, and axe finds nothing', async ({ page }) => {
  await page.goto('./');
  await expect(page).toHaveTitle('Unrolled · backpropagation through time, step by step');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expectNoAxeViolations(page);
});

test('the policy comes first in the built page', async ({ page }) => {
  await page.goto('./');
  const policy = page.locator('head > :first-child');
  await expect(policy).toHaveAttribute('http-equiv', 'Content-Security-Policy');
  await expect(policy).toHaveAttribute('content', /script-src 'self'; style-src 'self'/);
});

test.describe('without a network', () => {
  test.use({ serviceWorkers: 'allow' });

  test('a page that was opened once opens again', async ({ page, context }) => {
    await page.goto('./');
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state)).toBe('activated');
    await context.setOffline(true);
    await page.reload();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  });
});
