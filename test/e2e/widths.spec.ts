import type { Page } from '@playwright/test';
import { expect, expectNoAxeViolations, test } from './fixtures.ts';
import { overlapsIn, sidewaysScroll } from './overlaps.ts';
import { button, read, timeline, toLast } from './workbench.ts';

const sizes = [
  [1440, 900],
  [1024, 768],
  [390, 844],
] as const;

/** That the page as it stands neither scrolls sideways nor has anything lie over anything else. */
async function expectSoundLayout(page: Page, what: string) {
  await read(page);
  await page.evaluate(() => document.fonts.ready.then(() => new Promise(requestAnimationFrame)));
  expect
    .soft(await sidewaysScroll(page), `${what}: the page is wider than the window`)
    .toBeLessThanOrEqual(0);
  expect.soft(await overlapsIn(page), `${what}: what lies over each other`).toEqual([]);
}

const toStart = async (page: Page) => {
  await timeline(page).focus();
  await page.keyboard.press('Home');
};
const toEnd = async (page: Page) => {
  await timeline(page).focus();
  await toLast(page);
};

async function setSize(page: Page, T: number, H: number) {
  for (const [name, value] of [
    ['Time steps T', T],
    ['Hidden units', H],
  ] as const) {
    await page.getByRole('textbox', { name }).fill(String(value));
    await page.keyboard.press('Enter');
  }
}

test.use({ reducedMotion: 'reduce' });

for (const [width, height] of sizes)
  for (const theme of ['light', 'dark'] as const)
    for (const preset of ['Article, T = 3', 'Vanishing', 'Clipped'])
      test(`${preset} at ${width} px, ${theme}: nothing overlaps or scrolls sideways, and axe finds nothing`, async ({
        page,
      }) => {
        await page.setViewportSize({ width, height });
        await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
        await page.goto('./');
        await button(page, preset).click();
        await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
        await toEnd(page);
        await expect(page.locator('.katex').first()).toBeVisible();
        await expectSoundLayout(page, 'at the end');
        await expectNoAxeViolations(page);
        // One of the last of the backward pass: a gradient, its tag and its chip are in focus.
        for (let i = 0; i < 8; i++) await page.keyboard.press('ArrowLeft');
        await expectSoundLayout(page, 'on the way back');
        await toStart(page);
        await expectSoundLayout(page, 'at the start');
        await expectNoAxeViolations(page);
      });

for (const [T, H] of [
  [12, 8],
  [60, 16],
] as const)
  for (const theme of ['light', 'dark'] as const)
    test(`${T} steps of ${H} units at 1440 px, ${theme}: nothing overlaps, and axe finds nothing`, async ({
      page,
    }) => {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
      await page.goto('./');
      await button(page, 'Vanishing').click();
      await setSize(page, T, H);
      await toEnd(page);
      await expectSoundLayout(page, 'at the end');
      await expectNoAxeViolations(page);
      for (let i = 0; i < 40; i++) await page.keyboard.press('ArrowLeft');
      await expectSoundLayout(page, 'on the way back');
    });

for (const [width, height] of [sizes[0], sizes[2]])
  for (const preset of ['Article, T = 3', 'Clipped'])
    test(`${preset} at ${width} px with text twice as large: nothing overlaps or scrolls sideways`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height });
      await page.goto('./');
      await page.evaluate(() => {
        document.documentElement.style.fontSize = '200%';
      });
      await button(page, preset).click();
      await toEnd(page);
      await expectSoundLayout(page, 'at the end');
      await toStart(page);
      await expectSoundLayout(page, 'at the start');
    });

test('folded, with both panels folded away, and with help open axe finds nothing', async ({ page }) => {
  await page.goto('./');
  await toLast(page);
  await page.keyboard.press('f');
  await expectSoundLayout(page, 'folded');
  await expectNoAxeViolations(page);
  await page.keyboard.press('[');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys and signs' })).toBeVisible();
  await expectNoAxeViolations(page);
});

for (const [width, height] of sizes)
  test(`at ${width} px nothing that has the focus lies below the transport or the labels`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    await page.goto('./');
    await button(page, 'Clipped').click();
    await page.getByRole('radio', { name: 'LSTM' }).check({ force: true });
    await read(page);
    const hidden: string[] = [];
    for (let stops = 0; stops < 90; stops++) {
      await page.keyboard.press('Tab');
      hidden.push(...(await page.evaluate(coveredFocus)));
    }
    expect(hidden).toEqual([]);
  });

/** What has the focus in the score, should no part of its middle line be seen. */
function coveredFocus(): string[] {
  const focused = document.activeElement;
  if (!focused?.closest('.score-rows')) return [];
  const { left, right, top, bottom } = (focused.closest('label') ?? focused).getBoundingClientRect();
  const over = ['.score-label', '.score-foot', '.transport-main'];
  const isSeen = [0.05, 0.5, 0.95].some((share) => {
    const found = document.elementFromPoint(left + share * (right - left), (top + bottom) / 2);
    return found && over.every((one) => focused.closest(one) || !found.closest(one));
  });
  return isSeen ? [] : [focused.getAttribute('aria-label') ?? focused.textContent ?? ''];
}

test('the theme is the system’s unless one is chosen, and the choice stays', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto('./');
  const html = page.locator('html');
  await expect(html).toHaveAttribute('data-theme', 'dark');
  await page.getByRole('combobox', { name: 'Theme' }).selectOption('Light');
  await expect(html).toHaveAttribute('data-theme', 'light');
  await page.reload();
  await expect(html).toHaveAttribute('data-theme', 'light');
  await page.getByRole('combobox', { name: 'Theme' }).selectOption('System');
  await expect(html).toHaveAttribute('data-theme', 'dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await expect(html).toHaveAttribute('data-theme', 'light');
});
