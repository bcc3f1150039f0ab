import { readFile } from 'node:fs/promises';
import type { Browser, Page } from '@playwright/test';
import {
  choose,
  dialog,
  differenceOf,
  openExport,
  pixelsOf,
  type Saved,
  save,
  status,
  within,
} from './export.ts';
import { expect, expectNoAxeViolations, test } from './fixtures.ts';
import { expectVisibleFocus, tabTo } from './keyboard.ts';
import { linkTo, setupOf } from './setups.ts';
import { button, region, toLast } from './workbench.ts';

test.use({ reducedMotion: 'reduce' });

const list = (page: Page) => dialog(page).getByRole('combobox', { name: 'Of' });
const preview = (page: Page) => dialog(page).getByRole('img', { name: /^Preview/ });

/** What a picture must not have to stand by itself. */
function expectAlone({ content }: Saved) {
  const svg = content.toString('utf8').replace(/base64,[A-Za-z0-9+/=]+/g, '');
  expect(svg).not.toMatch(/ class=|var\(|<script|<foreignObject|@import|oklab|color-mix|currentColor/i);
  const addresses = [...svg.matchAll(/(?:href|src|url)\s*[=(]\s*["']?([^"')\s]+)/g)].map(
    ([, address]) => address,
  );
  for (const address of addresses) expect(address).toMatch(/^(#|data:)/);
  expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:/);
}

interface Alone {
  readonly width: number;
  readonly height: number;
  readonly texts: readonly string[];
  readonly fonts: readonly string[];
  /** Families whose first choice the file does not bring. */
  readonly missing: readonly string[];
  /** Texts that reach out of the picture. */
  readonly outside: readonly string[];
  readonly shot: Buffer;
}

/** Opens a picture by itself, in a page that has nothing else. */
async function openAlone(browser: Browser, { content }: Saved): Promise<Alone> {
  const context = await browser.newContext({ viewport: { width: 1600, height: 2400 }, offline: true });
  const page = await context.newPage();
  await page.goto(`data:image/svg+xml;base64,${content.toString('base64')}`);
  const read = await page.evaluate(async () => {
    await document.fonts.ready;
    const root = document.documentElement as unknown as SVGSVGElement;
    const { width, height } = root.viewBox.baseVal;
    const texts = [...document.querySelectorAll('text:not([aria-hidden])')] as SVGTextElement[];
    const loaded = [...document.fonts]
      .filter(({ status }) => status === 'loaded')
      .map(({ family }) => family);
    const families = texts
      .flatMap((text) => [text, ...text.querySelectorAll('tspan')])
      .map((one) => getComputedStyle(one).fontFamily);
    const first = new Set(families.map((family) => family.split(',')[0].replaceAll(/["']/g, '')));
    const outside = texts.filter((text) => {
      const box = text.getBoundingClientRect();
      return box.left < 0 || box.top < 0 || box.right > width + 1 || box.bottom > height + 1;
    });
    return {
      width,
      height,
      texts: texts.map((text) => text.textContent ?? ''),
      fonts: loaded,
      missing: [...first].filter((family) => !loaded.includes(family)),
      outside: outside.map((text) => text.textContent ?? ''),
    };
  });
  const shot = await page.screenshot({ clip: { x: 0, y: 0, width: read.width, height: read.height } });
  await context.close();
  return { ...read, shot };
}

async function draw(page: Page, name: string): Promise<void> {
  await list(page).selectOption({ label: name });
  await expect(preview(page)).toHaveAccessibleName(`Preview of the picture: ${name}`);
}

/** A number that each row must show: PyTorch's, as it is written on the page. */
const rows: readonly (readonly [name: string, file: string, texts: readonly string[]])[] = [
  ['The whole score', 'score', ['network', 'Gradient', '−0.0592', '−1.52', 'Time', 'value']],
  ['Unrolled network', 'network', ['network', 'all steps', '0.462', '−0.0592', '0.576']],
  ['Gradient reaching each step', 'gradient-reaching-each-step', ['Gradient', '1.52', '1.21', '0.674']],
  ['Terms of the gradient', 'terms-of-the-gradient', ['−0.834', '−0.390', '−1.22']],
  ['Timeline', 'timeline', ['Time', '39 operations', 't = 3', 'forward →', '← backward']],
];

test('every picture stands by itself: its fonts within, its labels as text, nothing from outside', async ({
  page,
  browser,
}) => {
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await page.goto('./');
  await toLast(page);
  await openExport(page, 'Picture');
  await expect(list(page).locator('option')).toHaveText(rows.map(([name]) => name));
  for (const [name, file, texts] of rows) {
    await draw(page, name);
    const saved = await save(page);
    expect(saved.name).toBe(`unrolled-${file}-rnn-T3-H1-operation-39-of-39.svg`);
    expectAlone(saved);
    const alone = await openAlone(browser, saved);
    expect(alone.fonts).toContain('Inter');
    expect(alone.missing, `${name}: fonts that are not in the file`).toEqual([]);
    expect(alone.outside, `${name}: texts that are cut off`).toEqual([]);
    for (const text of texts) expect(alone.texts.join('\n'), name).toContain(text);
    const { drawn, isColoured } = await pixelsOf(browser, alone.shot);
    expect(drawn, name).toBeGreaterThan(0.02);
    expect(isColoured, name).toBe(true);
  }
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('the picture is the same whatever the theme is', async ({ page }) => {
  const saved: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.goto('about:blank');
    await page.goto(linkTo(setupOf('public-033')));
    await toLast(page);
    await openExport(page, 'Picture');
    await expect(preview(page)).toBeVisible();
    saved.push((await save(page)).content.toString('utf8'));
    await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
  }
  expect(saved[1]).toBe(saved[0]);
});

for (const [what, id] of [
  ['the article', 'public-001'],
  ['an LSTM', 'public-033'],
  ['clipping at each step', 'public-012'],
] as const)
  test(`what is drawn of ${what} is what is on the page, also what is scrolled out of sight`, async ({
    page,
    browser,
  }) => {
    await page.setViewportSize({ width: 1440, height: 2400 });
    await page.goto(linkTo(setupOf(id)));
    await toLast(page);
    for (let i = 0; i < 5; i++) await page.keyboard.press('ArrowLeft');
    await page.evaluate(() => document.fonts.ready);
    await page.mouse.move(0, 0);
    for (const name of [
      'Unrolled network',
      'Gradient reaching each step',
      'Terms of the gradient',
      'Timeline',
    ]) {
      const drawing = region(page, name).locator('.score-drawing > svg');
      const live = await drawing.screenshot();
      const box = await drawing.boundingBox();
      const row = await region(page, name).boundingBox();
      if (!box || !row) throw new Error(`${name} is not on the page.`);
      await openExport(page, 'Picture');
      await draw(page, name);
      const saved = await save(page);
      await page.keyboard.press('Escape');
      const context = await browser.newContext({ viewport: { width: 1440, height: 1400 } });
      const other = await context.newPage();
      await other.goto(`data:image/svg+xml;base64,${saved.content.toString('base64')}`);
      await other.evaluate(() => document.fonts.ready);
      // The row stands 12 px in, and what is in it where it stood.
      const clip = { x: 12 + box.x - row.x, y: 12 + box.y - row.y, width: box.width, height: box.height };
      const drawn = await other.screenshot({ clip });
      await context.close();
      expect(await differenceOf(browser, live, drawn), name).toBeLessThan(0.04);
    }
  });

test('on a phone the picture holds the columns that have to be scrolled to', async ({ page, browser }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('./');
  await button(page, 'Vanishing').click();
  await toLast(page);
  await openExport(page, 'Picture');
  await draw(page, 'Timeline');
  const alone = await openAlone(browser, await save(page));
  expect(alone.width).toBeGreaterThan(500);
  expect(alone.texts).toEqual(expect.arrayContaining(['t = 1', 't = 8', 'Time']));
  expect(alone.outside).toEqual([]);
});

test('of many steps and units, which are on a canvas, the picture shows as much', async ({
  page,
  browser,
}) => {
  const setup = { ...setupOf('public-001'), T: 40, H: 12, errorAt: 'every' as const, edits: {} };
  await page.goto(linkTo(setup));
  await toLast(page);
  await openExport(page, 'Picture');
  await draw(page, 'Unrolled network');
  const { shot } = await openAlone(browser, await save(page));
  const { drawn, isColoured } = await pixelsOf(browser, shot);
  expect(drawn).toBeGreaterThan(0.2);
  expect(isColoured).toBe(true);
});

test('PNG: twice as large as on the screen, or as wide as one says', async ({ page, browser }) => {
  await page.goto('./');
  await toLast(page);
  await openExport(page, 'Picture');
  await draw(page, 'Unrolled network');
  const { width, height } = await preview(page).evaluate((image: HTMLImageElement) => ({
    width: image.naturalWidth,
    height: image.naturalHeight,
  }));
  await choose(page, 'PNG');
  const field = dialog(page).getByRole('textbox', { name: 'Width in px' });
  await expect(field).toHaveValue(String(2 * width));
  const twice = await save(page);
  expect(twice.name).toMatch(/^unrolled-network-rnn-T3-H1-operation-39-of-39\.png$/);
  const pixels = await pixelsOf(browser, twice.content);
  expect(pixels).toMatchObject({ width: 2 * width, height: 2 * height, isColoured: true });
  expect(pixels.drawn).toBeGreaterThan(0.03);
  await field.fill('3000');
  await expect(dialog(page).getByText(`3000 × ${Math.round((3000 * height) / width)} px`)).toBeVisible();
  expect(await pixelsOf(browser, (await save(page)).content)).toMatchObject({
    width: 3000,
    height: Math.round((3000 * height) / width),
  });
  for (const [typed, sentence] of [
    ['20', 'Width in px is a whole number from 100 to 12 000.'],
    ['much', '“much” is not a number.'],
    ['', 'Type a number.'],
  ]) {
    await field.fill(typed);
    await expect(dialog(page).getByText(sentence.replace('12 000', '12000'))).toBeVisible();
    await expect(within(page, 'Save')).toBeHidden();
  }
});

test('a picture is saved by keyboard alone', async ({ page, browser }) => {
  await page.goto('./');
  await tabTo(page, button(page, 'Export'));
  await page.keyboard.press('Enter');
  await expect(preview(page)).toBeVisible();
  await tabTo(page, list(page));
  await expectVisibleFocus(page);
  await page.keyboard.press('ArrowDown');
  await expect(preview(page)).toHaveAccessibleName('Preview of the picture: Unrolled network');
  await tabTo(page, dialog(page).getByRole('radio', { name: 'SVG' }));
  await page.keyboard.press('ArrowRight');
  await tabTo(page, dialog(page).getByRole('textbox', { name: 'Width in px' }));
  await page.keyboard.type('640');
  await tabTo(page, within(page, 'Save'));
  await expectVisibleFocus(page);
  const saving = page.waitForEvent('download');
  await page.keyboard.press('Enter');
  const saved = await saving;
  expect(saved.suggestedFilename()).toBe('unrolled-network-rnn-T3-H1-operation-0-of-39.png');
  expect(await pixelsOf(browser, await readFile(await saved.path()))).toMatchObject({ width: 640 });
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
  await expect(button(page, 'Export')).toBeFocused();
});

test('pictures are copied: an SVG as text, a PNG as a picture', async ({ page, context, browser }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('./');
  await openExport(page, 'Picture');
  await draw(page, 'Timeline');
  await within(page, 'Copy').click();
  await expect(status(page)).toHaveText('Copied.');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^<\?xml[\s\S]*<\/svg>\s*$/);
  await choose(page, 'PNG');
  await within(page, 'Copy').click();
  await expect(status(page)).toHaveText('Copied.');
  const copied = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const bytes = new Uint8Array(await (await item.getType('image/png')).arrayBuffer());
    return Array.from(bytes);
  });
  expect((await pixelsOf(browser, Buffer.from(copied))).drawn).toBeGreaterThan(0.01);
});

for (const [width, height] of [
  [1440, 900],
  [1024, 768],
  [390, 844],
] as const)
  for (const theme of ['light', 'dark'] as const)
    test(`at ${width} px, ${theme}, axe finds nothing with the dialog open, whatever is chosen`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
      await page.goto('./');
      await toLast(page);
      await openExport(page, 'Picture');
      await expect(preview(page)).toBeVisible();
      await choose(page, 'PNG');
      for (const kind of ['Picture', 'Numbers', 'Equation', 'Worked solution', 'Set-up'] as const) {
        await choose(page, kind);
        await expect(within(page, 'Save')).toBeVisible();
        await expectNoAxeViolations(page);
        const box = await dialog(page).boundingBox();
        expect(
          box && box.x >= 0 && box.x + box.width <= width && box.y + box.height <= height,
          `${kind} is in the window`,
        ).toBe(true);
        expect(
          await dialog(page).evaluate((one) => one.scrollWidth - one.clientWidth),
          `${kind} does not scroll sideways`,
        ).toBeLessThanOrEqual(0);
      }
    });
