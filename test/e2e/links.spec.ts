import type { Page } from '@playwright/test';
import lz from 'lz-string';
import { expect, test } from './fixtures.ts';
import { button, grid, network, playheadOf, read, toLast } from './workbench.ts';

/** The address follows the playhead a few times a second, as browsers want it: what a person does not outrun. */
const settle = (page: Page) => page.waitForTimeout(400);

/** What the page as a whole has to say; parts of it have alerts of their own. */
const notice = (page: Page) => page.getByRole('alert').first();

const linkOf = (content: unknown) => `#v1.${lz.compressToEncodedURIComponent(JSON.stringify(content))}`;

test('a reload brings back the setup and the exact operation', async ({ page }) => {
  await page.goto('./');
  await button(page, 'Clipped').click();
  for (let i = 0; i < 7; i++) await page.keyboard.press('ArrowLeft');
  await page.getByRole('radio', { name: 'Wx', exact: true }).check();
  const before = await read(page);
  await settle(page);
  await page.reload();
  await expect(network(page)).toBeVisible();
  expect(await read(page)).toEqual(before);
});

test('back and forward go from one change to the other', async ({ page }) => {
  await page.goto('./');
  await toLast(page);
  await page.keyboard.press('ArrowLeft');
  const article = await read(page);
  await button(page, 'Vanishing').click();
  await page.keyboard.press('Home');
  await page.keyboard.press('PageDown');
  const vanishing = await read(page);
  await button(page, 'Exploding').click();
  const exploding = await read(page);
  await page.goBack();
  await expect.poll(() => read(page)).toEqual(vanishing);
  await page.goBack();
  await expect.poll(() => read(page)).toEqual(article);
  await page.goForward();
  await expect.poll(() => read(page)).toEqual(vanishing);
  await page.goForward();
  await expect.poll(() => read(page)).toEqual(exploding);
});

test('a copied link opens the same moment in another window', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('./');
  await grid(page, 'Ws').getByRole('gridcell').click();
  await page.keyboard.type('0.123456789012345');
  await page.keyboard.press('Enter');
  await button(page, 'Update once').click();
  for (let i = 0; i < 20; i++) await page.keyboard.press('ArrowRight');
  await button(page, 'Share').click();
  await expect(page.getByText('Link copied. It opens this network at this very step.')).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  const other = await context.newPage();
  await other.goto(link);
  await expect(network(other)).toBeVisible();
  expect(await read(other)).toEqual(await read(page));
  expect(await playheadOf(other)).toBe(20);
  await expect(other.getByText('after 1 update')).toBeVisible();
});

test('where the clipboard is refused the link is shown, selected', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', {
      value: { writeText: () => Promise.reject(new Error('no')) },
    });
  });
  await page.goto('./');
  await button(page, 'Share').click();
  const box = page.getByRole('textbox', { name: 'Link to this step' });
  await expect(box).toBeFocused();
  expect(await box.inputValue()).toBe(page.url());
});

test('a link from long ago opens', async ({ page }) => {
  await page.goto('./#v1.N4IghgLiBcDaIFcAOATSBTEAaADFkAdugB4TQDqAniALoC+QA');
  expect(await playheadOf(page)).toBe(39);
  await expect(notice(page)).toBeEmpty();
});

const bad: readonly (readonly [name: string, hash: string, sentence: RegExp])[] = [
  ['cut off', '#v1.N4IghgLiBcDaIFcAOATSBTEAaADFkAdug', /damaged/],
  ['of nonsense', '#v1.%00%ff<script>alert(1)</script>', /damaged/],
  ['of a newer version', '#v7.N4IghgLiBcDaIFcAOATSBTEAaADFkAdugB4TQDqAniALoC', /newer version/],
  ['that asks for a billion steps', linkOf({ setup: { T: 1e9 } }), /not allowed/],
  ['that names a prototype', linkOf(JSON.parse('{"__proto__":{"T":4},"setup":{}}')), /damaged|not allowed/],
  ['with a script in it', linkOf({ at: ['forward', 1, '<img src=x onerror=alert(1)>'] }), /not allowed/],
  ['that is far too long', `#v1.${'N'.repeat(900_000)}`, /too long/],
];

for (const [name, hash, sentence] of bad)
  test(`a link ${name} gets a sentence and a sound start`, async ({ page }) => {
    await page.goto(`./${hash}`);
    await expect(notice(page)).toContainText(sentence);
    await expect(notice(page)).toContainText('Here is the article’s network instead.');
    expect(await playheadOf(page)).toBe(0);
    await expect(page.getByRole('button', { name: 'Article, T = 3' })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    await toLast(page);
    expect((await read(page)).nodes).toContain('S 3, value −0.0592, gradient −1.52');
    await button(page, 'Dismiss').click();
    await expect(notice(page)).toBeEmpty();
  });

test('a hash that is typed over while the page is open is opened, and a bad one said', async ({ page }) => {
  await page.goto('./');
  await button(page, 'Vanishing').click();
  await page.evaluate(
    (hash) => {
      location.hash = hash;
    },
    linkOf({ at: ['backward', 3, 'd:S'] }),
  );
  await expect.poll(async () => (await read(page)).nodes).toContain('S 3, value −0.0592, gradient −1.52');
  await page.evaluate(() => {
    location.hash = '#v1.broken';
  });
  await expect(notice(page)).toContainText('damaged');
});
