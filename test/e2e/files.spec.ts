import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { drag, drop, hint } from './dropping.ts';
import { dialog, openExport, save, within } from './export.ts';
import { expect, expectNoAxeViolations, test } from './fixtures.ts';
import { tabTo } from './keyboard.ts';
import { button, playheadOf, read, toLast } from './workbench.ts';

let folder: string;
test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'unrolled-files-'));
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

const written = (name: string, content: string | Buffer): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const notice = (page: Page) => page.getByRole('alert');
const slider = (page: Page, name: string) => page.getByRole('slider', { name });

/** The network and the step that a test takes away and brings back. */
async function makeSetup(page: Page): Promise<string> {
  await page.goto('./');
  await button(page, 'Vanishing').click();
  await toLast(page);
  for (let i = 0; i < 9; i++) await page.keyboard.press('ArrowLeft');
  await openExport(page, 'Set-up');
  const saved = await save(page);
  expect(saved.name).toMatch(/^unrolled-setup-rnn-T12-H4-operation-\d+-of-\d+\.json$/);
  await page.keyboard.press('Escape');
  return written(saved.name, saved.content);
}

test('a saved set-up opens when it is dropped: the same numbers at the same step, and Undo goes back', async ({
  page,
}) => {
  const file = await makeSetup(page);
  const before = await read(page);
  const link = page.url();
  await page.goto('about:blank');
  await page.goto('./');
  await drop(page, file);
  await expect(notice(page)).toContainText('is open. Undo brings back what was here before.');
  expect(await read(page)).toEqual(before);
  await expect.poll(() => page.url()).toBe(link);
  await expectNoAxeViolations(page);
  await button(page, 'Undo').click();
  await expect(slider(page, 'Time steps T')).toHaveValue('3');
  expect(await playheadOf(page)).toBe(0);
});

test('it opens from the dialog as well, chosen by keyboard alone', async ({ page }) => {
  const file = await makeSetup(page);
  await page.goto('about:blank');
  await page.goto('./');
  await tabTo(page, button(page, 'Export'));
  await page.keyboard.press('Enter');
  await tabTo(page, dialog(page).getByRole('radio', { name: 'Picture' }));
  for (let i = 0; i < 4; i++) await page.keyboard.press('ArrowRight');
  // Asked for before the way there: the browser hears of it a little later, and must have when the key comes.
  const choosing = page.waitForEvent('filechooser');
  await tabTo(page, within(page, 'Open a file …'));
  await page.keyboard.press('Enter');
  const chooser = await choosing;
  await chooser.setFiles(written('broken.json', '{"format": "unrolled-setup", "version": 1, "mom'));
  await expect(dialog(page).getByRole('alert')).toContainText('“broken.json” is damaged');
  await expectNoAxeViolations(page);
  await chooser.setFiles(file);
  await expect(dialog(page)).toBeHidden();
  await expect(slider(page, 'Time steps T')).toHaveValue('12');
  await expect(notice(page)).toContainText('is open');
});

const content = (moment: unknown) => JSON.stringify({ format: 'unrolled-setup', version: 1, moment });
const refused: readonly (readonly [name: string, content: string | Buffer, sentence: string])[] = [
  [
    'photo.png',
    Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
    'is neither a set-up nor a talk. A set-up of Unrolled is a .json file',
  ],
  [
    'cut-off.json',
    '{"format": "unrolled-setup", "version": 1, "moment": {"setup": {"T"',
    'is damaged, perhaps cut off',
  ],
  ['package.json', '{"name": "something", "version": "1.0.0"}', 'is JSON, but neither a set-up nor a talk'],
  ['empty.json', '', 'is empty'],
  [
    'newer.json',
    '{"format": "unrolled-setup", "version": 2, "moment": {}}',
    'was saved by a newer version of Unrolled',
  ],
  [
    'huge.json',
    ' '.repeat(17_000_000),
    'is too large to be one of Unrolled’s: 16602 kB, and none has more than 16384 kB',
  ],
  [
    'too-long.json',
    content({ setup: { T: 100_000 } }),
    'asks for something that is not allowed (setup.T = 100000)',
  ],
  [
    'polluting.json',
    '{"format":"unrolled-setup","version":1,"moment":{"__proto__":{"setup":{}}}}',
    'is damaged',
  ],
  ['deep.json', '['.repeat(300_000), 'is damaged'],
  [
    'script.json',
    content({ setup: { cell: '<img src=x onerror=alert(1)>' } }),
    'asks for something that is not allowed (setup.cell)',
  ],
  [
    'many-edits.json',
    content({ setup: { edits: Object.fromEntries(Array.from({ length: 9000 }, (_, i) => [`x1.${i}`, 1])) } }),
    'asks for something that is not allowed (setup.edits',
  ],
];

test('what does not fit is refused by a sentence of its own, and nothing changes', async ({ page }) => {
  await page.goto('./');
  await button(page, 'Clipped').click();
  await toLast(page);
  const before = await read(page);
  const link = page.url();
  for (const [name, text, sentence] of refused) {
    await drop(page, written(name, text));
    await expect(notice(page), name).toContainText(`“${name}” ${sentence}`);
    await expect(notice(page), name).toContainText('What you had is still here.');
    expect(await read(page), name).toEqual(before);
  }
  await drop(page, written('one.json', content({})), written('two.json', content({})));
  await expect(notice(page)).toContainText('One file at a time: these are 2 files.');
  await drop(page, folder);
  await expect(notice(page)).toContainText('can’t be read');
  expect(await read(page)).toEqual(before);
  expect(page.url()).toBe(link);
  await expectNoAxeViolations(page);
  expect(await page.evaluate(() => Object.keys(Object.prototype))).toEqual([]);
});

test('the hint leaves when the files do, lies above the dialog, and axe finds nothing beneath it', async ({
  page,
}) => {
  await page.goto('./');
  const file = written('mine.json', content({ setup: { T: 5 } }));
  const dragging = await drag(page, [file]);
  await expect(hint(page)).toBeVisible();
  await dragging.leave();
  await expect(hint(page)).toBeHidden();
  await openExport(page, 'Set-up');
  const again = await drag(page, [file]);
  await expect(hint(page)).toBeVisible();
  // In the browser's top layer, and there since later than the dialog.
  await expect(page.locator('.drop-hint:popover-open')).toBeVisible();
  await again.drop();
  await expect(dialog(page)).toBeHidden();
  await expect(slider(page, 'Time steps T')).toHaveValue('5');
});

test('dragging text is none of its business', async ({ page }) => {
  await page.goto('./');
  const isTaken = await page.evaluate(() => {
    const data = new DataTransfer();
    data.setData('text/plain', 'words');
    const event = new DragEvent('dragover', { dataTransfer: data, bubbles: true, cancelable: true });
    return !document.body.dispatchEvent(event);
  });
  expect(isTaken).toBe(false);
  await expect(hint(page)).toBeHidden();
});
