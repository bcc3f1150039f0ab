import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import lz from 'lz-string';
import { drop } from './dropping.ts';
import { expect, expectNoAxeViolations, test } from './fixtures.ts';
import { tabTo } from './keyboard.ts';
import { article as oracle, short } from './oracle.ts';
import { sidewaysScroll } from './overlaps.ts';
import { button, network, playheadOf, read, region, toLast } from './workbench.ts';

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Moments' });
const bar = (page: Page) => region(page, 'Talk');
const titles = (page: Page) =>
  dialog(page)
    .getByRole('list')
    .getByRole('textbox')
    .evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value));

const linkOf = (own: unknown, moments: readonly unknown[]) =>
  `#v1.${[own, moments].map((part) => lz.compressToEncodedURIComponent(JSON.stringify(part))).join('.')}`;

/** Marks the present moment by keys alone. */
async function mark(page: Page, title: string): Promise<void> {
  await page.keyboard.press('m');
  await expect(dialog(page).getByRole('button', { name: 'Mark this moment' })).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.type(title);
  await page.keyboard.press('Enter');
  await expect(dialog(page).getByRole('status')).toContainText(`“${title}” is marked`);
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
}

/** What reaches S_2 in the article's network; the vanishing network at its end; the article's after one update. */
async function markThree(page: Page): Promise<void> {
  await page.goto('./');
  await toLast(page);
  for (let k = 0; k < 15; k++) await page.keyboard.press('ArrowLeft');
  await mark(page, 'What reaches S₂');
  await button(page, 'Update once').click();
  await toLast(page);
  await mark(page, 'One update later');
  await button(page, 'Vanishing').click();
  await button(page, 'Hide set-up').click();
  await mark(page, 'It vanishes');
}

/** Numbers of the article that are seen at each of the three moments, and that what follows is not. */
async function expectMoment(page: Page, place: number): Promise<void> {
  const [, S2, S3] = oracle.S.map(([value]) => short(value));
  const [, d2, d3] = oracle.delta.map(([value]) => short(value));
  await expect(bar(page).getByRole('status')).toContainText(`${place} of 3`);
  const nodes = await network(page)
    .locator(':is([role=img], [role=button])[aria-label]')
    .evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')));
  if (place === 1) {
    expect(nodes).toContain(`S 3, value ${S3}, gradient ${d3}`);
    expect(nodes).toContain(`S 2, value ${S2}, gradient ${d2}`);
    expect(nodes.some((node) => /^S 1,.*gradient/.test(node ?? ''))).toBe(false);
  } else if (place === 2) {
    const [, after] = oracle.optim.sgd.E;
    expect(nodes).toContain(`E 3, value ${short(after)}`);
  } else {
    expect(nodes.filter((node) => /^S \d+/.test(node ?? ''))).toHaveLength(13);
  }
}

test('marked, put in order and walked by keys: whatever is changed meanwhile, each moment brings back its own', async ({
  page,
}) => {
  await markThree(page);
  await page.keyboard.press('m');
  await tabTo(page, dialog(page).getByRole('button', { name: 'Move moment 3 up' }));
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(dialog(page).getByRole('status')).toHaveText('“It vanishes” is now 1 of 3.');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  expect(await titles(page)).toEqual(['What reaches S₂', 'One update later', 'It vanishes']);
  await tabTo(page, dialog(page).getByRole('button', { name: 'Present from the first' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Update once' })).toBeHidden();
  await expectMoment(page, 1);
  // The clicker does not go back beyond the first; arrows still step operations.
  await page.keyboard.press('PageUp');
  await expectMoment(page, 1);
  await page.keyboard.press('ArrowRight');
  await expect(network(page).getByLabel(/^S 1, value .*gradient/)).toHaveCount(0);
  expect(await playheadOf(page)).toBe(25);
  // Changed live, it is the talk's own again when one comes back to it.
  await network(page).getByRole('button', { name: 'x 2, value 0.5, edit' }).click();
  await page.keyboard.type('2');
  await page.keyboard.press('Enter');
  await expect(network(page).getByRole('button', { name: 'x 2, value 2, edit' })).toBeVisible();
  await page.keyboard.press('PageDown');
  await expectMoment(page, 2);
  await expect(bar(page)).toContainText('One update later');
  await page.keyboard.press('PageDown');
  await expectMoment(page, 3);
  await page.keyboard.press('PageDown');
  await expectMoment(page, 3);
  await page.keyboard.press('PageUp');
  await page.keyboard.press('PageUp');
  await expectMoment(page, 1);
  expect(await playheadOf(page)).toBe(24);
  // The address holds the talk, and where one stands in it.
  await page.keyboard.press('PageDown');
  await expectMoment(page, 2);
  await page.keyboard.press('Escape');
  const link = page.url();
  await page.reload();
  await expectMoment(page, 2);
  expect(page.url()).toBe(link);
  await bar(page).getByRole('button', { name: 'Next moment' }).click();
  await expectMoment(page, 3);
  await expect(button(page, 'Show set-up')).toBeVisible();
  await expect(bar(page).getByRole('button', { name: 'Next moment' })).toBeDisabled();
});

test('where operations are chosen, a clicker steps them, and goes on with moments when those are', async ({
  page,
}) => {
  await markThree(page);
  await page.keyboard.press('p');
  await bar(page).getByRole('radio', { name: 'operations' }).check();
  const before = await playheadOf(page);
  await page.keyboard.press('PageUp');
  expect(await playheadOf(page)).toBe(before - 1);
  await bar(page).getByRole('radio', { name: 'moments' }).check();
  await page.keyboard.press('PageUp');
  await expectMoment(page, 2);
});

test('one link holds the talk, and so does one file', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await markThree(page);
  await button(page, 'Moments').click();
  await dialog(page).getByRole('button', { name: 'Share as link' }).click();
  await expect(dialog(page).getByRole('status')).toContainText('Link copied: 3 moments');
  const link = await page.evaluate(() => navigator.clipboard.readText());
  const saving = page.waitForEvent('download');
  await dialog(page).getByRole('button', { name: 'Save as file' }).click();
  const download = await saving;
  expect(download.suggestedFilename()).toBe('unrolled-talk-3-moments.json');

  const other = await context.newPage();
  await other.goto(link);
  await expectMoment(other, 1);
  await other.keyboard.press('p');
  for (const place of [2, 3]) {
    await other.keyboard.press('PageDown');
    await expectMoment(other, place);
  }
  await other.close();

  const folder = mkdtempSync(join(tmpdir(), 'unrolled-talk-'));
  const file = join(folder, 'talk.json');
  writeFileSync(file, await readFile(await download.path()));
  await page.goto('about:blank');
  await page.goto('./');
  await drop(page, file);
  await expect(page.getByRole('alert').first()).toContainText('“talk.json” is open: a talk of 3 moments.');
  await expectMoment(page, 1);
  await bar(page).getByRole('button', { name: 'Next moment' }).click();
  await expectMoment(page, 2);
  await button(page, 'Undo').click();
  await button(page, 'Undo').click();
  await expect(bar(page)).toBeHidden();

  const broken = join(folder, 'broken.json');
  writeFileSync(broken, '{"format":"unrolled-talk","version":1,"moments":[{"title":"x","setup":{"T":0}}]}');
  await button(page, 'Moments').click();
  const choosing = page.waitForEvent('filechooser');
  await dialog(page).getByRole('button', { name: 'Open a file …' }).click();
  await (await choosing).setFiles(broken);
  await expect(dialog(page).getByRole('status')).toContainText('not allowed (moments.0.setup.T = 0)');
  await expect(dialog(page).getByRole('list')).toHaveCount(0);
  rmSync(folder, { recursive: true });
});

test('a damaged talk in a link gets a sentence and a sound start', async ({ page }) => {
  await markThree(page);
  const sound = page.url().replace(/^[^#]*/, '');
  for (const [hash, sentence] of [
    [sound.slice(0, -5), /damaged/],
    [linkOf({}, [{ title: '<img src=x>', at: ['up', 1, 'S'] }]), /not allowed \(moments\.0\.at/],
  ] as const) {
    await page.goto('about:blank');
    await page.goto(`./${hash}`);
    await expect(page.getByRole('alert').first()).toContainText(sentence);
    expect(await playheadOf(page)).toBe(0);
    await expect(bar(page)).toHaveCount(0);
    await toLast(page);
    expect((await read(page)).nodes).toContain('S 3, value −0.0592, gradient −1.52');
  }
});

test('a moment with the cliff open is presented as that, over the page that fills the screen, and walked on from', async ({
  page,
}) => {
  const cliff = page.getByRole('dialog', { name: 'The cliff' });
  const talk = [
    { title: 'Over the edge', cliff: { network: 'paper', update: 41 } },
    { title: 'The article' },
  ];
  await page.goto(`./${linkOf({}, talk)}`);
  await button(page, 'Moments').click();
  await dialog(page).getByRole('button', { name: 'Present from the first' }).click();
  await expect(cliff.getByRole('status')).toHaveText('1 of 2 Over the edge');
  await cliff.getByRole('button', { name: 'Play' }).click();
  await expect(cliff.getByRole('rowheader', { name: '43' })).toBeVisible();
  const beyond = await cliff.evaluate((element) => element.scrollHeight - element.clientHeight);
  expect(beyond).toBe(0);
  await page.keyboard.press('PageDown');
  await expect(cliff).toBeHidden();
  await expect(bar(page).getByRole('status')).toHaveText('2 of 2 The article');
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
    const talk = [{ title: 'Where all begins' }, { title: 'A long title '.repeat(6).trim() }];
    await page.goto(`./${linkOf({ shown: 1 }, talk)}`);
    await expect(bar(page)).toContainText('2 of 2');
    expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await button(page, 'Moments').click();
      await expect(dialog(page)).toBeVisible();
      const beyond = await dialog(page).evaluate((element) => element.scrollWidth - element.clientWidth);
      expect(beyond).toBe(0);
      await expectNoAxeViolations(page);
      await page.keyboard.press('Escape');
    }
    await page.keyboard.press('p');
    await expect(bar(page).getByRole('radio', { name: 'moments' })).toBeChecked();
    await expectNoAxeViolations(page);
  });
