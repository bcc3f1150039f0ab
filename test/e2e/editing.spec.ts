import type { Page } from '@playwright/test';
import { compile, execute, numbersIn } from '../../src/engine';
import { presets } from '../../src/tasks/presets';
import { type Setup, shapeOf, valuesOf } from '../../src/tasks/setup';
import { expect, test } from './fixtures.ts';
import { isSameDouble, numberOf, article as oracle, short } from './oracle.ts';
import { button, grid, network, playheadOf, read, toLast } from './workbench.ts';

const article = presets[0].setup;

/** A number of the article's network with other entries, by the engine alone. */
const truth = (edits: Setup['edits'], cell: string): number => {
  const setup = { ...article, edits: { ...article.edits, ...edits } };
  return numbersIn(execute(compile(shapeOf(setup)), valuesOf(setup)), cell)?.[0] ?? Number.NaN;
};

const editor = (page: Page) => page.getByRole('dialog', { name: /^(Change|Replace) / });
const typed = (page: Page) => editor(page).getByRole('textbox');
const titleOf = async (page: Page, name: string) =>
  numberOf((await grid(page, name).getByRole('gridcell').getAttribute('title')) ?? '');

async function expectGradients(page: Page, edits: Setup['edits']) {
  for (const weight of ['Wx', 'Ws', 'Wy']) {
    const found = await titleOf(page, `gradient of ${weight}`);
    const value = truth(edits, `d:${weight}`);
    expect(isSameDouble(found, value), `∂E/∂${weight} is ${found}, should be ${value}`).toBe(true);
  }
  const error = numberOf((await read(page)).full['E₃']);
  expect(isSameDouble(error, truth(edits, 'E3')), `E₃ is ${error}`).toBe(true);
}

test.beforeEach(async ({ page }) => {
  await page.goto('./');
  await toLast(page);
});

test('a weight is clicked and changed; undo and redo by keys and by buttons', async ({ page }) => {
  await grid(page, 'Ws').getByRole('gridcell').click();
  await expect(typed(page)).toHaveValue('0.8');
  await typed(page).fill('-1.25');
  await editor(page).getByRole('button', { name: 'Change' }).click();
  await expect(grid(page, 'Ws')).toHaveText('−1.25');
  expect(await playheadOf(page)).toBe(39);
  await expectGradients(page, { 'Ws.0.0': -1.25 });
  await page.keyboard.press('ControlOrMeta+z');
  await expect(grid(page, 'Ws')).toHaveText('0.8');
  await expectGradients(page, {});
  await page.keyboard.press('ControlOrMeta+Shift+z');
  await expectGradients(page, { 'Ws.0.0': -1.25 });
  await button(page, 'Undo').click();
  await expectGradients(page, {});
  await button(page, 'Redo').click();
  await expectGradients(page, { 'Ws.0.0': -1.25 });
});

test('input, target and first state are clicked in the network and changed', async ({ page }) => {
  const given = (name: string) => network(page).getByRole('button', { name });
  for (const [name, value] of [
    [/^x 2/, '-2'],
    [/^d 3/, '1e-3'],
    [/^S 0/, '0.5'],
  ] as const) {
    await network(page).getByRole('button', { name }).click();
    await typed(page).fill(value);
    await typed(page).press('Enter');
    await expect(editor(page)).toBeHidden();
  }
  await expect(given('x 2, value −2, edit')).toBeVisible();
  await expect(given('d 3, value 0.001, edit')).toBeVisible();
  await expectGradients(page, { 'x2.0': -2, 'd3.0': 1e-3, 'S0.0': 0.5 });
});

test('bad input gets a sentence and stays as typed, until it is mended or given up', async ({ page }) => {
  await grid(page, 'Ws').getByRole('gridcell').click();
  for (const bad of ['abc', '1,2,3', '', '1e999', 'NaN', '<b>1</b>']) {
    await typed(page).fill(bad);
    await typed(page).press('Enter');
    await expect(editor(page).getByRole('alert')).toHaveText(/\w+ .*\./);
    await expect(typed(page)).toHaveValue(bad);
    await expect(typed(page)).toHaveAttribute('aria-invalid', 'true');
  }
  // A click elsewhere does not throw away what was typed.
  await typed(page).fill('abc');
  await page.getByRole('heading', { level: 1 }).click();
  await expect(typed(page)).toHaveValue('abc');
  await typed(page).press('Escape');
  await expect(editor(page)).toBeHidden();
  await expectGradients(page, {});
  await expect(button(page, 'Undo')).toBeDisabled();
});

test('a matrix is pasted as text, from the clipboard or typed, and copied back', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('textbox', { name: 'Hidden units' }).fill('2');
  await page.keyboard.press('Enter');
  await button(page, 'Paste Ws').click();
  await typed(page).fill('[[0.5, -1.5],\n [2e-1, 0]]');
  await editor(page).getByRole('button', { name: 'Replace' }).click();
  await expect(editor(page)).toBeHidden();
  const titles = () =>
    grid(page, 'Ws')
      .getByRole('gridcell')
      .evaluateAll((cells) => cells.map((cell) => cell.getAttribute('title')));
  expect(await titles()).toEqual(['0.5', '−1.5', '0.2', '0']);

  // The whole matrix by the clipboard: tabs, as a spreadsheet gives them.
  await page.evaluate(() => navigator.clipboard.writeText('1\t2\n3\t0.1'));
  await grid(page, 'Ws').focus();
  await page.keyboard.press('ControlOrMeta+v');
  await expect.poll(titles).toEqual(['1', '2', '3', '0.1']);
  await button(page, 'Copy Ws').click();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied.trim().split(/\s+/).map(Number)).toEqual([1, 2, 3, 0.1]);
  await page.keyboard.press('ControlOrMeta+z');
  expect(await titles()).toEqual(['0.5', '−1.5', '0.2', '0']);
});

test('a matrix of another size gets a sentence and stays as pasted', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate(() => navigator.clipboard.writeText('1 2 3'));
  await grid(page, 'Ws').focus();
  await page.keyboard.press('ControlOrMeta+v');
  await expect(editor(page).getByRole('alert')).toContainText('1 × 1');
  await expect(typed(page)).toHaveValue('1 2 3');
  await typed(page).fill('4');
  await editor(page).getByRole('button', { name: 'Replace' }).click();
  await expect(grid(page, 'Ws')).toHaveText('4');
});

test('a sequence is pasted as text: the inputs of all steps at once', async ({ page }) => {
  await network(page).getByRole('button', { name: /^x 1/ }).click();
  await editor(page)
    .getByRole('button', { name: /all steps/i })
    .click();
  await expect(typed(page)).toHaveValue('1\n0.5\n-1');
  await typed(page).fill('0.25\n-0.5\nx');
  await editor(page).getByRole('button', { name: 'Replace' }).click();
  await expect(editor(page).getByRole('alert')).toContainText('“x” is not a number');
  await typed(page).fill('0.25\n-0.5\n2');
  await editor(page).getByRole('button', { name: 'Replace' }).click();
  await expect(editor(page)).toBeHidden();
  await expectGradients(page, { 'x1.0': 0.25, 'x2.0': -0.5, 'x3.0': 2 });
});

test('one update shows the new error beside the old one, and Reset takes it back', async ({ page }) => {
  const [before, after] = oracle.optim.sgd.E;
  await button(page, 'Update once').click();
  await expect(page.getByText(`E₃ ${short(before)} → ${short(after)}`)).toBeVisible();
  await expect(page.getByText('E₃ 0.576 → 0.416')).toBeVisible();
  const error = numberOf((await read(page)).full['E₃']);
  expect(isSameDouble(error, after), `${error} is ${after}`).toBe(true);
  for (const weight of ['Wx', 'Ws', 'Wy'])
    expect(isSameDouble(await titleOf(page, weight), oracle.optim.sgd.after1[weight][0][0]), weight).toBe(
      true,
    );
  await button(page, 'Update once').click();
  await button(page, 'Update once').click();
  const third = numberOf((await read(page)).full['E₃']);
  expect(isSameDouble(third, oracle.optim.sgd.E[3]), `${third} is ${oracle.optim.sgd.E[3]}`).toBe(true);
  await expect(page.getByText('after 3 updates')).toBeVisible();
  await button(page, 'Reset').click();
  await expect(grid(page, 'Ws')).toHaveText('0.8');
  await expectGradients(page, {});
  await page.keyboard.press('ControlOrMeta+z');
  await expect(page.getByText('after 3 updates')).toBeVisible();
});

test('sizes, activations, biases, errors and seeds change the network at once, and undo takes each back', async ({
  page,
}) => {
  const state = async () => {
    const { nodes, weights } = await read(page);
    return { nodes, weights };
  };
  const states = [await state()];
  const changes: (() => Promise<unknown>)[] = [
    async () => {
      await page.getByRole('textbox', { name: 'Time steps T' }).fill('5');
      await page.keyboard.press('Enter');
    },
    () => page.getByRole('combobox', { name: 'State activation g1' }).selectOption('sigmoid'),
    () => page.getByRole('switch', { name: 'Biases' }).click(),
    () => page.getByRole('radio', { name: 'Every step' }).check(),
    () => button(page, 'New random weights').click(),
    async () => {
      await page.getByRole('textbox', { name: 'Scale of Ws' }).fill('2');
      await page.keyboard.press('Enter');
    },
  ];
  for (const change of changes) {
    const before = states.at(-1);
    await change();
    await expect.poll(state).not.toEqual(before);
    states.push(await state());
  }
  for (let i = states.length - 2; i >= 0; i--) {
    await button(page, 'Undo').click();
    expect(await state(), `undo of change ${i + 1}`).toEqual(states[i]);
  }
});
