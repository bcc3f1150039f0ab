import { choose, dialog, openExport, readCsv, type Saved, save, status, within } from './export.ts';
import { expect, test } from './fixtures.ts';
import { article, isSameDouble } from './oracle.ts';
import { button, timeline, toLast } from './workbench.ts';

const list = (page: Parameters<typeof dialog>[0]) => dialog(page).getByRole('combobox', { name: 'Of' });
const same = (found: unknown, value: number, what: string) =>
  expect(isSameDouble(Number(found), value), `${what}: ${found} is ${value}`).toBe(true);
const json = ({ content }: Saved) =>
  JSON.parse(content.toString('utf8')) as {
    panel: string;
    setup: { T: number };
    operations: { done: number; all: number };
    numbers: Record<string, unknown>[];
  };

test('the numbers of every panel are PyTorch’s, as CSV and as JSON', async ({ page }) => {
  await page.goto('./');
  await toLast(page);
  await openExport(page, 'Numbers');
  const take = async (panel: string) => {
    await list(page).selectOption({ label: panel });
    await choose(page, 'CSV');
    const csv = await save(page);
    await choose(page, 'JSON');
    const saved = await save(page);
    expect(saved.name).toBe(csv.name.replace(/csv$/, 'json'));
    return { name: csv.name, lines: readCsv(csv), content: json(saved) };
  };

  const network = await take('Network at this step');
  expect(network.name).toBe('unrolled-network-at-this-step-rnn-T3-H1-operation-39-of-39.csv');
  const ofCell = Object.fromEntries(network.lines.map((line) => [line.cell, line.value]));
  const inJson = Object.fromEntries(network.content.numbers.map(({ cell, value }) => [cell, value]));
  for (const t of [1, 2, 3]) {
    for (const [cell, value] of [
      [`S${t}`, article.S[t - 1][0]],
      [`a${t}`, article.a[t - 1][0]],
      [`o${t}`, article.o[t - 1][0]],
      [`Y${t}`, article.Y[t - 1][0]],
      [`d:S${t}`, article.delta[t - 1][0]],
    ] as const) {
      same(ofCell[cell], value, cell);
      same(inJson[cell], value, cell);
    }
  }
  same(ofCell['d:S0'], article.dS0[0], 'd:S0');
  same(ofCell.E3, article.E, 'E3');

  const chart = await take('Gradient chart');
  expect(chart.lines.map(({ step }) => step)).toEqual(['3', '2', '1']);
  for (const { step, norm } of chart.lines)
    same(norm, Math.abs(article.delta[Number(step) - 1][0]), `norm at ${step}`);

  const ledger = await take('Terms of the gradients');
  expect(new Set(ledger.lines.map(({ weight }) => weight))).toEqual(new Set(['Wx', 'Ws', 'Wy']));
  for (const { weight, step, term } of ledger.lines)
    same(term, article.contrib[weight][Number(step) - 1][0][0], `${weight} at ${step}`);

  const weights = await take('Weights and gradients');
  for (const { weight, gradient_so_far: gradient, value_after_update: after } of weights.lines) {
    same(gradient, article.grads[weight][0][0], `gradient of ${weight}`);
    same(after, article.optim.sgd.after1[weight][0][0], `${weight} after the update`);
  }

  const operations = await take('All operations');
  expect(operations.lines).toHaveLength(39);
  expect(operations.content.numbers[0]).toMatchObject({ operation: 1, writes: 'a1', symbol: 'a₁' });
  same(operations.lines.find(({ writes }) => writes === 'd:S2')?.value, article.delta[1][0], 'd:S2');
});

test('what is not known yet is not told, and of operations as many as one says', async ({ page }) => {
  await page.goto('./');
  await openExport(page, 'Numbers');
  await list(page).selectOption({ label: 'Gradient chart' });
  await expect(dialog(page).getByText('Nothing of this is known yet at this step.')).toBeVisible();
  await expect(within(page, 'Save')).toBeHidden();
  await list(page).selectOption({ label: 'All operations' });
  await expect(dialog(page).getByText('No operation is done yet')).toBeVisible();
  await choose(page, 'All operations');
  const all = await save(page);
  expect(readCsv(all)).toHaveLength(39);
  expect(all.name).toContain('all-operations');
  await page.keyboard.press('Escape');
  await timeline(page).focus();
  for (let i = 0; i < 4; i++) await page.keyboard.press('ArrowRight');
  await openExport(page, 'Numbers');
  const cells = readCsv(await save(page)).map(({ cell }) => cell);
  expect(cells).toContain('Y1');
  expect(cells.filter((cell) => cell.includes(':') || cell === 'S2')).toEqual([]);
  await list(page).selectOption({ label: 'All operations' });
  expect(readCsv(await save(page))).toHaveLength(4);
});

test('numbers and equations are copied, and where the browser refuses, one is told what to do', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('./');
  await toLast(page);
  await openExport(page, 'Numbers');
  await within(page, 'Copy').click();
  await expect(status(page)).toHaveText('Copied.');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied.replaceAll('\r', '')).toBe((await save(page)).content.toString('utf8'));
  await page.evaluate(() => {
    navigator.clipboard.write = () => Promise.reject(new Error('refused'));
  });
  await within(page, 'Copy').click();
  await expect(status(page)).toHaveText('The browser did not let it be copied. Save it instead.');
  await choose(page, 'Equation');
  await within(page, 'Copy').click();
  await expect(status(page)).toContainText('It is selected: copy it from here.');
  const text = dialog(page).getByRole('textbox', { name: 'LaTeX' });
  expect(
    await text.evaluate((one: HTMLTextAreaElement) => one.selectionEnd - one.selectionStart),
  ).toBeGreaterThan(50);
});

test('this step’s equation, in symbols and with PyTorch’s numbers', async ({ page }) => {
  await page.goto('./');
  await openExport(page, 'Equation');
  await expect(dialog(page).getByText('No operation is done yet')).toBeVisible();
  await page.keyboard.press('Escape');
  await button(page, 'Next step').click();
  await button(page, 'Next step').click();
  await openExport(page, 'Equation');
  await choose(page, 'Symbols');
  const symbols = await save(page);
  expect(symbols.name).toBe('unrolled-equation-in-symbols-rnn-T3-H1-operation-2-of-39.tex');
  expect(symbols.content.toString()).toContain('{S_{1}} &= g_{1}\\left({a_{1}}\\right)');
  await choose(page, 'With numbers');
  const numbers = (await save(page)).content.toString();
  expect(numbers).toContain(`${article.S[0][0].toFixed(3)}} {}={} \\tanh`);
  expect(numbers).not.toContain('S_{1}');
  await choose(page, 'Both');
  const both = (await save(page)).content.toString();
  expect(both).toContain('S_{1}');
  expect(both).toContain('0.462');
  expect(both).not.toContain('htmlData');
  await expect(
    dialog(page).getByRole('group', { name: 'The equation as it is set' }).locator('.katex'),
  ).toHaveCount(2);
});
