import type { Page } from '@playwright/test';
import { expect, expectNoAxeViolations, test } from './fixtures.ts';
import { tabTo } from './keyboard.ts';
import { expectSame } from './numbers.ts';
import { numberOf } from './oracle.ts';
import { overlapsIn, sidewaysScroll } from './overlaps.ts';
import { caseOf, flat, linkTo, setupOf } from './setups.ts';
import { button, region, timeline, toLast } from './workbench.ts';

const chain = (page: Page) => region(page, 'Chain rule so far');
const factors = (page: Page) =>
  chain(page).getByRole('toolbar', { name: 'Factors, latest first' }).getByRole('button');
const factor = (page: Page, t: number) => chain(page).locator(`button[data-t="${t}"]`);

/** The doubles of a matrix in the open factor, row by row. */
const matrix = async (page: Page, name: string): Promise<number[]> => {
  const cells = chain(page).getByRole('grid', { name, exact: true }).getByRole('gridcell');
  const titles = await cells.evaluateAll((all) => all.map((cell) => cell.getAttribute('title') ?? ''));
  return titles.map(numberOf);
};

async function expectNumbers(found: readonly number[], wanted: readonly number[], what: string) {
  expect(found, what).toHaveLength(wanted.length);
  for (const [i, value] of wanted.entries()) expectSame(found[i], value, `${what}, entry ${i}`);
}

/** What hovering shows of a figure beside the Jacobian: gain, σ_max, ρ. */
const figure = async (page: Page, index: number): Promise<number> =>
  numberOf((await chain(page).locator('.chain-figures dd').nth(index).getAttribute('title')) ?? '');

/** The copied table, column by column. */
async function table(page: Page): Promise<Readonly<Record<string, readonly string[]>>> {
  await page.evaluate(() => {
    const copied: string[] = [];
    Object.assign(window, { copied });
    navigator.clipboard.writeText = async (text) => void copied.push(text);
  });
  await chain(page).getByText('Table').click();
  await chain(page).getByRole('button', { name: 'Copy table' }).click();
  await expect(chain(page).getByText('Copied.')).toBeVisible();
  const text = await page.evaluate(() => (window as unknown as { copied: string[] }).copied[0]);
  const [head, ...rows] = text.split('\n').map((line) => line.split('\t'));
  return Object.fromEntries(head.map((name, k) => [name, rows.map((row) => row[k])]));
}

/** σ_max of a square matrix as √ of the largest eigenvalue of MᵀM, by the power method: another way than the page's. */
function largestStretch(rows: readonly (readonly number[])[]): number {
  let v = rows.map((_, i) => 1 + i / 7);
  let size = 0;
  for (let k = 0; k < 20_000; k++) {
    const image = rows.map((row) => row.reduce((sum, x, j) => sum + x * v[j], 0));
    const back = v.map((_, j) => image.reduce((sum, x, i) => sum + x * rows[i][j], 0));
    const length = Math.hypot(...back);
    size = Math.sqrt(length / Math.hypot(...v));
    v = back.map((x) => x / length);
  }
  return size;
}

const rowsOf = (numbers: unknown): readonly (readonly number[])[] =>
  numbers as readonly (readonly number[])[];

test('by mouse: every factor of a network of three units has PyTorch’s Jacobian, gain, norms and parts', async ({
  page,
}) => {
  const { expected, config, weights } = caseOf('public-022');
  await page.goto(linkTo(setupOf('public-022')));
  await toLast(page);
  const { T } = config;
  const norms = expected.normMatrix.S[T - 1] as readonly number[];
  const left = [...norms.toReversed(), Math.hypot(...flat(expected.dS0))];
  await expect(factors(page)).toHaveCount(T);
  for (let t = T; t >= 1; t--) {
    await factor(page, t).click();
    await expect(factor(page, t)).toHaveAttribute('aria-expanded', 'true');
    const J = rowsOf(expected.jacobian[t - 1]);
    await expectNumbers(await matrix(page, `Jacobian of S ${t} by S ${t - 1}`), flat(J), `J${t}`);
    const gain = left[T - t + 1] / left[T - t];
    expectSame(await figure(page, 0), gain, `gain of J${t}`);
    expect(await figure(page, 1), 'σ_max').toBeCloseTo(largestStretch(J), 10);
    expect(await figure(page, 1)).toBeGreaterThanOrEqual(gain);
    const Ws = rowsOf(weights.Ws);
    await expectNumbers(await matrix(page, 'Ws in this factor'), flat(Ws), 'Ws');
    // tanh′ = 1 − S², and diag(slopes) Ws is the Jacobian.
    const slopes = rowsOf(expected.S)[t - 1].map((s) => 1 - s * s);
    await expectNumbers(await matrix(page, `slopes at a ${t}`), slopes, `slopes at ${t}`);
    expect(slopes.flatMap((slope, i) => Ws[i].map((w) => slope * w))).toEqual(
      flat(J).map((v) => expect.closeTo(v, 12)),
    );
  }
  // Of the whole row: what is left after each factor, as PyTorch's norms have it.
  const copied = await table(page);
  await expectNumbers(copied.Left.map(Number), left, 'left');
  await expectNoAxeViolations(page);
});

test('by keyboard: a factor is reached by Tab, opened, the next one by an arrow; the playhead stays', async ({
  page,
}) => {
  const { expected } = caseOf('public-001');
  await page.goto('./');
  await toLast(page);
  const playhead = await timeline(page).getAttribute('aria-valuenow');
  await tabTo(page, factor(page, 1));
  await page.keyboard.press('Enter');
  expectSame((await matrix(page, 'Jacobian of S 1 by S 0'))[0], flat(expected.jacobian[0])[0], 'J1');
  await page.keyboard.press('ArrowLeft');
  await expect(factor(page, 2)).toBeFocused();
  expectSame((await matrix(page, 'Jacobian of S 2 by S 1'))[0], flat(expected.jacobian[1])[0], 'J2');
  await expect(timeline(page)).toHaveAttribute('aria-valuenow', playhead ?? '');
  await page.reload();
  await expect(factor(page, 2)).toHaveAttribute('aria-expanded', 'true');
  expectSame((await matrix(page, 'Jacobian of S 2 by S 1'))[0], flat(expected.jacobian[1])[0], 'J2');
  await tabTo(page, factor(page, 2));
  await page.keyboard.press('Enter');
  await expect(chain(page).getByRole('grid')).toHaveCount(0);
  await expectNoAxeViolations(page);
});

test('stepping brings one factor after the other', async ({ page }) => {
  await page.goto('./');
  await expect(chain(page)).toContainText('It begins when the gradient of E₃ reaches its state.');
  let come = 0;
  for (let done = 0; done < 39; done++) {
    await page.keyboard.press('ArrowRight');
    const said = (await timeline(page).getAttribute('aria-valuetext')) ?? '';
    if (/: gradient of S [012]$/.test(said)) come++;
    await expect(factors(page), said).toHaveCount(come);
  }
  expect(come).toBe(3);
});

test('the LSTM’s factor is PyTorch’s, block by block, and S alone does not make what arrives', async ({
  page,
}) => {
  const { expected, config } = caseOf('public-031');
  await page.goto(linkTo(setupOf('public-031')));
  await toLast(page);
  const N = config.T;
  await factor(page, N).click();
  const blocks = expected.jacobian[N - 1] as Readonly<Record<string, unknown>>;
  for (const to of ['S', 'C'])
    for (const from of ['S', 'C'])
      await expectNumbers(
        await matrix(page, `Jacobian of ${to} ${N} by ${from} ${N - 1}`),
        flat(blocks[to + from]),
        `∂${to}/∂${from}`,
      );
  await expectNoAxeViolations(page);
  // S alone: what is left of it is PyTorch's ‖∂E_N/∂S_j‖ all the same.
  await chain(page).getByRole('radio', { name: 'S alone' }).check();
  await expectNumbers(await matrix(page, `Jacobian of S ${N} by S ${N - 1}`), flat(blocks.SS), 'SS');
  const copied = await table(page);
  const norms = expected.normMatrix.S[N - 1] as readonly number[];
  await expectNumbers(copied.Left.slice(0, N).map(Number), norms.toReversed(), 'left');
  await expect(chain(page)).toContainText('the rest by way of C');
  await expectNoAxeViolations(page);
});

test('the GRU’s factor is PyTorch’s, and there is no line of a bound', async ({ page }) => {
  const { expected, config } = caseOf('public-035');
  await page.goto(linkTo(setupOf('public-035')));
  await toLast(page);
  for (let t = config.T; t >= 1; t--) {
    await factor(page, t).click();
    await expectNumbers(
      await matrix(page, `Jacobian of S ${t} by S ${t - 1}`),
      flat(expected.jacobian[t - 1]),
      `J${t}`,
    );
  }
  await expect(chain(page)).toContainText('For the GRU the chart has no line of a bound');
  await expect(page.getByRole('checkbox', { name: /^Bound/ })).toHaveCount(0);
  await expect(page.locator('.chart-bound')).toHaveCount(0);
  await expectNoAxeViolations(page);
});

test('clipping at each step stands between the factors, with what PyTorch has before and after it', async ({
  page,
}) => {
  const { expected, config } = caseOf('public-012');
  await page.goto(linkTo(setupOf('public-012')));
  await toLast(page);
  await expect(chain(page).locator('.chain-clip')).toHaveCount(config.T);
  const copied = await table(page);
  const sizes = (over: unknown) => rowsOf(over).map((delta) => Math.abs(delta[0]));
  const [raw, flows] = [sizes(expected.deltaRaw), sizes(expected.delta)];
  await expectNumbers(
    copied.Clip.slice(1).map(Number),
    flows.map((flow, k) => flow / raw[k]).toReversed(),
    'what clipping leaves',
  );
  await expectNumbers(copied.Left.slice(0, config.T).map(Number), raw.toReversed(), 'left');
});

test('a window cuts the chain, and the factor that it leaves out says so', async ({ page }) => {
  const { expected } = caseOf('public-018');
  await page.goto(linkTo(setupOf('public-018')));
  await toLast(page);
  // Windows of 3 of 7 steps: the last one is step 7 alone.
  await expect(factors(page)).toHaveCount(1);
  await factor(page, 7).click();
  await expect(chain(page)).toContainText('The window ends here, so this factor is left out');
  expectSame((await matrix(page, 'Jacobian of S 7 by S 6'))[0], flat(expected.jacobian[6])[0], 'J7');
  await expectNoAxeViolations(page);
});

test('with errors at every step each has its own chain, the chart’s', async ({ page }) => {
  const { expected } = caseOf('public-021');
  await page.goto(linkTo(setupOf('public-021')));
  await toLast(page);
  for (const N of [4, 3, 2]) {
    await region(page, 'Gradient reaching each step').getByRole('combobox').selectOption(String(N));
    await expect(chain(page)).toContainText(`Of E${N} alone, as the chart.`);
    await expect(factors(page)).toHaveCount(N);
    const norms = expected.normMatrix.S[N - 1] as readonly number[];
    const titles = await chain(page)
      .locator('.chain-norm')
      .evaluateAll((all) => all.map((one) => one.getAttribute('title') ?? ''));
    await expectNumbers(titles.slice(0, N).map(numberOf), norms.toReversed(), `‖∂E${N}/∂S‖`);
  }
});

test('the bound in the chart is γ σ_max to the power of the steps, over every point', async ({ page }) => {
  const { expected, weights, config } = caseOf('public-022');
  await page.goto(linkTo(setupOf('public-022')));
  await toLast(page);
  const sigma = largestStretch(rowsOf(weights.Ws));
  const norms = expected.normMatrix.S[config.T - 1] as readonly number[];
  const titles = await page
    .locator('.chart-bound title')
    .evaluateAll((all) => all.map((one) => one.textContent ?? ''));
  expect(titles.length).toBeGreaterThan(1);
  for (const title of titles) {
    const [, step, most] = /^Bound at t = (\d+): (.*)$/.exec(title) ?? [];
    const t = Number(step);
    const bound = norms[config.T - 1] * sigma ** (config.T - t);
    expect(numberOf(most) / bound).toBeCloseTo(1, 10);
    expect(bound).toBeGreaterThanOrEqual(norms[t - 1] * (1 - 1e-12));
  }
  // The chart's own table says the same, and is copied.
  await page.getByRole('button', { name: /table of the norms/ }).click();
  const table = page.getByRole('region', { name: /^Norm of the gradient of E₄/ });
  const cells = await table.getByRole('row').last().getByRole('cell').allTextContents();
  const last = [norms[0], norms[config.T - 1] * sigma ** (config.T - 1)];
  for (const [k, value] of last.entries()) expect(numberOf(cells[k]) / value).toBeCloseTo(1, 2);
  await expectNoAxeViolations(page);
  const choice = page.getByRole('checkbox', { name: /^Bound/ });
  await choice.uncheck();
  await expect(page.locator('.chart-bound')).toHaveCount(0);
  await page.reload();
  await expect(choice).not.toBeChecked();
  await choice.check();
  await expect(page.locator('.chart-bound')).toHaveCount(1);
});

test('presented, an open factor stands where this step did, all of it in sight, and a prediction stays', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.goto('./');
  await button(page, 'Vanishing').click();
  await timeline(page).focus();
  await toLast(page);
  await factor(page, 8).click();
  await page.keyboard.press('p');
  await expect(region(page, 'This step')).toBeHidden();
  await expect(chain(page).getByRole('grid')).toHaveCount(3);
  await expect(async () => {
    const below = await page
      .locator('.panel-right')
      .evaluate((panel) => panel.scrollHeight - panel.clientHeight);
    expect(below).toBeLessThanOrEqual(4);
    for (const cell of await chain(page).getByRole('gridcell').all()) await expect(cell).toBeInViewport();
  }).toPass({ timeout: 5000 });
  await expectNoAxeViolations(page);
  await page.keyboard.press('Escape');
  await button(page, 'Predict').click();
  await page.keyboard.press('p');
  await expect(region(page, 'This step')).toBeVisible();
});

for (const [width, height] of [
  [1440, 900],
  [1024, 768],
  [390, 844],
] as const)
  for (const preset of ['Vanishing', 'Clipped'])
    test(`${preset} at ${width} px with a factor open: nothing overlaps or scrolls sideways, and axe finds nothing`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await page.goto('./');
      await button(page, preset).click();
      await timeline(page).focus();
      await toLast(page);
      await factor(page, 8).click();
      await chain(page).getByText('Table').click();
      await expect(chain(page).getByRole('table')).toBeVisible();
      await expect(chain(page).locator('.katex').first()).toBeVisible();
      expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
      expect(await overlapsIn(page)).toEqual([]);
      await expectNoAxeViolations(page);
    });
