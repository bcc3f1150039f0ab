import type { Page } from '@playwright/test';
import { presets } from '../../src/tasks/presets';
import type { Setup } from '../../src/tasks/setup';
import { expect, expectNoAxeViolations, test } from './fixtures.ts';
import { linkTo } from './setups.ts';
import { network, region, toLast } from './workbench.ts';

const setupNamed = (id: string): Setup => {
  const preset = presets.find((one) => one.id === id);
  if (!preset) throw new Error(`There is no preset ${id}.`);
  return preset.setup;
};
const [article, vanishing] = [setupNamed('article'), setupNamed('vanishing')];

/** The least type on the screen in px, of the drawing, of its notes and of the equation, and what sticks out. */
const measure = (page: Page) =>
  page.evaluate(() => {
    const size = (element: Element) => Number.parseFloat(getComputedStyle(element).fontSize);
    const isSeen = (element: Element) => element.checkVisibility({ visibilityProperty: true });
    const drawn = [...document.querySelectorAll('.score text')].filter(isSeen).map((text) => {
      const svg = (text as SVGTextElement).ownerSVGElement as SVGSVGElement;
      return size(text) * (svg.getBoundingClientRect().height / svg.viewBox.baseVal.height);
    });
    const notes = [...document.querySelectorAll('.score-label :is(h2, p, label)')].filter(isSeen).map(size);
    const panel = document.querySelector('.panel-right') as HTMLElement;
    return {
      drawn: Math.min(...drawn),
      notes: Math.min(...notes),
      equation: Math.min(...[...panel.querySelectorAll('.katex')].map(size)),
      sentence: Math.min(...[...panel.querySelectorAll('.this-step-why')].map(size)),
      isWhole: !(panel.querySelector('.equation')?.parentElement?.textContent ?? '').includes('⋮'),
      below: panel.scrollHeight - panel.clientHeight,
      score: (document.querySelector('.score-rows')?.getBoundingClientRect().bottom ?? 0) - innerHeight,
    };
  });

for (const [width, height] of [
  [1280, 720],
  [1920, 1080],
] as const)
  for (const [name, setup] of Object.entries({ article, vanishing }))
    test(`${name} at ${width} × ${height}: a lecture hall can read everything, and everything is in sight`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height });
      await page.goto(linkTo(setup));
      await toLast(page);
      await page.keyboard.press('p');
      await expect(page.getByRole('button', { name: 'Update once' })).toBeHidden();
      const unit = height / 720;
      // An update, sums of matrices, a product of them, the way into the last state.
      for (let k = 0; k < 16; k++) {
        await page.keyboard.press('PageUp');
        await expect(async () => {
          const seen = await measure(page);
          expect(seen.drawn).toBeGreaterThanOrEqual(11 * unit);
          expect(seen.notes).toBeGreaterThanOrEqual(11 * unit);
          expect(seen.equation).toBeGreaterThanOrEqual(13 * unit);
          expect(seen.sentence).toBeGreaterThanOrEqual(16 * unit);
          expect(seen.isWhole).toBe(true);
          expect(seen.below).toBeLessThanOrEqual(4);
          expect(seen.score).toBeLessThanOrEqual(1);
        }).toPass({ timeout: 4000 });
      }
      await expectNoAxeViolations(page);
    });

test('an open cell gives its place to the terms while they are made, and nothing moves', async ({ page }) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  await page.goto(linkTo({ ...article, cell: 'lstm', T: 2 }));
  await toLast(page);
  await page.keyboard.press('p');
  const inside = region(page, 'Inside the cell');
  const terms = region(page, 'Terms of the gradient');
  const timelineAt = async () => (await region(page, 'Timeline').boundingBox())?.y;
  await expect(terms).toBeVisible();
  await expect(inside).toBeHidden();
  const before = await timelineAt();
  // Back to where the first step's gradient goes through its gates.
  for (let k = 0; k < 12; k++) await page.keyboard.press('PageUp');
  await expect(inside).toBeVisible();
  await expect(terms).toBeHidden();
  await expect(network(page)).toBeVisible();
  expect(await timelineAt()).toBe(before);
});
