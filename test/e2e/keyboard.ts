import { expect, type Locator, type Page } from '@playwright/test';

/** Where the focus is, as a person would say it. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement;
    return `${element?.getAttribute('role') ?? element?.tagName} ${element?.getAttribute('aria-label') ?? element?.textContent?.slice(0, 40)}`;
  });

/** Presses Tab until a control has the focus, as a person without a mouse does. */
export async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await expect(target).toHaveCount(1);
  // Found by its name once: that takes longer than a key.
  const handle = await target.elementHandle();
  for (let stops = 0; stops < 120; stops++) {
    if (await handle?.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`Tab does not reach ${target}; it ended at ${await focused(page)}`);
}

/** Where the focus stands in the window, or null where it stands on the page as a whole. */
const placeOfFocus = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    // A radio button is drawn by its label.
    const seen = element.matches('input[type=radio], input[type=checkbox]')
      ? (element.closest('label') ?? element)
      : element;
    const { left, top, right, bottom } = seen.getBoundingClientRect();
    return {
      x: Math.max(0, left - 8),
      y: Math.max(0, top - 8),
      width: Math.min(innerWidth, right + 8) - Math.max(0, left - 8),
      height: Math.min(innerHeight, bottom + 8) - Math.max(0, top - 8),
    };
  });

/**
 * That the focus can be seen: its place is in the window, and looks different from how it looks without the focus.
 * @returns what has the focus, in words; null when it has left the page
 */
export async function expectVisibleFocus(page: Page): Promise<string | null> {
  const clip = await placeOfFocus(page);
  if (clip === null) return null;
  const name = await focused(page);
  expect(Math.min(clip.width, clip.height), `${name} is in the window`).toBeGreaterThan(8);
  const still = { clip, animations: 'disabled', caret: 'hide' } as const;
  const withFocus = await page.screenshot(still);
  const handle = await page.evaluateHandle(() => document.activeElement as HTMLElement);
  await handle.evaluate((element) => element.blur());
  const without = await page.screenshot(still);
  await handle.evaluate((element) => element.focus({ preventScroll: true }));
  expect(withFocus.equals(without), `the focus is seen at ${name}`).toBe(false);
  return name;
}
