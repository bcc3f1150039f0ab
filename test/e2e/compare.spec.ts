import type { Page } from '@playwright/test';
import lz from 'lz-string';
import type { Setup } from '../../src/tasks/setup';
import { expect, expectNoAxeViolations, test } from './fixtures.ts';
import { tabTo } from './keyboard.ts';
import { expectSame } from './numbers.ts';
import { numberOf } from './oracle.ts';
import { overlapsIn, sidewaysScroll } from './overlaps.ts';
import { caseOf, flat, setupOf } from './setups.ts';
import { button, region, timeline, toLast } from './workbench.ts';

const chart = (page: Page) => region(page, 'Gradient reaching each step');
const choice = (page: Page, name: string) => page.getByRole('radio', { name, exact: true });

/** The address of several setups that are compared, the first of them chosen, before the first operation. */
const linkOf = ([setup, ...others]: readonly Setup[]): string =>
  `./#v1.${lz.compressToEncodedURIComponent(
    JSON.stringify({ setup, compared: others.map((other) => ({ setup: other })), place: 0 }),
  )}`;

/** What pointing at the chart shows of each step: the doubles by their letter. */
const chartOf = (page: Page): Promise<Record<string, Record<string, string>>> =>
  chart(page).evaluate((section) =>
    Object.fromEntries(
      [...section.querySelectorAll('title')].map((title) => {
        const [step, ...lines] = (title.textContent ?? '').split('\n');
        const said = lines.map((line) => [line[0], line.slice(2)] as const);
        return [step.replace('t = ', ''), Object.fromEntries(said)];
      }),
    ),
  );

type Blocks = Readonly<Record<'SS' | 'SC' | 'CS' | 'CC', unknown>>;

/** v Jᵀ with a Jacobian of PyTorch's. */
const back = (block: unknown, gradient: readonly number[]): number[] => {
  const matrix = flat(block);
  return gradient.map((_, col) =>
    gradient.reduce((sum, d, row) => sum + d * matrix[row * gradient.length + col], 0),
  );
};

/** ‖∂E_T/∂(S_t, C_t)‖ by step: PyTorch's Jacobians of the pair applied to what sets out at the last step. */
function pairNorms(id: string): Record<number, number> {
  const { expected, config } = caseOf(id);
  let S = flat(expected.delta[config.T - 1]);
  let C = S.map(() => 0);
  const norms: Record<number, number> = { [config.T]: Math.hypot(...S) };
  for (let t = config.T; t > 1; t--) {
    const { SS, SC, CS, CC } = expected.jacobian[t - 1] as Blocks;
    const [fromS, fromC] = [back(SS, S), back(CS, C)];
    const [toS, toC] = [back(SC, S), back(CC, C)];
    S = fromS.map((v, i) => v + fromC[i]);
    C = toS.map((v, i) => v + toC[i]);
    norms[t - 1] = Math.hypot(...S, ...C);
  }
  return norms;
}

const deltaNorm = (id: string, t: number): number => Math.hypot(...flat(caseOf(id).expected.delta[t - 1]));

test('an RNN, an LSTM and a GRU of PyTorch’s side by side: the chart and its table have its numbers', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const ids = ['public-001', 'public-030', 'public-035'];
  await page.goto(linkOf(ids.map(setupOf)));
  await expect(page.getByRole('radio', { name: /^[ABC]: / })).toHaveCount(3);
  await toLast(page);
  const pairs = pairNorms('public-030');
  const wanted = (t: number) => ({
    A: deltaNorm('public-001', t),
    B: pairs[t],
    C: deltaNorm('public-035', t),
  });
  const shown = await chartOf(page);
  for (const t of [1, 2, 3])
    for (const [letter, norm] of Object.entries(wanted(t)))
      expectSame(numberOf(shown[t][letter]), norm, `${letter} at step ${t}`);

  // The same in the table, which has the forget gates' product as well, and is copied with every digit.
  await page.getByText('Table of the norms').click();
  await button(page, 'Copy table').click();
  await expect(page.getByText('Copied.')).toBeVisible();
  const copied = (await page.evaluate(() => navigator.clipboard.readText()))
    .split('\n')
    .map((line) => line.split('\t'));
  expect(copied[0]).toEqual([
    'Step',
    expect.stringMatching(/^A: RNN/),
    expect.stringMatching(/^B: LSTM/),
    'B, forget gates alone: a part',
    expect.stringMatching(/^C: GRU/),
  ]);
  const { gates, deltaC } = caseOf('public-030').expected;
  let along = Math.abs(flat(deltaC?.[2])[0]);
  for (const [i, t] of [3, 2, 1].entries()) {
    const [step, A, B, f, C] = copied[i + 1].map(Number);
    expect(step).toBe(t);
    const { A: a, B: b, C: c } = wanted(t);
    for (const [found, value, what] of [
      [A, a, 'A'],
      [B, b, 'B'],
      [C, c, 'C'],
      [f, along, 'f'],
    ] as const)
      expectSame(found, value, `${what} in the table, step ${t}`);
    along *= flat(gates?.f[t - 1])[0];
  }
  await expect(chart(page)).toContainText('f: only a part');
  await expectNoAxeViolations(page);
});

test('two thresholds on PyTorch’s exploding network: each line is cut to its own', async ({ page }) => {
  const clipped = setupOf('public-012');
  await page.goto(linkOf([clipped, { ...clipped, threshold: 0.25 }, setupOf('public-011')]));
  await toLast(page);
  await expect(region(page, 'Comparison')).toContainText('Clip threshold 1 · 0.25 · –');
  const shown = await chartOf(page);
  const { deltaRaw } = caseOf('public-012').expected;
  for (let t = 10; t >= 1; t--) {
    const { A, B, C } = shown[t];
    const [, came, flows] = /^(.*) came in, (.*) flows on$/.exec(A) ?? [];
    expectSame(numberOf(came), Math.abs(flat(deltaRaw?.[t - 1])[0]), `what came in at ${t}`);
    expectSame(numberOf(flows), deltaNorm('public-012', t), `what flows on at ${t}`);
    expectSame(numberOf(B.split('came in, ')[1].split(' ')[0]), 0.25, `the other threshold at ${t}`);
    expectSame(numberOf(C), deltaNorm('public-011', t), `without clipping at ${t}`);
  }
});

test('one playhead: whole steps are exact, within a step nobody runs ahead', async ({ page }) => {
  await page.goto(linkOf(['public-001', 'public-030', 'public-035'].map(setupOf)));
  await expect(choice(page, 'B: LSTM')).toBeVisible();
  await timeline(page).focus();
  const counts = () =>
    page.evaluate(() =>
      ['A: RNN', 'B: LSTM', 'C: GRU'].map((name) => {
        const nodes = [...document.querySelectorAll(`section[aria-label^="${name}"] [role=img]`)];
        const labels = nodes.map((node) => node.getAttribute('aria-label') ?? '');
        return {
          states: labels.filter((label) => /^S [1-9]/.test(label)).length,
          gradients: labels.filter((label) => /^S [1-9].*gradient/.test(label)).length,
        };
      }),
    );
  for (let t = 1; t <= 3; t++) {
    await page.keyboard.press('Shift+ArrowRight');
    for (const { states, gradients } of await counts()) expect([states, gradients]).toEqual([t, 0]);
  }
  for (let t = 3; t >= 1; t--) {
    await page.keyboard.press('Shift+ArrowRight');
    for (const { gradients } of await counts()) expect(gradients).toBe(4 - t);
    expect(Object.keys((await chartOf(page))[t]), `step ${t}`).toEqual(['A', 'B', 'C']);
  }
  // By operation S_2 is there in all three at once, and before it in none.
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+ArrowRight');
  for (const states of [1, 2]) {
    await page.keyboard.press('ArrowRight');
    expect((await counts()).map((each) => each.states)).toEqual([states, states, states]);
  }
});

test('by mouse: started, chosen, copied, removed, undone, left', async ({ page }) => {
  await page.goto('./');
  await button(page, 'Vanishing').click();
  await button(page, 'Compare').click();
  await expect(button(page, 'Compare')).toHaveAttribute('aria-pressed', 'true');
  await expect(choice(page, 'A: RNN')).toBeChecked();
  const comparison = region(page, 'Comparison');
  await expect(comparison).toContainText('Different: Cell RNN · LSTM · GRU.');

  // The set-up panel and the equation follow the chosen one.
  await choice(page, 'C: GRU').check();
  await expect(
    page.getByRole('radiogroup', { name: 'Cell' }).getByRole('radio', { name: 'GRU' }),
  ).toBeChecked();
  await page.keyboard.press('End');
  await expect(region(page, 'This step')).toContainText('Update');
  await page.getByRole('switch', { name: 'Biases' }).click();
  await expect(comparison).toContainText('Biases off · off · on');

  await button(page, 'Copy C to A').click();
  await expect(comparison).toContainText('Different: Cell GRU · LSTM · GRU');
  await button(page, 'Remove C').click();
  await expect(page.getByRole('radio', { name: /^[ABC]: / })).toHaveCount(2);
  await button(page, 'Undo').click();
  await button(page, 'Undo').click();
  await expect(comparison).toContainText('Different: Cell RNN · LSTM · GRU; Biases off · off · on');

  for (const [start, different] of [
    ['Two thresholds', 'Clip threshold 1 · 0.1'],
    ['Two activations', 'State activation g₁ tanh · relu'],
    ['Two scales of Ws', 'Scale of Ws (σ) 0.9 · 1.5'],
    ['Two forget biases', 'Forget bias 0 · 3'],
  ] as const) {
    await button(page, 'Vanishing').click();
    await button(page, start).click();
    await expect(comparison, start).toContainText(different);
  }
  await button(page, 'Compare').click();
  await expect(comparison).toBeHidden();
  await expect(region(page, 'Unrolled network')).toBeVisible();
  await button(page, 'Undo').click();
  await expect(comparison).toBeVisible();
});

test('by keyboard: started, another chosen by arrow, copied across, the table opened', async ({ page }) => {
  await page.goto('./');
  await tabTo(page, button(page, 'Compare'));
  await page.keyboard.press('Enter');
  await expect(choice(page, 'A: RNN')).toBeChecked();
  await tabTo(page, button(page, 'Two activations'));
  await page.keyboard.press('Enter');
  await tabTo(page, choice(page, 'A: tanh'));
  await page.keyboard.press('ArrowDown');
  await expect(choice(page, 'B: relu')).toBeChecked();
  await page.keyboard.press('End');
  await tabTo(page, page.getByText('Table of the norms'));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('table')).toContainText('B: relu');
  await expect(page.getByRole('table').getByRole('row')).toHaveCount(4);
  await tabTo(page, button(page, 'Copy B to A'), 'Shift+Tab');
  await page.keyboard.press('Space');
  await expect(region(page, 'Comparison')).toContainText('Nothing differs');
});

test('a reload and the back button bring the comparison back, with the chosen one and the moment', async ({
  page,
}) => {
  await page.goto('./');
  await button(page, 'Vanishing').click();
  await button(page, 'Compare').click();
  await choice(page, 'B: LSTM').check();
  for (let i = 0; i < 5; i++) await page.keyboard.press('Shift+ArrowLeft');
  await page.waitForTimeout(600);
  const [shown, at] = [await chartOf(page), await timeline(page).getAttribute('aria-valuetext')];
  await page.reload();
  await expect(choice(page, 'B: LSTM')).toBeChecked();
  expect(await chartOf(page)).toEqual(shown);
  expect(await timeline(page).getAttribute('aria-valuetext')).toBe(at);
  await button(page, 'Two forget biases').click();
  await expect(choice(page, 'A: forget bias 0')).toBeVisible();
  await page.goBack();
  await expect(choice(page, 'B: LSTM')).toBeChecked();
});

test.describe('looks', () => {
  test.use({ reducedMotion: 'reduce' });
  for (const [width, height] of [
    [1440, 900],
    [1024, 768],
    [390, 844],
  ] as const)
    for (const theme of ['light', 'dark'] as const)
      test(`at ${width} px, ${theme}: nothing overlaps or scrolls sideways, and axe finds nothing`, async ({
        page,
      }) => {
        await page.setViewportSize({ width, height });
        await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
        await page.goto('./');
        for (const [preset, start] of [
          ['Vanishing', 'RNN, LSTM, GRU'],
          ['Exploding', 'Two thresholds'],
        ] as const) {
          await button(page, preset).click();
          if (start === 'RNN, LSTM, GRU') await button(page, 'Compare').click();
          else await button(page, start).click();
          await expect(region(page, 'Comparison')).toBeVisible();
          await page.getByText('Table of the norms').click();
          await page.evaluate(() => document.fonts.ready.then(() => new Promise(requestAnimationFrame)));
          expect.soft(await sidewaysScroll(page), start).toBeLessThanOrEqual(0);
          expect.soft(await overlapsIn(page), start).toEqual([]);
          await expectNoAxeViolations(page);
          await page.getByText('Table of the norms').click();
        }
      });

  test('presenting shows the staves, the chart and the time on one screen', async ({ page }) => {
    await page.goto('./');
    await button(page, 'Vanishing').click();
    await button(page, 'Compare').click();
    await expect(choice(page, 'C: GRU')).toBeVisible();
    await page.keyboard.press('p');
    await expect(region(page, 'Comparison')).toBeHidden();
    await page.waitForTimeout(500);
    for (const name of ['A: RNN', 'B: LSTM', 'C: GRU', 'Gradient reaching each step', 'Timeline']) {
      const box = await region(page, name).boundingBox();
      expect((box?.y ?? 0) + (box?.height ?? 0), name).toBeLessThanOrEqual(901);
    }
    expect(await overlapsIn(page)).toEqual([]);
    await expectNoAxeViolations(page);
    await page.keyboard.press('PageUp');
    await expect(region(page, 'This step')).toBeVisible();
  });
});
