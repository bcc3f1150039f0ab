import type { Page } from '@playwright/test';
import { compile, execute, norm, numbersIn, term } from '../../src/engine';
import { errorSteps, type Setup, shapeOf, valuesOf } from '../../src/tasks/setup';
import { expect, expectNoAxeViolations, test } from './fixtures.ts';
import { expectMatrix, expectSame } from './numbers.ts';
import { numberOf } from './oracle.ts';
import { caseOf, flat, linkTo, setupOf } from './setups.ts';
import { button, network, read, region } from './workbench.ts';

const weights = ['Wx', 'Ws', 'Wy'] as const;
type Gradients = Readonly<Record<(typeof weights)[number], number[]>>;

const cuts = (page: Page) => network(page).getByRole('img', { name: /^(window|horizon) ends/ });
const cutInChart = (page: Page) =>
  region(page, 'Gradient reaching each step').getByRole('img', { name: /^(window|horizon) ends/ });

/** That these cuts are drawn and no others; what draws them is loaded when it is first needed. */
const expectCuts = (marks: ReturnType<typeof cuts>, names: readonly string[]) =>
  expect
    .poll(() => marks.evaluateAll((found) => found.map((mark) => mark.getAttribute('aria-label')).sort()))
    .toEqual(names);

async function truncate(page: Page, kind: 'Windows' | 'Horizon', k: number): Promise<void> {
  await page.getByRole('radiogroup', { name: 'Truncation' }).getByRole('radio', { name: kind }).check();
  const box = page.getByRole('textbox', { name: 'Steps k' });
  await box.fill(String(k));
  await box.press('Enter');
  await button(page, 'Last step').click();
}

/** That the panel tells of each weight what is left out of the full gradient, as a share and as an angle. */
async function expectLeftOut(page: Page, kept: Gradients, full: Gradients): Promise<void> {
  const rows = page.getByRole('table', { name: 'Left out of the full gradient' }).locator('tbody tr');
  const told = await rows.evaluateAll((found) =>
    found.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.title)),
  );
  expect(told).toHaveLength(weights.length);
  for (const [index, weight] of weights.entries()) {
    const difference = full[weight].map((value, entry) => kept[weight][entry] - value);
    const [share, angle] = told[index].map(numberOf);
    const wanted = norm(difference) / norm(full[weight]);
    // A small full gradient is a difference of larger terms, and has lost a digit or two.
    expect(Math.abs(share - wanted), `share of ∂E/∂${weight} left out`).toBeLessThanOrEqual(
      1e-15 + 1e-11 * wanted,
    );
    // One number can only keep its direction, turn round, or be nothing.
    if (norm(kept[weight]) > 0)
      expect(angle, `angle of ∂E/∂${weight}`).toBeCloseTo(kept[weight][0] * full[weight][0] > 0 ? 0 : 180, 6);
  }
}

/** That the terms of Ws stand beside those of the full gradient, `null` where a term is cut off. */
async function expectTerms(
  page: Page,
  kept: readonly (number | null)[],
  full: readonly number[],
): Promise<void> {
  await page.getByText('Term by term').click();
  const table = page.getByRole('table', { name: /^Norms of the terms of/ });
  await expect(table).toBeVisible();
  const told = await table
    .locator('tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.title || cell.textContent || '')),
    );
  expect(told).toHaveLength(full.length);
  for (const [index, [whole, rest]] of told.entries()) {
    const value = kept[index];
    expectSame(numberOf(whole), full[index], `full term of step ${index + 1}`);
    if (value === null) expect(rest).toBe('cut');
    else expectSame(numberOf(rest), value, `term of step ${index + 1}`);
  }
}

const gradientsOf = (numbers: Readonly<Record<string, unknown>>): Gradients => ({
  Wx: flat(numbers.Wx),
  Ws: flat(numbers.Ws),
  Wy: flat(numbers.Wy),
});

/** Norms of the terms of Ws: of a case as PyTorch has them, of its full gradient as the engine has them. */
const fullTermsOf = (id: string): number[] => {
  const setup: Setup = { ...setupOf(id), truncation: { kind: 'full' } };
  const trace = execute(compile(shapeOf(setup)), valuesOf(setup));
  return Array.from({ length: setup.T }, (_, index) => norm(numbersIn(trace, term('Ws', index + 1)) ?? []));
};
const termsOf = (id: string) => caseOf(id).expected.contrib.Ws.map((one) => norm(flat(one)));

test('windows of three steps with an error at each: PyTorch’s numbers, the cuts, and what they leave out', async ({
  page,
}) => {
  const { expected, config } = caseOf('public-017');
  await page.goto(linkTo({ ...setupOf('public-017'), truncation: { kind: 'full' } }));
  await truncate(page, 'Windows', 3);
  const reading = await read(page);
  for (let t = 1; t <= config.T; t++)
    expectSame(numberOf(reading.full[`δ${'₀₁₂₃₄₅₆₇'[t]}`]), flat(expected.delta[t - 1])[0], `δ_${t}`);
  for (const weight of weights) {
    expectMatrix(reading, `gradient of ${weight}`, flat(expected.grads[weight]));
    expectMatrix(reading, `${weight} after the update`, flat(expected.optim.sgd.after1[weight]));
  }
  const ends = (from: string, to: string) => `window ends: no gradient passes from ${from} back to ${to}`;
  const names = [ends('S₄', 'S₃'), ends('S₇', 'S₆')];
  await expectCuts(cuts(page), names);
  await expectLeftOut(page, gradientsOf(expected.grads), gradientsOf(expected.untruncated?.grads ?? {}));
  // The same network with windows longer than the sequence has all of every term.
  await expectTerms(page, termsOf('public-017'), termsOf('public-019'));
  await expectNoAxeViolations(page);

  // A cut is drawn once the state has been carried across it, not before.
  const upTo = async (state: string) => {
    await page.keyboard.press('Home');
    while (!(await read(page)).nodes.some((name) => name.startsWith(`${state},`)))
      await page.keyboard.press('PageDown');
  };
  await upTo('S 3');
  await expect(cuts(page)).toHaveCount(0);
  await upTo('S 4');
  await expectCuts(cuts(page), [names[0]]);

  await truncate(page, 'Windows', 10);
  await expect(page.getByText('Nothing is cut: no gradient goes further than that.')).toBeVisible();
  await expect(cuts(page)).toHaveCount(0);
  const whole = await read(page);
  for (const weight of weights)
    expectMatrix(whole, `gradient of ${weight}`, flat(caseOf('public-019').expected.grads[weight]));
});

test('windows with the error at the end: before the last window there is no gradient at all', async ({
  page,
}) => {
  const { expected, config } = caseOf('public-018');
  await page.goto(linkTo({ ...setupOf('public-018'), truncation: { kind: 'full' } }));
  await truncate(page, 'Windows', 3);
  const reading = await read(page);
  // Steps 1–3, 4–6 and 7: only the last has an error.
  expect(Object.keys(reading.full).filter((name) => name.startsWith('δ'))).toEqual(['δ₇']);
  expectSame(numberOf(reading.full['δ₇']), flat(expected.delta[6])[0], 'δ_7');
  for (const weight of weights) expectMatrix(reading, `gradient of ${weight}`, flat(expected.grads[weight]));
  await expectLeftOut(page, gradientsOf(expected.grads), gradientsOf(expected.untruncated?.grads ?? {}));
  const kept = termsOf('public-018').map((size, index) => (index === config.T - 1 ? size : null));
  await expectTerms(page, kept, fullTermsOf('public-018'));
});

/** The gradients of a horizon, made of full runs: of each error alone, the terms of the last k steps before it. */
function withHorizon(setup: Setup, k: number): { gradients: Gradients; terms: readonly number[] } {
  const gradients = { Wx: [0], Ws: [0], Wy: [0] };
  const terms = new Array<number>(setup.T).fill(0);
  for (const last of errorSteps(setup)) {
    const alone: Setup = { ...setup, errorAt: [last], truncation: { kind: 'full' } };
    const trace = execute(compile(shapeOf(alone)), valuesOf(alone));
    for (let t = Math.max(1, last - k + 1); t <= last; t++)
      for (const weight of weights) {
        const [value] = numbersIn(trace, term(weight, t)) ?? [0];
        gradients[weight][0] += value;
        if (weight === 'Ws') terms[t - 1] += value;
      }
  }
  return { gradients, terms: terms.map(Math.abs) };
}

for (const [id, k] of [
  ['public-017', 3],
  ['public-020', 2],
] as const)
  test(`a horizon of ${k} over ${id}: no error reaches further, and what that leaves out`, async ({
    page,
  }) => {
    const setup: Setup = { ...setupOf(id), truncation: { kind: 'full' } };
    await page.goto(linkTo(setup));
    await truncate(page, 'Horizon', k);
    const { gradients, terms } = withHorizon(setup, k);
    const reading = await read(page);
    const chosen: Setup = { ...setup, truncation: { kind: 'horizon', k } };
    const trace = execute(compile(shapeOf(chosen)), valuesOf(chosen));
    for (const weight of weights) {
      expectMatrix(reading, `gradient of ${weight}`, gradients[weight]);
      expectMatrix(reading, `${weight} after the update`, [...(numbersIn(trace, `next:${weight}`) ?? [])]);
    }
    const full = gradientsOf(caseOf(id === 'public-017' ? 'public-019' : id).expected.grads);
    await expectLeftOut(page, gradients, full);
    const isAtLast = id === 'public-020';
    await expectTerms(
      page,
      terms.map((size, index) => (isAtLast && index < setup.T - k ? null : size)),
      termsOf(isAtLast ? id : 'public-019'),
    );
    // With errors at many steps each has a horizon of its own: the network has no cut for all, the chart its error's.
    const name = 'horizon ends: no gradient passes from S₆ back to S₅';
    await expectCuts(cuts(page), isAtLast ? [name] : []);
    await expectCuts(cutInChart(page), [
      isAtLast ? name : 'horizon ends: no gradient passes from S₅ back to S₄',
    ]);
    await expectNoAxeViolations(page);
  });
