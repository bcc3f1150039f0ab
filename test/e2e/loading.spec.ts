import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { linkTo, setupOf } from './setups.ts';
import { button, network, read, region } from './workbench.ts';

const sizes = [
  [1440, 900],
  [1024, 768],
  [390, 844],
] as const;

interface Shift extends PerformanceEntry {
  readonly value: number;
  readonly sources: readonly { readonly node: Node | null }[];
}

/** Notes what moves inside of an element from the first paint on, as the browser itself counts it. */
async function watchShifts(page: Page, inside: string): Promise<() => Promise<readonly string[]>> {
  await page.addInitScript((selector) => {
    const shifts: string[] = [];
    Object.assign(globalThis, { shifts });
    const elementOf = (node: Node | null) => (node instanceof Element ? node : node?.parentElement);
    new PerformanceObserver((list) => {
      for (const { value, sources } of list.getEntries() as Shift[]) {
        const moved = sources.map(({ node }) => elementOf(node)).filter((one) => one?.closest(selector));
        if (moved.length > 0)
          shifts.push(`${value}: ${moved.map((one) => one?.outerHTML.slice(0, 80)).join(' | ')}`);
      }
    }).observe({ type: 'layout-shift', buffered: true });
  }, inside);
  return async () => {
    // Two frames on, everything that has moved is known.
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(undefined)))),
    );
    return page.evaluate(() => (globalThis as unknown as { shifts: string[] }).shifts);
  };
}

/** Holds back every script but the first, as a slow network does, until the returned function is called. */
async function holdScripts(page: Page): Promise<() => void> {
  let letGo = () => {};
  const held = new Promise<void>((done) => {
    letGo = done;
  });
  await page.route('**/assets/*.js', async (route) => {
    if (!/\/index-[^/]*$/.test(route.request().url())) await held;
    await route.continue();
  });
  return letGo;
}

/** Type may change its face once, when it arrives after the text. */
const loadFonts = (page: Page) =>
  page.evaluate(() => Promise.all([...document.fonts].map((face) => face.load())).then(() => undefined));

for (const [width, height] of sizes)
  test(`at ${width} px nothing jumps while the page is loaded`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    const shifts = await watchShifts(page, 'html');
    const letGo = await holdScripts(page);
    await page.goto('./');
    await expect(network(page)).toBeVisible();
    await loadFonts(page);
    await expect(region(page, 'Timeline')).toHaveCount(0);
    letGo();
    await read(page);
    await expect(region(page, 'Timeline')).toBeVisible();
    await expect(button(page, 'Update once')).toBeAttached();
    expect(await shifts()).toEqual([]);
  });

test('the network can be stepped before the rest is loaded, and the rest follows it', async ({ page }) => {
  const letGo = await holdScripts(page);
  await page.goto('./');
  await button(page, 'Next step').click();
  await page.keyboard.press('End');
  await expect(network(page).getByRole('img', { name: /^S 3/ })).toHaveAccessibleName(
    'S 3, value −0.0592, gradient −1.52',
  );
  expect(new URL(page.url()).hash).toBe('');
  letGo();
  await expect(region(page, 'Terms of the gradient').getByRole('img')).toHaveCount(4);
  await expect.poll(() => new URL(page.url()).hash).toMatch(/^#v1\./);
  const before = await read(page);
  await page.reload();
  expect(await read(page)).toEqual(before);
});

for (const [width, height] of sizes)
  test(`at ${width} px a link is seen at its own step from the first picture on`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    // Beside the score an equation is typeset when KaTeX comes, which nothing waits for.
    const shifts = await watchShifts(page, 'main');
    const letGo = await holdScripts(page);
    await page.goto(linkTo(setupOf('public-010'), 60));
    await expect(network(page)).toHaveCount(0);
    await loadFonts(page);
    letGo();
    await expect(network(page).getByRole('img', { name: /^S 10/ })).toBeVisible();
    await read(page);
    await expect(region(page, 'Timeline')).toBeVisible();
    expect(await shifts()).toEqual([]);
  });
