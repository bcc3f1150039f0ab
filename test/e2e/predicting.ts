import { expect, type Page } from '@playwright/test';
import { operations } from './article.ts';
import { article as oracle } from './oracle.ts';
import { caseOf } from './setups.ts';
import { region } from './workbench.ts';

type Column = readonly (readonly number[])[];

const {
  dY,
  do: dO,
  da,
} = caseOf('public-001').expected as unknown as Readonly<Record<'dY' | 'do' | 'da', Column>>;

/** What PyTorch has for each of the article's operations, in their order. */
export const results: readonly number[] = operations.map((operation) => {
  const [, isNew, isSum, lane, t] = /^(new )?(\+?)([A-Za-z]+?)@?(\d*)$/.exec(operation) ?? [];
  const at = Number(t) - 1;
  const column = (values: Column) => values[at][0];
  if (isNew) return oracle.optim.sgd.after1[lane][0][0];
  if (isSum) return oracle.contrib[lane].slice(at).reduce((sum, term) => sum + (term?.[0][0] ?? 0), 0);
  if (lane.startsWith('W')) return oracle.contrib[lane][at][0][0];
  if (lane === 'E') return oracle.E;
  if (lane === 'dS') return at < 0 ? oracle.dS0[0] : column(oracle.delta);
  const columns: Readonly<Record<string, Column>> = {
    ...{ a: oracle.a, S: oracle.S, o: oracle.o, Y: oracle.Y },
    ...{ dY, do: dO, da },
  };
  return column(columns[lane]);
});

/** Every text of the page, and every attribute that a person may come to read or hear. */
export const everythingSaid = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const spoken = /^(title|alt|placeholder|value|href|aria-(label|valuetext|description|valuenow)|data-.*)$/;
    const attributes = [...document.querySelectorAll('body *')].flatMap((element) =>
      [...element.attributes].filter(({ name }) => spoken.test(name)).map(({ value }) => value),
    );
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    while (texts.nextNode()) found.push(texts.currentNode.textContent ?? '');
    return [...attributes, ...found].join('\n');
  });

/** The region of this step, while something is asked. */
export const thisStep = (page: Page) => region(page, 'This step');
export const field = (page: Page) => page.getByRole('textbox', { name: 'Your prediction' });
export const verdict = (page: Page) => thisStep(page).getByRole('status').first();

/** How often the score says that something was right at first try, later or with hints, or shown. */
export async function expectScore(page: Page, first: number, later: number, shown: number): Promise<void> {
  await expect(thisStep(page).locator('dl dd')).toHaveText([first, later, shown].map(String));
}
