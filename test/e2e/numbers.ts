import { expect, type Page } from '@playwright/test';
import { isSameDouble, numberOf } from './oracle.ts';
import type { Reading } from './workbench.ts';

/** The numbers that hovering shows in the drawing of the network and of the cell's inside, by the name before them. */
export async function hovered(page: Page): Promise<Readonly<Record<string, number>>> {
  const titles = await page.evaluate(() =>
    ['Unrolled network', 'Inside the cell'].flatMap((name) =>
      [...document.querySelectorAll(`section[aria-label="${name}"] svg title`)].map(
        (title) => title.textContent ?? '',
      ),
    ),
  );
  const pairs = titles.filter((text) => text.includes(' = ') && !text.includes('‖'));
  return Object.fromEntries(
    pairs.map((text) => {
      const [name, number] = text.split(' = ');
      return [name, numberOf(number)];
    }),
  );
}

/** That a number of the page is the one that is expected, but for the last digits, in which libraries differ. */
export function expectSame(found: number | undefined, value: number, what: string): void {
  expect(isSameDouble(found ?? Number.NaN, value), `${what}: ${found} is ${value}`).toBe(true);
}

/** The doubles of a matrix at the right, row by row: `Ws`, `gradient of Ws`, `Ws after the update`. */
const matrixIn = ({ weights }: Reading, name: string): number[] =>
  Object.entries(weights)
    .filter(([cell]) => cell.startsWith(`${name},`))
    .map(([, full]) => numberOf(full));

/** That a matrix at the right holds these numbers, each in full. */
export function expectMatrix(reading: Reading, name: string, numbers: readonly number[]): void {
  const found = matrixIn(reading, name);
  expect(found, name).toHaveLength(numbers.length);
  for (const [index, value] of numbers.entries()) expectSame(found[index], value, `${name}, entry ${index}`);
}
