import type { Page } from '@playwright/test';
import { expect, expectNoAxeViolations, test } from './fixtures.ts';
import { button } from './workbench.ts';

const dialog = (page: Page) => page.getByRole('dialog', { name: 'The cliff' });
const slider = (page: Page, name: string) => dialog(page).getByRole('slider', { name, exact: true });

async function open(page: Page): Promise<void> {
  await page.goto('./');
  await button(page, 'The cliff').click();
  await expect(dialog(page).getByText('180 × 180 points')).toBeVisible({ timeout: 15_000 });
}

/** Full doubles of one update: across, up, error, norm of the descent that is not clipped, then of the clipped one. */
async function row(page: Page, update: number): Promise<number[]> {
  const found = dialog(page)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: String(update), exact: true }) });
  await expect(found).toHaveCount(1);
  const titles = await found
    .getByRole('cell')
    .evaluateAll((cells) => cells.map((cell) => cell.getAttribute('title')));
  return titles.map((title) => Number((title ?? '').replace('−', '-')));
}

async function expectThrown(page: Page): Promise<void> {
  const before = await row(page, 41);
  expect(before[3]).toBeCloseTo(10.1, 1);
  expect(before[0]).toBeCloseTo(4.18, 2);
  expect(before[1]).toBeCloseTo(-2.11, 2);
  expect(before.slice(0, 4)).toEqual(before.slice(4));
  const after = await row(page, 42);
  expect(after[0]).toBeCloseTo(6.74, 2);
  expect(after[1]).toBeCloseTo(2.27, 2);
  expect(after[2]).toBeCloseTo(0.09, 2);
  expect(after[4]).toBeCloseTo(4.43, 2);
  expect(after[5]).toBeCloseTo(-1.68, 2);
}

test('by mouse: played, stepped, set and dragged', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page);
  await dialog(page).getByRole('button', { name: 'Play' }).click();
  await expect(dialog(page).getByRole('rowheader', { name: '3', exact: true })).toBeVisible();
  await dialog(page).getByRole('button', { name: 'Pause' }).click();
  await slider(page, 'Update').fill('41');
  await dialog(page).getByRole('button', { name: 'Next update' }).click();
  await expectThrown(page);
  await dialog(page).getByRole('button', { name: 'Copy table' }).click();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  const lines = copied.split('\n').map((line) => line.split('\t'));
  expect(lines).toHaveLength(44);
  expect(lines[43].slice(1).map(Number)).toEqual(await row(page, 42));
  await slider(page, 'Update').fill('300');
  const last = await row(page, 300);
  expect(last[2]).toBeCloseTo(0.09, 2);
  expect(last[6]).toBeLessThan(0.002);

  // A click on the map is the new start, and the race begins anew.
  const map = dialog(page).getByRole('region', { name: 'Map of the error' });
  await map
    .locator('svg')
    .first()
    .click({ position: { x: 200, y: 100 } });
  await expect(dialog(page).getByRole('rowheader')).toHaveText(['0']);
  await expect(async () => {
    const [w, b] = await row(page, 0);
    expect(w).toBeCloseTo(Number(await slider(page, 'Start').getAttribute('aria-valuenow')), 12);
    expect(b).toBeGreaterThan(-1);
  }).toPass();
  expect(await row(page, 0)).not.toContain(-2.8);
});

test('by keyboard: the start moved and put back, the threshold, the race', async ({ page }) => {
  await open(page);
  await slider(page, 'Start').focus();
  await page.keyboard.press('ArrowRight');
  await expect(slider(page, 'Start')).toHaveAttribute('aria-valuetext', 'Start, w = 5.04, b = −2.8');
  await page.keyboard.press('ArrowLeft');
  await expect(slider(page, 'Start')).toHaveAttribute('aria-valuetext', 'Start, w = 5, b = −2.8');
  await slider(page, 'Update').focus();
  for (let k = 0; k < 42; k++) await page.keyboard.press('ArrowRight');
  await expectThrown(page);
  // With a threshold that is never reached both go the same way.
  const threshold = dialog(page).getByRole('textbox', { name: 'Clip threshold' });
  await threshold.fill('100');
  await threshold.press('Enter');
  await expect(async () => {
    const both = await row(page, 42);
    expect(both.slice(4)).toEqual(both.slice(0, 4));
  }).toPass();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
  await expect(button(page, 'The cliff')).toBeFocused();
});

test('a link brings the race back where it stood; presenting, a clicker goes on from there', async ({
  page,
}) => {
  await open(page);
  await slider(page, 'Update').fill('41');
  await expect.poll(() => page.url()).not.toMatch(/\/$/);
  await page.reload();
  await expect(slider(page, 'Update')).toHaveValue('41');
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
  await page.keyboard.press('p');
  await page.keyboard.press('c');
  await expect(dialog(page).getByRole('rowheader')).toHaveText(['0']);
  // A browser drops keys while it fills the screen; whoever presses them looks whether they were heard.
  const update = async () =>
    Math.max(...(await dialog(page).getByRole('rowheader').allTextContents()).map(Number));
  await expect(async () => {
    if ((await update()) === 0) await page.keyboard.press('PageDown');
    await expect.poll(update, { timeout: 500 }).toBe(1);
  }).toPass();
  for (let k = 1; k < 42; k++) await page.keyboard.press('PageDown');
  await expectThrown(page);
  const beyond = await dialog(page).evaluate((element) => element.scrollHeight - element.clientHeight);
  expect(beyond).toBe(0);
});

test('the present network: its weights are the start, its error is that of the network, and it goes down', async ({
  page,
}) => {
  await open(page);
  await dialog(page).getByRole('radio', { name: 'The present one' }).check();
  await expect(dialog(page).getByText('180 × 180 points')).toBeVisible({ timeout: 15_000 });
  const [w, v] = await row(page, 0);
  expect([w, v]).toEqual([0.8, 0.5]);
  let S = 0;
  for (const x of [1, 0.5, -1]) S = Math.tanh(0.5 * x + 0.8 * S);
  expect((await row(page, 0))[2]).toBeCloseTo((S - 0.7) ** 2, 12);
  await dialog(page).getByRole('button', { name: 'Next update' }).click();
  const [first, second] = [await row(page, 0), await row(page, 1)];
  expect(second[2]).toBeLessThan(first[2]);
  await expectNoAxeViolations(page);
});

for (const [width, height] of [
  [1440, 900],
  [1024, 768],
  [390, 844],
] as const)
  test(`nothing is cut off and nothing that axe minds at ${width} × ${height}, light and dark`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await open(page);
      await slider(page, 'Update').fill('42');
      const beyond = await dialog(page).evaluate((element) => element.scrollWidth - element.clientWidth);
      expect(beyond).toBe(0);
      await expectNoAxeViolations(page);
    }
  });
