import type { Page } from '@playwright/test';
import { operations } from './article.ts';
import { expect, test } from './fixtures.ts';
import { button, network, playheadOf, type Reading, read, timeline, toLast } from './workbench.ts';

/** Where the operation with this number stands on the timeline, in px of the window. */
async function placeOf(page: Page, done: number): Promise<{ x: number; y: number }> {
  const box = await timeline(page).boundingBox();
  if (!box) throw new Error('There is no timeline.');
  // The mark stands on the operation: go there, read it, and come back.
  const before = await playheadOf(page);
  await timeline(page).focus();
  await page.keyboard.press('Home');
  for (let i = 0; i < done; i++) await page.keyboard.press('ArrowRight');
  const mark = await page.locator('.timeline-mark').boundingBox();
  await page.keyboard.press('Home');
  for (let i = 0; i < before; i++) await page.keyboard.press('ArrowRight');
  if (!mark) throw new Error(`Operation ${done} has no place.`);
  return { x: mark.x + mark.width / 2, y: mark.y + mark.height / 2 };
}

test('playing goes through every operation and stops at the end; from there it begins again', async ({
  page,
}) => {
  await page.goto('./');
  await page.getByRole('combobox', { name: 'Speed' }).selectOption({ label: '4 ×' });
  for (let i = 0; i < 33; i++) await page.keyboard.press('ArrowRight');
  await button(page, 'Play').click();
  await expect(button(page, 'Pause')).toBeVisible();
  await expect(button(page, 'Play')).toBeVisible();
  expect(await playheadOf(page)).toBe(operations.length);
  await button(page, 'Play').click();
  await expect.poll(() => playheadOf(page)).toBeLessThan(10);
  await button(page, 'Pause').click();
  await expect(button(page, 'Play')).toBeVisible();
});

test('the speed is what it says: four times is quicker than half', async ({ page }) => {
  await page.goto('./');
  const distance = async (speed: string) => {
    await page.getByRole('combobox', { name: 'Speed' }).selectOption({ label: speed });
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Home');
    await button(page, 'Play').click();
    await page.waitForTimeout(1300);
    const far = await playheadOf(page);
    await button(page, 'Pause').click();
    return far;
  };
  const [slow, quick] = [await distance('0.5 ×'), await distance('4 ×')];
  expect(slow).toBeGreaterThanOrEqual(1);
  expect(slow).toBeLessThanOrEqual(2);
  expect(quick).toBeGreaterThanOrEqual(5);
});

test('whoever steps by hand stops what is playing', async ({ page }) => {
  await page.goto('./');
  await button(page, 'Play').click();
  await page.keyboard.press('ArrowRight');
  await expect(button(page, 'Play')).toBeVisible();
});

test('a stride is one operation, one time step or one pass, for buttons and keys alike', async ({ page }) => {
  await page.goto('./');
  const stride = (name: string) =>
    page.getByRole('radiogroup', { name: 'Stride' }).getByRole('radio', { name });
  const stops = async () => {
    const found: number[] = [];
    await timeline(page).focus();
    await page.keyboard.press('Home');
    for (let i = 0; i < 12 && (await playheadOf(page)) < operations.length; i++) {
      await button(page, 'Next step').click();
      found.push(await playheadOf(page));
    }
    return found;
  };
  await stride('Time step').check();
  const end = (operation: string) => operations.indexOf(operation) + 1;
  expect(await stops()).toEqual([
    end('Y1'),
    end('Y2'),
    end('E3'),
    end('+Wx@3'),
    end('+Wx@2'),
    end('dS0'),
    39,
  ]);
  await stride('Pass').check();
  expect(await stops()).toEqual([end('E3'), end('dS0'), 39]);
  await stride('Operation').check();
  await page.keyboard.press('Home');
  await page.keyboard.press('PageDown');
  expect(await playheadOf(page)).toBe(1);
});

test('the timeline is clicked and dragged, over both rows', async ({ page }) => {
  await page.goto('./');
  const [early, late] = [await placeOf(page, 2), await placeOf(page, operations.indexOf('dS2') + 1)];
  await page.mouse.click(late.x, late.y);
  expect(await playheadOf(page)).toBe(operations.indexOf('dS2') + 1);
  await page.mouse.click(early.x, early.y);
  expect(await playheadOf(page)).toBe(2);
  await page.mouse.move(early.x, early.y);
  await page.mouse.down();
  const seen = new Set<number>();
  for (let i = 1; i <= 20; i++) {
    await page.mouse.move(early.x + ((late.x - early.x) * i) / 20, early.y + ((late.y - early.y) * i) / 20);
    await page.evaluate(() => new Promise(requestAnimationFrame));
    seen.add(await playheadOf(page));
  }
  await page.mouse.up();
  expect(seen.size).toBeGreaterThan(4);
  expect(await playheadOf(page)).toBe(operations.indexOf('dS2') + 1);
});

test('scrubbing back shows exactly what was there on the way forth, with clipping and many units', async ({
  page,
}) => {
  await page.goto('./');
  await button(page, 'Clipped').click();
  await page.getByRole('textbox', { name: 'Time steps T' }).fill('4');
  await page.keyboard.press('Enter');
  await timeline(page).focus();
  await page.keyboard.press('Home');
  const all = Number(await timeline(page).getAttribute('aria-valuemax'));
  const forth: Reading[] = [await read(page)];
  for (let done = 1; done <= all; done++) {
    await page.keyboard.press('ArrowRight');
    forth.push(await read(page));
  }
  for (let done = all - 1; done >= 0; done--) {
    await page.keyboard.press('ArrowLeft');
    expect(await read(page), `after ${done} operations`).toEqual(forth[done]);
  }
});

test('with reduced motion nothing flows, and the state still changes step by step', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('./');
  await expect(timeline(page)).toBeVisible();
  for (let done = 1; done <= operations.length; done++) {
    await page.keyboard.press('ArrowRight');
    const moving = await page.evaluate(() =>
      document
        .getAnimations()
        .filter(
          (each) => each.playState === 'running' && Number(each.effect?.getComputedTiming().duration) > 1,
        )
        .map((each) => (each.effect as KeyframeEffect).target?.outerHTML.slice(0, 80)),
    );
    expect(moving).toEqual([]);
    expect(await playheadOf(page)).toBe(done);
  }
});

test.describe('by touch', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });

  test('a finger scrubs the timeline, and the page does not scroll along', async ({ page, context }) => {
    await page.goto('./');
    await timeline(page).scrollIntoViewIfNeeded();
    const box = await page.locator('.timeline-mark').boundingBox();
    if (!box) throw new Error('The timeline has no mark.');
    const before = await page.evaluate(() => scrollY);
    const finger = await context.newCDPSession(page);
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', dx?: number) =>
      finger.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: dx === undefined ? [] : [{ x: x + dx, y }],
      });
    await touch('touchStart', 0);
    for (let dx = 10; dx <= 60; dx += 10) await touch('touchMove', dx);
    await page.evaluate(() => new Promise(requestAnimationFrame));
    const forth = await playheadOf(page);
    for (let dx = 60; dx >= 0; dx -= 10) await touch('touchMove', dx);
    await touch('touchEnd');
    expect(forth).toBeGreaterThan(0);
    expect(await playheadOf(page)).toBeLessThan(forth);
    expect(await page.evaluate(() => scrollY)).toBe(before);
  });
});

/** Type sizes on the screen, in px, of the numbers that a hall must read. */
const typeSizes = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<SVGTextElement>('section[aria-label="Unrolled network"] .network-number')]
      .filter((text) => text.textContent !== '')
      .map((text) => ({
        text: text.textContent,
        size: Number.parseFloat(getComputedStyle(text).fontSize) * (text.getScreenCTM()?.a ?? 1),
      })),
  );

for (const [width, height] of [
  [1280, 720],
  [1920, 1080],
] as const)
  test.describe(`in a lecture hall of ${width} × ${height}`, () => {
    test.use({ viewport: { width, height } });

    test('presenting fits the window at every operation, driven by a clicker', async ({ page }) => {
      await page.goto('./');
      await button(page, 'Present').click();
      await expect(page.getByRole('banner')).toBeHidden();
      await expect(page.getByRole('complementary', { name: 'Set-up' })).toBeHidden();
      for (let done = 1; done <= operations.length; done++) {
        await page.keyboard.press('PageDown');
        expect(await playheadOf(page)).toBe(done);
        const cut = await page.evaluate(() => {
          const beyond =
            document.documentElement.scrollWidth > innerWidth || document.body.scrollHeight > innerHeight;
          const inSight = (element: Element) => {
            const { top, left, right, bottom } = element.getBoundingClientRect();
            return top >= -1 && left >= -1 && right <= innerWidth + 1 && bottom <= innerHeight + 1;
          };
          const rows = ['Unrolled network', 'Gradient reaching each step', 'Terms of the gradient'];
          const parts = rows
            .flatMap((row) => [...document.querySelectorAll(`section[aria-label="${row}"] :is(text, h2)`)])
            .concat([
              ...document.querySelectorAll(
                'section[aria-label="This step"] :is(h2, p:not(.visually-hidden), .katex-html)',
              ),
            ])
            .filter((part) => part.getBoundingClientRect().width > 0 && !inSight(part))
            .map((part) => part.textContent);
          return beyond ? ['the page scrolls', ...parts] : parts;
        });
        expect(cut, `cut off after ${done} operations`).toEqual([]);
      }
      for (let done = operations.length - 1; done >= 0; done--) {
        await page.keyboard.press('PageUp');
        expect(await playheadOf(page)).toBe(done);
      }
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      await expect(page.getByRole('banner')).toBeVisible();
      await expect(network(page)).toBeVisible();
    });

    test('every number of the network, and the equation, is in type of at least 24 px', async ({ page }) => {
      await page.goto('./');
      await button(page, 'Present').click();
      await expect(page.getByRole('banner')).toBeHidden();
      await toLast(page);
      await expect(page.locator('section[aria-label="This step"] .katex').first()).toBeVisible();
      const small = (await typeSizes(page)).filter(({ size }) => size < 24);
      expect(small).toEqual([]);
      const equation = await page
        .locator('section[aria-label="This step"] .katex')
        .first()
        .evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
      expect(equation).toBeGreaterThanOrEqual(24);
    });
  });
