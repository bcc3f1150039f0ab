import { readFile } from 'node:fs/promises';
import { type Browser, expect, type Locator, type Page } from '@playwright/test';
import { button } from './workbench.ts';

/** The dialog in which things are taken away, and what is in it. */
export const dialog = (page: Page): Locator => page.getByRole('dialog', { name: 'Export' });
export const within = (page: Page, name: string): Locator =>
  dialog(page).getByRole('button', { name, exact: true });
export const status = (page: Page): Locator => dialog(page).getByRole('status');

type Kind = 'Picture' | 'Numbers' | 'Equation' | 'Worked solution' | 'Set-up';

export async function openExport(page: Page, kind: Kind): Promise<void> {
  await button(page, 'Export').click();
  await choose(page, kind);
}

/** Chooses one of a few, whose radio button is drawn by its label. */
export const choose = (page: Page, name: string): Promise<void> =>
  dialog(page).getByRole('radio', { name, exact: true }).check({ force: true });

export interface Saved {
  readonly name: string;
  readonly content: Buffer;
}

/** Presses Save and reads the file that comes of it. */
export async function save(page: Page): Promise<Saved> {
  const saving = page.waitForEvent('download');
  await within(page, 'Save').click();
  const download = await saving;
  await expect(status(page)).toHaveText(`Saved as ${download.suggestedFilename()}`);
  return { name: download.suggestedFilename(), content: await readFile(await download.path()) };
}

/** The lines of a CSV by column. */
export function readCsv({ content }: Saved): readonly Readonly<Record<string, string>>[] {
  const [head, ...lines] = content
    .toString('utf8')
    .trimEnd()
    .split('\n')
    .map((line) => line.split(','));
  return lines.map((line) => Object.fromEntries(head.map((name, index) => [name, line[index]])));
}

/** What a picture in pixels shows, as far as a test can say it. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Share of the pixels that are not white. */
  readonly drawn: number;
  /** Whether some pixel has a hue: not all is grey. */
  readonly isColoured: boolean;
}

/** Reads a PNG in a page of its own, without the app. */
export async function pixelsOf(browser: Browser, png: Buffer): Promise<Pixels> {
  const page = await browser.newPage();
  try {
    return await page.evaluate(async (base64) => {
      const image = new Image();
      image.src = `data:image/png;base64,${base64}`;
      await image.decode();
      const { naturalWidth: width, naturalHeight: height } = image;
      const canvas = Object.assign(document.createElement('canvas'), { width, height });
      const context = canvas.getContext('2d') as CanvasRenderingContext2D;
      context.drawImage(image, 0, 0);
      const { data } = context.getImageData(0, 0, width, height);
      let drawn = 0;
      let isColoured = false;
      for (let i = 0; i < data.length; i += 4) {
        const [red, green, blue, alpha] = data.subarray(i, i + 4);
        if (alpha < 255 || red + green + blue < 750) drawn++;
        if (Math.max(red, green, blue) - Math.min(red, green, blue) > 60) isColoured = true;
      }
      return { width, height, drawn: drawn / (width * height), isColoured };
    }, png.toString('base64'));
  } finally {
    await page.close();
  }
}

/**
 * How much two pictures of the same size differ: the share of blocks of 8 × 8 pixels whose mean differs by more than a
 * tenth of the range. Blocks, because letters that stand half a pixel aside are the same letters.
 */
export async function differenceOf(browser: Browser, one: Buffer, other: Buffer): Promise<number> {
  const page = await browser.newPage();
  try {
    return await page.evaluate(
      async (pictures) => {
        const small = await Promise.all(
          pictures.map(async (base64) => {
            const image = new Image();
            image.src = `data:image/png;base64,${base64}`;
            await image.decode();
            const width = Math.floor(image.naturalWidth / 8);
            const height = Math.floor(image.naturalHeight / 8);
            const canvas = Object.assign(document.createElement('canvas'), { width, height });
            const context = canvas.getContext('2d') as CanvasRenderingContext2D;
            context.imageSmoothingQuality = 'high';
            context.drawImage(image, 0, 0, width * 8, height * 8, 0, 0, width, height);
            return { width, height, data: context.getImageData(0, 0, width, height).data };
          }),
        );
        const [a, b] = small;
        if (a.width !== b.width || a.height !== b.height) return 1;
        let differing = 0;
        for (let i = 0; i < a.data.length; i += 4)
          if ([0, 1, 2].some((k) => Math.abs(a.data[i + k] - b.data[i + k]) > 26)) differing++;
        return differing / (a.width * a.height);
      },
      [one.toString('base64'), other.toString('base64')],
    );
  } finally {
    await page.close();
  }
}
