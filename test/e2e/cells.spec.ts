import type { Page } from '@playwright/test';
import { expectArticle } from './article.ts';
import { expect, expectNoAxeViolations, test } from './fixtures.ts';
import { expectMatrix, expectSame, hovered } from './numbers.ts';
import { short } from './oracle.ts';
import { caseOf, flat, linkTo, setupOf } from './setups.ts';
import { button, network, read, region, timeline, toLast } from './workbench.ts';

type Gated = 'LSTM' | 'GRU';
type OverTime = readonly (readonly number[])[];

/** What the page must show: the number, and the operation that it appears with. */
interface Shown {
  readonly value: number;
  readonly operation: string;
}

const sub = (t: number): string => '₀₁₂₃₄'[t];
const inside = (page: Page) => region(page, 'Inside the cell');

/** What PyTorch says of a case of one unit, by the names that the page gives it. */
function shownOf(cell: Gated, id: string): ReadonlyMap<string, Shown> {
  const { expected, config } = caseOf(id);
  const [S, delta, da, a] = [expected.S, expected.delta, expected.da, expected.a] as OverTime[];
  const gates = expected.gates as Readonly<Record<string, OverTime>>;
  const shown = new Map<string, Shown>();
  const show = (name: string, value: number, operation: string) => shown.set(name, { value, operation });
  for (let t = 1; t <= config.T; t++) {
    const [at, s] = [t - 1, sub(t)];
    show(`S${s}`, S[at][0], `S ${t}`);
    show(`δ${s}`, delta[at][0], `gradient of S ${t}`);
    show(`Y${s}`, flat(expected.Y[at])[0], `Y ${t}`);
    if (cell === 'LSTM') {
      const [C, deltaC] = [expected.C, expected.deltaC] as OverTime[];
      for (const [row, [name, gate, spoken]] of [
        ['i', 'i', 'input gate i'],
        ['f', 'f', 'forget gate f'],
        ['g', 'g', 'candidate g'],
        ['q', 'o', 'output gate q'],
      ].entries()) {
        show(`a_${name},${t}`, a[at][row], `a ${t}`);
        show(`${name}${s}`, gates[gate][at][0], `${spoken} ${t}`);
        show(`∂E₃/∂a_${name},${t}`, da[at][row], `gradient of a of ${name} ${t}`);
      }
      show(`C${s}`, C[at][0], `C ${t}`);
      show(`h${s}`, Math.tanh(C[at][0]), `h ${t}`);
      show(`∂E₃/∂C${s}`, deltaC[at][0], `gradient of C ${t}`);
    } else {
      const dah = expected.dah as OverTime;
      for (const [row, [name, spoken]] of [
        ['r', 'reset gate r'],
        ['z', 'update gate z'],
        ['n', 'candidate n'],
      ].entries()) {
        show(`a_${name},${t}`, a[at][row], `a of ${name} ${t}`);
        show(`${name}${s}`, gates[name][at][0], `${spoken} ${t}`);
        show(`∂E₃/∂a_${name},${t}`, da[at][row], `gradient of a of ${name} ${t}`);
      }
      show(`w_n,${t}`, gates.hn[at][0], `w ${t}`);
      show(`∂E₃/∂w_n,${t}`, dah[at][2], `gradient of w of n ${t}`);
    }
  }
  show('E₃', expected.E, 'E 3');
  show('∂E₃/∂S₀', flat(expected.dS0)[0], 'gradient of S 0');
  if (expected.dC0 !== undefined) show('∂E₃/∂C₀', flat(expected.dC0)[0], 'gradient of C 0');
  return shown;
}

/** Chooses the cell and gives it every number of a case, as a person does: typed and pasted. */
async function setUp(page: Page, cell: Gated, id: string): Promise<void> {
  const { inputs, targets, weights } = caseOf(id);
  await page.goto('./');
  await page.getByRole('radiogroup', { name: 'Cell' }).getByRole('radio', { name: cell }).check();
  const editor = page.getByRole('dialog', { name: /^(Change|Replace) / });
  const replace = async (text: string) => {
    await editor.getByRole('textbox').fill(text);
    await editor.getByRole('button', { name: /^(Replace|Change)$/ }).click();
    await expect(editor).toBeHidden();
  };
  for (const name of ['Wx', 'Ws', 'Wy']) {
    await button(page, `Paste ${name}`).click();
    await replace(JSON.stringify(weights[name]));
  }
  await network(page).getByRole('button', { name: /^x 1/ }).click();
  await editor.getByRole('button', { name: /all steps/i }).click();
  await replace(flat(inputs).join('\n'));
  await network(page).getByRole('button', { name: /^d 3/ }).click();
  await replace(String(targets[2]?.[0]));
}

const steps = {
  LSTM: { id: 'public-030', operations: 89, states: ['S', 'C'] },
  GRU: { id: 'public-035', operations: 93, states: ['S'] },
} as const;

for (const cell of ['LSTM', 'GRU'] as const)
  test(`the ${cell} is chosen, set up by hand, and stepped through every operation with PyTorch's numbers`, async ({
    page,
  }) => {
    const { id, operations, states } = steps[cell];
    await setUp(page, cell, id);
    await expect(page.getByRole('checkbox', { name: 'Open cell' })).toBeChecked();
    await page.keyboard.press('Home');
    const wanted = shownOf(cell, id);
    const seen = new Set<string>();
    await expect(timeline(page)).toHaveAttribute('aria-valuemax', String(operations));
    for (let done = 1; done <= operations; done++) {
      await page.keyboard.press('ArrowRight');
      const said = (await timeline(page).getAttribute('aria-valuetext')) ?? '';
      const operation = said.split(': ').at(-1);
      for (const [name, number] of Object.entries(await hovered(page))) {
        const one = wanted.get(name);
        if (!one) continue;
        expectSame(number, one.value, `${name} after ${said}`);
        // Nothing is shown before its operation.
        if (!seen.has(name)) expect(operation, `what brings ${name}`).toBe(one.operation);
        seen.add(name);
      }
    }
    expect([...seen].sort(), 'every number was shown').toEqual([...wanted.keys()].sort());

    const { expected } = caseOf(id);
    const reading = await read(page);
    for (const weight of ['Wx', 'Ws', 'Wy']) {
      expectMatrix(reading, `gradient of ${weight}`, flat(expected.grads[weight]));
      expectMatrix(reading, `${weight} after the update`, flat(expected.optim.sgd.after1[weight]));
    }
    const norms = expected.contrib.Ws.map((term) => Math.hypot(...flat(term)));
    expect(reading.terms).toContain(`term of step 3, norm ${short(norms[2])}`);
    expect(reading.terms).toContain(
      `sum of 3 of 3 terms, norm ${short(Math.hypot(...flat(expected.grads.Ws)))}`,
    );
    for (const t of [1, 2, 3])
      expectSame(Number(reading.chart[t]), Math.abs(flat(expected.delta[t - 1])[0]), `‖δ_${t}‖`);
    // The chart's table has a row for each step, of each state that is carried.
    expect(reading.table).toHaveLength(3 * states.length);
    if (cell === 'LSTM')
      for (const t of [1, 2, 3])
        expect(reading.table).toContain(`${t} ${short(Math.abs(flat(expected.deltaC?.[t - 1])[0]))}`);
    await expectNoAxeViolations(page);

    // A step that is chosen stays shown, and a closed cell leaves its carried states.
    await page.getByRole('combobox', { name: 'Step shown' }).selectOption('t = 2');
    await expect(inside(page).getByRole('heading')).toHaveText(`Inside the ${cell}, step 2`);
    await page.getByRole('checkbox', { name: 'Open cell' }).uncheck();
    await expect(inside(page)).toBeHidden();
    for (const state of states)
      await expect(network(page).getByRole('img', { name: `${state} 3, value` })).toBeVisible();
    await expectNoAxeViolations(page);
    // It stays so, and a key opens it.
    await page.reload();
    await expect(page.getByRole('checkbox', { name: 'Open cell' })).not.toBeChecked();
    await page.keyboard.press('f');
    await expect(inside(page)).toBeVisible();
  });

for (const [cell, id, states] of [
  ['LSTM', 'public-031', ['S', 'C']],
  ['GRU', 'public-036', ['S']],
] as const)
  test(`the ${cell} of two units with biases and an error at every step opens from a link with PyTorch's numbers`, async ({
    page,
  }) => {
    await page.goto(linkTo(setupOf(id)));
    await expect(page.getByRole('radio', { name: cell })).toBeChecked();
    await toLast(page);
    const { expected, config, weights } = caseOf(id);
    const before = await read(page);
    const full = await hovered(page);
    // Of tall matrices the one before and the one after the update take turns.
    for (const choice of await region(page, 'Weights and their gradients')
      .getByRole('button', { name: /new/ })
      .all())
      await choice.click();
    const reading = await read(page);
    for (let t = 1; t <= config.T; t++)
      for (const state of states) {
        const [values, gradients] = (
          state === 'S' ? [expected.S, expected.delta] : [expected.C, expected.deltaC]
        ) as OverTime[];
        const gradient = state === 'S' ? `δ${sub(t)}` : `∂E/∂C${sub(t)}`;
        for (let row = 0; row < config.hidden; row++) {
          expectSame(
            full[`${state}${sub(t)}, entry ${row + 1}`],
            values[t - 1][row],
            `${state}_${t}, ${row}`,
          );
          expectSame(full[`${gradient}, entry ${row + 1}`], gradients[t - 1][row], `${gradient}, ${row}`);
        }
      }
    for (const weight of Object.keys(weights)) {
      expectMatrix(before, `gradient of ${weight}`, flat(expected.grads[weight]));
      expectMatrix(reading, `${weight} after the update`, flat(expected.optim.sgd.after1[weight]));
    }
    await expectNoAxeViolations(page);
  });

test('through LSTM and GRU and back to the RNN the article is what it was', async ({ page }) => {
  await page.goto('./');
  for (const cell of ['LSTM', 'GRU', 'RNN'])
    await page.getByRole('radiogroup', { name: 'Cell' }).getByRole('radio', { name: cell }).check();
  await page.keyboard.press('Home');
  await toLast(page);
  await expect(inside(page)).toBeHidden();
  expectArticle(await read(page), 'Ws');
});
