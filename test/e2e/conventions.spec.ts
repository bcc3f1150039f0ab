import type { Page } from '@playwright/test';
import { expect, expectNoAxeViolations, test } from './fixtures.ts';
import { tabTo } from './keyboard.ts';
import { expectSame } from './numbers.ts';
import { numberOf, article as oracle, short } from './oracle.ts';
import { overlapsIn, sidewaysScroll } from './overlaps.ts';
import {
  button,
  ledger,
  network,
  playheadOf,
  type Reading,
  read,
  region,
  timeline,
  toLast,
} from './workbench.ts';

const sizes = [
  [1440, 900],
  [1024, 768],
  [390, 844],
] as const;

const conventions = (page: Page) => page.getByRole('group', { name: 'Conventions' });
const choice = (page: Page, group: string, name: string) =>
  conventions(page).getByRole('radiogroup', { name: group }).getByRole('radio', { name, exact: true });

/** The letters h, y, L; W_xh, W_hh, W_hy; δ as ∂L/∂a; and a ½ in the error. */
async function chooseAll(page: Page): Promise<void> {
  await choice(page, 'Letters', 'h, y, L').check();
  await choice(page, 'Names of weights', 'Wxh, Whh, Why').check();
  await choice(page, 'δ stands for', '∂L/∂aₜ').check();
  await choice(page, 'Squared error', '½ ‖d − y‖²').check();
}

/** Everything that can be read, heard or hovered on the page, but for the choice of conventions itself. */
const textsOf = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const isOutside = (node: Node | null) =>
      [...document.querySelectorAll('[role=group]')]
        .find((group) => group.querySelector('h2')?.textContent?.startsWith('Conventions'))
        ?.contains(node) !== true;
    const texts: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      if (isOutside(node)) texts.push(node.textContent ?? '');
    const names = ['aria-label', 'aria-valuetext', 'title', 'alt', 'placeholder'];
    for (const element of document.body.querySelectorAll(names.map((name) => `[${name}]`).join()))
      if (isOutside(element)) texts.push(...names.map((name) => element.getAttribute(name) ?? ''));
    for (const field of document.querySelectorAll('textarea')) texts.push(field.value);
    return texts.filter((text) => text.trim() !== '');
  });

/** Letters that are the article's alone; a node's letter and its index are texts of their own. */
const articles = /(?<![\p{L}])[SYE]\u0303?(?!\p{L})|W_?[sₛₓ](?!\p{L})|W[xy](?!\p{L})|[bW]_[sxy](?!\p{L})/u;

/** The sizes of a network are called T, X, H, Y in every convention. */
const isSize = (text: string) => text.includes('T, X, H, Y =');

async function expectNoneLeft(page: Page, what: string): Promise<void> {
  const texts = await textsOf(page);
  expect(texts.length).toBeGreaterThan(100);
  const left = texts
    .flatMap((text) => (isSize(text) ? text.split('\n').filter((line) => !isSize(line)) : [text]))
    .filter((text) => articles.test(text));
  expect(left, `what is left of the article's letters ${what}`).toEqual([]);
}

const sub = (t: number) => '₀₁₂₃'[t];

/** That the score tells half of PyTorch's gradients for the article's network, by the names chosen. */
function expectHalved(reading: Reading): void {
  const half = (value: number) => short(value / 2);
  expect(reading.nodes).toEqual(
    expect.arrayContaining([
      `L 3, value ${half(oracle.E)}`,
      `y 3, value ${short(oracle.Y[2][0])}`,
      ...[1, 2, 3].map(
        (t) => `h ${t}, value ${short(oracle.S[t - 1][0])}, gradient ${half(oracle.delta[t - 1][0])}`,
      ),
    ]),
  );
  expectSame(numberOf(reading.full['L₃']), oracle.E / 2, 'L₃');
  for (const t of [1, 2, 3])
    expectSame(numberOf(reading.full[`∂L₃/∂h${sub(t)}`]), oracle.delta[t - 1][0] / 2, `∂L₃/∂h${sub(t)}`);
  const weights = [
    ['Wx', 'Wxh'],
    ['Ws', 'Whh'],
    ['Wy', 'Why'],
  ] as const;
  for (const [lane, name] of weights) {
    const [, full] =
      Object.entries(reading.weights).find(([cell]) => cell.startsWith(`gradient of ${name},`)) ?? [];
    expectSame(numberOf(full ?? ''), oracle.grads[lane][0][0] / 2, `gradient of ${name}`);
  }
  expect(reading.table).toEqual([3, 2, 1].map((t) => `${t} ${half(Math.abs(oracle.delta[t - 1][0]))}`));
}

/** To the last operation, with the focus where the arrows step: in a radio group they choose. */
async function toEnd(page: Page): Promise<void> {
  await timeline(page).focus();
  await toLast(page);
}

/** To the operation that carries the gradient from one state to the one before. */
async function toCarry(page: Page): Promise<void> {
  await toEnd(page);
  const title = region(page, 'This step').getByRole('heading');
  for (let i = 0; i < 20; i++) {
    await page.keyboard.press('ArrowLeft');
    const text = (await title.textContent()) ?? '';
    if (/^Carry the gradient through W/.test(text)) return;
  }
  throw new Error('No operation carries the gradient through the recurrent weights');
}

for (const [width, height] of sizes)
  test(`another course's terms at ${width} px: every label, equation, spoken name and number`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    await page.goto('./');
    await chooseAll(page);
    await toEnd(page);
    const end = await read(page);
    expectHalved(end);
    expect(end.weights).toHaveProperty([
      `Whh after the update, ${short(0.8 - 0.05 * oracle.grads.Ws[0][0])}`,
    ]);
    await expectNoneLeft(page, 'at the end');
    await toCarry(page);
    const step = region(page, 'This step');
    const equation = step.getByRole('listbox').first();
    await expect(equation).toHaveAccessibleName(
      /^Equation: gradient of h \d equals Whh transposed times gradient of a \d$/,
    );
    await expect(equation).toContainText('δ');
    await expect(step.getByRole('heading')).toHaveText('Carry the gradient through Whh');
    await expect(page.getByRole('slider', { name: 'Scale of Whh' })).toBeAttached();
    await expect(region(page, 'Gradient reaching each step').getByRole('heading')).toHaveText(
      'Gradient ‖∂L/∂ht‖',
    );
    await expect(ledger(page).getByRole('heading')).toHaveText('Terms of ∂L₃/∂Whh');
    await expect(network(page).getByText('Whh all steps')).toBeAttached();
    await conventions(page).scrollIntoViewIfNeeded();
    expect(await sidewaysScroll(page), 'the page is wider than the window').toBeLessThanOrEqual(0);
    expect(await overlapsIn(page)).toEqual([]);
    await expectNoAxeViolations(page);
  });

test('at no operation is one of the article’s letters left', async ({ page }) => {
  await page.goto('./');
  await chooseAll(page);
  await page.getByRole('switch', { name: 'Biases' }).check();
  await page.getByRole('radiogroup', { name: 'Clipping' }).getByRole('radio', { name: 'Each step' }).check();
  await toEnd(page);
  for (let left = await playheadOf(page); left >= 0; left--) {
    await expectNoneLeft(page, `after ${left} operations`);
    await page.keyboard.press('ArrowLeft');
  }
});

for (const cell of ['LSTM', 'GRU'])
  test(`nor in a ${cell} with an error at every step, truncated, and with an optimizer's memory`, async ({
    page,
  }) => {
    await page.goto('./');
    await chooseAll(page);
    await choice(page, 'Names of weights', 'U, W, V').check();
    await page.getByRole('radio', { name: cell, exact: true }).check();
    await page.getByRole('radio', { name: 'Every step' }).check();
    await page.getByRole('switch', { name: 'Mean over the time steps' }).check();
    await page.getByRole('radio', { name: 'Windows' }).check();
    await page.getByRole('radio', { name: 'Adam' }).check();
    await page.getByRole('checkbox', { name: 'Open cell' }).check();
    await expect(region(page, 'Inside the cell')).toBeVisible();
    await toEnd(page);
    for (let i = 0; i < 40; i++) {
      await expectNoneLeft(page, `${i} operations before the end`);
      await page.keyboard.press('ArrowLeft');
    }
    await expect(region(page, 'Inside the cell').getByText(/^(h|C) runs along the top/)).toBeVisible();
  });

test('nor in what opens: the check, the script, the editors and their errors', async ({ page }) => {
  await page.goto('./');
  await chooseAll(page);
  await page.getByRole('radiogroup', { name: 'Clipping' }).getByRole('radio', { name: 'Each step' }).check();
  await button(page, 'Check gradients').click();
  await expect(region(page, 'Check of the gradients')).toContainText('not the derivative of L:');
  await expectNoneLeft(page, 'in the check');
  await button(page, 'Paste Whh').click();
  const editor = page.getByRole('textbox', { name: 'Replace Wₕₕ' });
  await editor.fill('1 2');
  await button(page, 'Replace').click();
  await expect(page.getByText('Whh is 1 × 1; the text has 1 row of 2.')).toBeVisible();
  await expectNoneLeft(page, 'in the editor');
  await page.keyboard.press('Escape');
  await button(page, 'PyTorch').click();
  const script = page.getByRole('textbox', { name: 'Script' });
  await expect(script).toHaveValue(/a = Wxh @ x_t \+ Whh @ h\n/);
  await expect(script).toHaveValue(/what reaches h is cut to the threshold/);
  await expectNoneLeft(page, 'in the script');
});

test('nor in the chain, in who hears whom, in a question, in a prediction, in presets, in a comparison', async ({
  page,
}) => {
  await page.goto('./');
  await chooseAll(page);
  await choice(page, 'Names of weights', 'U, W, V').check();
  await page.getByRole('radio', { name: 'Every step' }).check();
  await toCarry(page);
  const chain = region(page, 'Chain rule so far');
  await chain.getByText('Table', { exact: true }).click();
  await chain.locator('button[aria-expanded=false]').first().click();
  await expect(chain.getByText(/W/).first()).toBeVisible();
  await expectNoneLeft(page, 'in the chain');
  await page.getByText('Who hears whom').click();
  await expect(region(page, 'Who hears whom').getByText(/L/).first()).toBeVisible();
  await expectNoneLeft(page, 'in who hears whom');
  await button(page, 'Where does my number differ?').click();
  const typed = region(page, 'This step').getByRole('textbox').first();
  for (const number of ['1', '0.6', 'x']) {
    await typed.fill(number);
    await typed.press('Enter');
    await expectNoneLeft(page, `in the answer to ${number}`);
  }
  await button(page, 'Predict').click();
  await expectNoneLeft(page, 'in a prediction');
  await button(page, 'Predict').click();
  await button(page, 'More…').click();
  await expect(page.getByRole('dialog').getByText(/ρ/).first()).toBeVisible();
  await expectNoneLeft(page, 'in the presets');
  await page.keyboard.press('Escape');
  await button(page, 'Compare').click();
  await expect(region(page, 'Comparison')).toBeVisible();
  await expectNoneLeft(page, 'in a comparison');
});

test('nor in what is taken away: numbers, LaTeX, the worked solution', async ({ page }) => {
  await page.goto('./');
  await chooseAll(page);
  await toCarry(page);
  await button(page, 'Export').click();
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await expect(dialog).toBeVisible();
  for (const kind of ['Numbers', 'Equation', 'Worked solution']) {
    await dialog.getByRole('radio', { name: kind, exact: true }).check();
    await expect(dialog.locator('textarea, pre').first()).toBeVisible();
    await expectNoneLeft(page, `in ${kind}`);
  }
});

test('by keyboard; the choice is kept on this machine, the ½ can be undone', async ({ page }) => {
  await page.goto('./');
  await toEnd(page);
  const before = await read(page);
  await tabTo(page, choice(page, 'Letters', 'S, Y, E'));
  await page.keyboard.press('ArrowRight');
  await expect(choice(page, 'Letters', 'h, y, L')).toBeFocused();
  await expect(network(page).getByRole('img', { name: /^h 3, value/ })).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(choice(page, 'Names of weights', 'U, W, V')).toBeChecked();
  await tabTo(page, choice(page, 'Squared error', '‖d − y‖²'));
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('combobox', { name: 'Loss' })).toHaveValue('half');
  await expect(network(page).getByRole('img', { name: `L 3, value ${short(oracle.E / 2)}` })).toBeVisible();
  await button(page, 'Undo').click();
  await expect(network(page).getByRole('img', { name: `L 3, value ${short(oracle.E)}` })).toBeVisible();
  await button(page, 'Redo').click();
  // Another visit, with no link.
  await page.goto('about:blank');
  await page.goto('./');
  await expect(choice(page, 'Letters', 'h, y, L')).toBeChecked();
  await expect(choice(page, 'Names of weights', 'U, W, V')).toBeChecked();
  await expect(page.getByRole('combobox', { name: 'Loss' })).toHaveValue('half');
  await button(page, 'As in the article').click();
  await toEnd(page);
  expect(await read(page)).toEqual(before);
});

test('a link opens in the sender’s convention, and the own one is there again without it', async ({
  page,
  browser,
}) => {
  await page.goto('./');
  await chooseAll(page);
  await toCarry(page);
  const sent = await read(page);
  await page.waitForTimeout(500);
  const link = page.url();
  const context = await browser.newContext();
  const other = await context.newPage();
  await other.goto(new URL('./', link).href);
  await button(other, 'h, y, L, U, W, V').click();
  await other.goto('about:blank');
  await other.goto(link);
  await expect.poll(() => read(other)).toEqual(sent);
  await expectNoneLeft(other, 'in the opened link');
  await other.goto('about:blank');
  await other.goto(new URL('./', link).href);
  await expect(choice(other, 'Names of weights', 'U, W, V')).toBeChecked();
  await expect(other.getByRole('combobox', { name: 'Loss' })).toHaveValue('squared');
  await context.close();
});

test('a preset keeps the ½ and is still the one in force', async ({ page }) => {
  await page.goto('./');
  await choice(page, 'Squared error', '½ ‖d − Y‖²').check();
  await button(page, 'Vanishing').click();
  await expect(button(page, 'Vanishing')).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByRole('combobox', { name: 'Loss' })).toHaveValue('half');
});
