/** Who hears whom: PyTorch's norm matrices in the browser, by mouse and by keyboard. */
import type { Locator, Page } from '@playwright/test';
import lz from 'lz-string';
import type { Setup } from '../../src/tasks/setup';
import type { NormMatrix } from '../oracle/cases.ts';
import { expect, expectNoAxeViolations, test } from './fixtures.ts';
import { expectSame } from './numbers.ts';
import { numberOf, short } from './oracle.ts';
import { overlapsIn, sidewaysScroll } from './overlaps.ts';
import { caseOf, setupOf } from './setups.ts';
import { button, network, playheadOf, region, timeline, toLast } from './workbench.ts';

const title = 'Who hears whom';
const pairs = (page: Page): Locator => region(page, title);
const drawing = (page: Page): Locator => pairs(page).getByRole('img');
const said = (page: Page): Locator => pairs(page).getByRole('status').first();
const letters = { S: /^Sj$/, C: /^Cj$/, Ws: /^Ws$/ } as const;
type Lane = keyof typeof letters;

const linkTo = (setup: Setup, more: Readonly<Record<string, unknown>> = {}): string =>
  `./#v1.${lz.compressToEncodedURIComponent(JSON.stringify({ setup, ...more }))}`;

async function choose(page: Page, lane: Lane): Promise<void> {
  const group = pairs(page).getByRole('radiogroup', { name: 'Gradient with respect to' });
  await group.getByRole('radio', { name: letters[lane] }).check({ force: true });
}

/** The table as it stands, row by row: of each cell its double in full, or its word. */
const tableOf = (page: Page): Promise<string[][]> =>
  pairs(page)
    .locator('tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.title || cell.textContent || '')),
    );

/** That the table has a row for each error and in it these norms; what is cut off is `cut`, what is later is blank. */
async function expectMatrix(page: Page, matrix: NormMatrix[string], window = Number.POSITIVE_INFINITY) {
  const rows = await tableOf(page);
  const wanted = matrix.flatMap((norms, index) => (norms ? [{ t: index + 1, norms }] : []));
  for (const [index, { t, norms }] of wanted.entries()) {
    const first = window === Number.POSITIVE_INFINITY ? 1 : Math.floor((t - 1) / window) * window + 1;
    for (const [k, cell] of rows[index].entries()) {
      const what = `‖∂E${t}/∂ step ${k + 1}‖`;
      if (k + 1 > t) expect(cell, what).toBe('');
      else if (k + 1 < first) expect([cell, norms[k]], what).toEqual(['cut', 0]);
      else expectSame(numberOf(cell), norms[k], what);
    }
  }
  expect(rows).toHaveLength(wanted.length + (wanted.length > 1 ? 1 : 0));
}

/** The middle of a pair's cell: the drawing's rows and columns, as they are laid out. */
async function middleOf(page: Page, row: number, column: number): Promise<{ x: number; y: number }> {
  const cells = pairs(page).locator('.pairs-drawing > g:not([aria-hidden])');
  const box = await cells.nth(column).locator('rect').nth(row).boundingBox();
  if (!box) throw new Error('The pair is not drawn.');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

for (const [id, lanes] of [
  ['public-002', ['S', 'Ws']],
  ['public-005', ['S', 'Ws']],
  ['public-017', ['S', 'Ws']],
  ['public-026', ['S', 'Ws']],
  ['public-031', ['S', 'C', 'Ws']],
  ['public-037', ['S', 'Ws']],
  ['public-040', ['S', 'Ws']],
] as const)
  test(`${id}: every pair is PyTorch’s`, async ({ page }) => {
    const { expected, config } = caseOf(id);
    await page.goto(linkTo(setupOf(id)));
    await toLast(page);
    await button(page, title).click();
    await button(page, 'Table').click();
    for (const lane of lanes) {
      await choose(page, lane);
      await expectMatrix(page, expected.normMatrix[lane], config.truncation ?? undefined);
    }
  });

test('where each step is clipped the parts are of the run, and what they would be without it is PyTorch’s', async ({
  page,
}) => {
  const { expected, config } = caseOf('public-033');
  await page.goto(linkTo(setupOf('public-033'), { heard: 'S' }));
  await toLast(page);
  await expect(pairs(page)).toContainText('A corner marks what clipping shortened on its way.');
  await drawing(page).focus();
  await page.keyboard.press('End');
  for (let j = config.T; j > 1; j--) await page.keyboard.press('ArrowLeft');
  const [last] = expected.normMatrix.S.slice(-1) as number[][];
  await expect(said(page)).toContainText(`‖∂Ẽ₅/∂S₁‖`);
  await expect(said(page)).toContainText(`${short(last[0])} without clipping`);
  // Without clipping they are all PyTorch's.
  await page.getByRole('radiogroup', { name: 'Clipping' }).getByRole('radio', { name: 'Off' }).check();
  await button(page, 'Table').click();
  for (const lane of ['S', 'C', 'Ws'] as const) {
    await choose(page, lane);
    await expectMatrix(page, expected.normMatrix[lane]);
  }
});

test('by mouse: opened, pointed at, kept, and nothing is given away', async ({ page }) => {
  const { expected, config } = caseOf('public-002');
  await page.goto(linkTo(setupOf('public-002')));
  const opener = button(page, title);
  await expect(opener).toHaveAttribute('aria-expanded', 'false');
  await expect(drawing(page)).toHaveCount(0);
  await opener.click();
  await expect(drawing(page)).toHaveAccessibleName(/^3 errors by 3 states/);
  await expect(pairs(page)).toContainText('a column appears when the backward pass has reached its S₃');
  await expect(pairs(page).locator('.pairs-number')).toHaveCount(0);

  await button(page, 'Last step').click();
  await expect(pairs(page).locator('.pairs-number')).toHaveCount(9);
  const [, , last] = expected.normMatrix.S as number[][];
  const place = await middleOf(page, 1, 1);
  await page.mouse.move(place.x, place.y);
  await expect(said(page)).toContainText(`‖∂E₃/∂S₂‖ = ${short(last[1])}`);
  const lit = network(page).locator('.network-outline.is-points');
  // E_3, Y_3, S_3, S_2 and the gradients of both states.
  await expect(lit).toHaveCount(6);
  await page.mouse.move(5, 300);
  await expect(said(page)).toBeEmpty();
  await expect(lit).toHaveCount(0);

  // A click keeps it, also when the mouse goes away.
  await page.mouse.click(place.x, place.y);
  await page.mouse.move(5, 300);
  await expect(said(page)).toContainText('‖∂E₃/∂S₂‖');
  await page.mouse.click(place.x, place.y);
  await page.mouse.move(5, 300);
  await expect(said(page)).toBeEmpty();

  // The moment is in the link: reloading brings it back, opened.
  await choose(page, 'Ws');
  await expect.poll(() => page.url()).toMatch(/#v1\./);
  await page.waitForTimeout(500);
  await page.reload();
  await expect(drawing(page)).toBeVisible();
  await expect(pairs(page).locator('.pairs-number')).toHaveCount(9);
  await button(page, title).click();
  await expect(drawing(page)).toHaveCount(0);
  expect(config.T).toBe(3);
});

test('by keyboard: the arrows go from pair to pair, and the playhead stays', async ({ page }) => {
  const { expected } = caseOf('public-040');
  const matrix = expected.normMatrix.S as number[][];
  await page.goto(linkTo(setupOf('public-040')));
  await toLast(page);
  const playhead = await playheadOf(page);
  await button(page, title).press('Enter');
  await button(page, 'Table').focus();
  await page.keyboard.press('Tab');
  await expect(drawing(page)).toBeFocused();
  await expect(said(page)).toContainText(`‖∂E₁₂/∂S₁₂‖ = ${short(matrix[11][11])}`);
  for (const key of ['ArrowLeft', 'ArrowLeft', 'ArrowUp']) await page.keyboard.press(key);
  await expect(said(page)).toContainText(`‖∂E₁₁/∂S₁₀‖ = ${short(matrix[10][9])}`);
  await expect(said(page)).toContainText('one step back');
  await page.keyboard.press('Home');
  await expect(said(page)).toContainText(`‖∂E₁₁/∂S₁‖ = ${short(matrix[10][0])}`);
  await page.keyboard.press('ArrowLeft');
  await expect(said(page)).toContainText('E₁₁ teaches S₁ … S₁₁');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await expect(said(page)).toContainText('S₁ is taught by E₁ … E₁₂');
  expect(await playheadOf(page)).toBe(playhead);
  await page.keyboard.press('Escape');
  await expect(said(page)).toBeEmpty();
  // Keys that are not the pairs' are the playhead's.
  await page.keyboard.press('PageUp');
  await expect(timeline(page)).toHaveAttribute('aria-valuenow', String(playhead - 1));
});

test('columns come with the backward pass and go with it', async ({ page }) => {
  await page.goto(linkTo(setupOf('public-002'), { heard: 'S' }));
  await toLast(page);
  const numbers = pairs(page).locator('.pairs-number');
  await expect(numbers).toHaveCount(9);
  // Back before δ_1, then before δ_2.
  const goBefore = async (name: string) => {
    while ((await network(page).getByRole('img', { name }).count()) > 0) await page.keyboard.press('PageUp');
  };
  await goBefore('S 1, value 0.462, gradient 0.0179');
  await expect(numbers).toHaveCount(5);
  await expect(pairs(page)).toContainText('left at S₂');
  await goBefore('S 2, value 0.551, gradient −0.909');
  await expect(numbers).toHaveCount(2);
  await toLast(page);
  await expect(numbers).toHaveCount(9);
});

test('one error alone offers to take it at every step, which can be undone', async ({ page }) => {
  await page.goto('./');
  await toLast(page);
  await button(page, title).click();
  await expect(pairs(page).locator('.pairs-number')).toHaveCount(3);
  await button(page, 'Take the error at every step').click();
  await toLast(page);
  await expect(pairs(page).locator('.pairs-number')).toHaveCount(9);
  await button(page, 'Undo').click();
  await expect(drawing(page)).toHaveAccessibleName(/^One error by 3 states/);
});

test.describe('what is copied', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });
  test('is every double of the table', async ({ page }) => {
    const { expected } = caseOf('public-017');
    await page.goto(linkTo(setupOf('public-017'), { heard: 'S' }));
    await toLast(page);
    await button(page, 'Table').click();
    await button(page, 'Copy').last().scrollIntoViewIfNeeded();
    await pairs(page).getByRole('button', { name: 'Copy', exact: true }).click();
    await expect(pairs(page).getByText('Copied')).toBeVisible();
    const lines = (await page.evaluate(() => navigator.clipboard.readText())).split('\n');
    expect(lines[0].split('\t')).toEqual(
      ['Error', ...'₁₂₃₄₅₆₇'].map((t, index) => (index === 0 ? t : `S${t}`)),
    );
    const fifth = lines[5].split('\t');
    expect(fifth.slice(0, 4)).toEqual(['E₅', 'cut', 'cut', 'cut']);
    expectSame(Number(fifth[4]), (expected.normMatrix.S as number[][])[4][3], '‖∂E5/∂S4‖');
  });
});

test.describe('at every width', () => {
  test.use({ reducedMotion: 'reduce' });
  for (const [width, height] of [
    [1440, 900],
    [1024, 768],
    [390, 844],
  ] as const)
    for (const theme of ['light', 'dark'] as const)
      test(`${width} px, ${theme}: nothing overlaps or scrolls sideways, and axe finds nothing`, async ({
        page,
      }) => {
        await page.setViewportSize({ width, height });
        await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
        for (const id of ['public-002', 'public-040'] as const) {
          await page.goto(linkTo(setupOf(id), { heard: 'S' }));
          await page.reload();
          await expect(drawing(page)).toBeVisible();
          await toLast(page);
          expect.soft(await sidewaysScroll(page), `${id}: wider than the window`).toBeLessThanOrEqual(0);
          expect.soft(await overlapsIn(page), `${id}: what lies over each other`).toEqual([]);
          await drawing(page).focus();
          await page.keyboard.press('ArrowLeft');
          await button(page, 'Table').click();
          expect
            .soft(await sidewaysScroll(page), `${id}, table: wider than the window`)
            .toBeLessThanOrEqual(0);
          expect.soft(await overlapsIn(page), `${id}, table: what lies over each other`).toEqual([]);
          await expectNoAxeViolations(page);
        }
      });

  test('presented, pairs and network fill the screen, in type that is large enough', async ({ page }) => {
    await page.goto(linkTo(setupOf('public-040'), { heard: 'S' }));
    await toLast(page);
    await page.keyboard.press('p');
    await expect(drawing(page)).toBeVisible();
    await expect
      .poll(() =>
        pairs(page)
          .locator('.pairs-number')
          .first()
          .evaluate((text) => text.getBoundingClientRect().height),
      )
      .toBeGreaterThanOrEqual(11);
    await expect(region(page, 'Gradient reaching each step')).toBeHidden();
    await expect(region(page, 'Timeline')).toBeInViewport();
    await page.keyboard.press('Escape');
    await expect(region(page, 'Gradient reaching each step')).toBeVisible();
    await button(page, title).click();
    await page.keyboard.press('p');
    await expect(pairs(page)).toBeHidden();
  });
});
