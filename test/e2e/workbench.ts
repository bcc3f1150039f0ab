import { expect, type Locator, type Page } from '@playwright/test';

/** The parts of the page, by role and name. */
export const region = (page: Page, name: string): Locator => page.getByRole('region', { name });
export const network = (page: Page): Locator => region(page, 'Unrolled network');
export const ledger = (page: Page): Locator => region(page, 'Terms of the gradient');
export const timeline = (page: Page): Locator => page.getByRole('slider', { name: 'Step', exact: true });
export const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true });
export const grid = (page: Page, name: string): Locator => page.getByRole('grid', { name, exact: true });

/** How many operations are done, as the timeline says it. */
export const playheadOf = async (page: Page): Promise<number> =>
  Number(await timeline(page).getAttribute('aria-valuenow'));

/** Goes to the last operation by key; again, should the page not have been listening yet. */
export async function toLast(page: Page): Promise<void> {
  await expect(async () => {
    await page.keyboard.press('End');
    expect(await playheadOf(page)).toBe(Number(await timeline(page).getAttribute('aria-valuemax')));
  }).toPass({ timeout: 10_000 });
}

/** What can be read of the score at a moment. */
export interface Reading {
  readonly playhead: number;
  /** Accessible names of the network's nodes, sorted. */
  readonly nodes: readonly string[];
  /** Full doubles by the name that stands before them on hovering: `S₃`, `δ₃`. */
  readonly full: Readonly<Record<string, string>>;
  /** Accessible names of the terms and of their sum. */
  readonly terms: readonly string[];
  /** Full doubles of the chart, by step. */
  readonly chart: Readonly<Record<string, string>>;
  /** The chart's table: step and norm, latest step first. */
  readonly table: readonly string[];
  /** Weights and gradients at the right: the name of each number, and the double that hovering shows. */
  readonly weights: Readonly<Record<string, string>>;
  /** Every text of the rows that change with the playhead, as it is drawn. */
  readonly texts: readonly string[];
}

/** Reads the whole score in one go, once the matrices at the right, which come last, are there. */
export async function read(page: Page): Promise<Reading> {
  await page.locator('section[aria-label="Weights and their gradients"] [role=gridcell]').first().waitFor();
  return page.evaluate(() => {
    const section = (name: string) => document.querySelector(`section[aria-label="${name}"]`);
    const all = (name: string, selector: string) => [...(section(name)?.querySelectorAll(selector) ?? [])];
    const label = (element: Element) => element.getAttribute('aria-label') ?? '';
    const pairs = (texts: string[], parting: string) =>
      Object.fromEntries(
        texts.filter((text) => text.includes(parting)).map((text) => text.split(parting) as [string, string]),
      );
    const titles = (name: string) => all(name, 'title').map((title) => title.textContent ?? '');
    const rows = ['Unrolled network', 'Gradient reaching each step', 'Terms of the gradient'];
    return {
      playhead: Number(
        document.querySelector('[role=slider][aria-label=Step]')?.getAttribute('aria-valuenow'),
      ),
      nodes: all('Unrolled network', ':is([role=img], [role=button])[aria-label]').map(label).sort(),
      full: pairs(
        titles('Unrolled network').filter((text) => !text.includes('‖')),
        ' = ',
      ),
      terms: all('Terms of the gradient', '[role=img]').map(label),
      chart: Object.fromEntries(
        titles('Gradient reaching each step').flatMap((text) => {
          const [, step, numbers] = /^t = (\d+): (.*)$/.exec(text) ?? [];
          return step === undefined ? [] : [[step, numbers]];
        }),
      ),
      table: all('Gradient reaching each step', 'tbody tr').map((row) =>
        [...row.children].map((cell) => cell.textContent).join(' '),
      ),
      weights: Object.fromEntries(
        all('Weights and their gradients', '[role=gridcell]').map((cell) => [
          label(cell),
          cell.getAttribute('title') ?? '',
        ]),
      ),
      texts: rows.flatMap((row) => all(row, 'text').map((text) => text.textContent ?? '')),
    };
  });
}
