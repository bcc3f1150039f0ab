import type { Page } from '@playwright/test';
import { operations } from './article.ts';
import { expect, expectNoAxeViolations, test } from './fixtures.ts';
import { tabTo } from './keyboard.ts';
import { article as oracle, short } from './oracle.ts';
import { everythingSaid, expectScore, field, results, thisStep, verdict } from './predicting.ts';
import { caseOf, linkTo, setupOf } from './setups.ts';
import { button, network, playheadOf } from './workbench.ts';

const start = async (page: Page, hash = './') => {
  await page.goto(hash);
  await button(page, 'Predict').click();
  await expect(field(page)).toBeVisible();
};

/** Whether a text holds a number by itself, whatever its sign. */
const holds = (text: string, number: string): boolean =>
  new RegExp(`(?<![\\d.])${number.replace('−', '').replaceAll('.', '\\.')}(?!\\d)`).test(text);

test('by mouse through all operations: nothing on the page gives a number away before it is typed', async ({
  page,
}) => {
  test.slow();
  await start(page);
  const known = new Set(['0', '1', '0.5', '0.7', '0.8', '0.1', '10', '2', '3']);
  for (const [done, result] of results.entries()) {
    expect(await playheadOf(page), operations[done]).toBe(done);
    const number = short(result).replace('−', '');
    if (!known.has(number))
      expect(holds(await everythingSaid(page), number), `${number} of ${operations[done]}`).toBe(false);
    await field(page).fill(short(result));
    await button(page, 'Check').click();
    await expect(verdict(page), operations[done]).toContainText('Right at first try.');
    expect(await playheadOf(page)).toBe(done + 1);
    known.add(number);
    if (done + 1 < results.length) await button(page, 'Next question').click();
  }
  await expect(verdict(page)).toContainText('Nothing is left to predict');
  await expectScore(page, results.length, 0, 0);
  await button(page, 'Reset score').click();
  await expectScore(page, 0, 0, 0);
});

test('vectors and matrices are not given away either, while hidden, and a key shows each of them', async ({
  page,
}) => {
  test.slow();
  await start(page, linkTo({ ...setupOf('public-022'), clip: 'norm', threshold: 0.1 }));
  await page.getByRole('radio', { name: 'Hide until a key' }).check({ force: true });
  await page.locator('body').click({ position: { x: 2, y: 2 } });
  const { S, delta } = caseOf('public-022').expected as unknown as Record<'S' | 'delta', number[][]>;
  const waiting = new Map(
    [...S.map((s, k) => [`S${k + 1}`, s] as const), ...delta.map((d, k) => [`d${k + 1}`, d] as const)].map(
      ([name, numbers]) => [name, numbers.map((v) => String(Math.abs(v)).slice(0, 12))],
    ),
  );
  const last = Number(
    await page.getByRole('slider', { name: 'Step', exact: true }).getAttribute('aria-valuemax'),
  );
  for (let done = 0; done < Math.min(last, 64); done++) {
    const said = await everythingSaid(page);
    const before = [...waiting].filter(([, digits]) => digits.some((number) => said.includes(number)));
    await page.keyboard.press('ArrowRight');
    expect(await playheadOf(page)).toBe(done + 1);
    const after = await everythingSaid(page);
    for (const [name, digits] of waiting)
      if (digits.every((number) => after.includes(number))) waiting.delete(name);
    expect(
      before.map(([name]) => name),
      `after ${done} operations`,
    ).toEqual([]);
    await page.keyboard.press('ArrowRight');
    expect(await playheadOf(page)).toBe(done + 1);
  }
  expect([...waiting.keys()], 'shown in the end').toEqual([]);
});

test('by keyboard: Next step asks and does not show, mistakes are named, Enter checks, keys reveal', async ({
  page,
}) => {
  await page.goto('./');
  for (let i = 0; i < 13; i++) await page.keyboard.press('ArrowRight');
  await tabTo(page, button(page, 'Predict'));
  await page.keyboard.press('Enter');
  await expect(button(page, 'Predict')).toHaveAttribute('aria-pressed', 'true');
  await expect(thisStep(page).getByRole('heading')).toHaveText('What is ∂E₃/∂Y3?');

  // The key of Next step brings to the field; another says so.
  await tabTo(page, button(page, 'Next step'));
  await page.keyboard.press('Enter');
  await expect(field(page)).toBeFocused();
  await expect(verdict(page)).toContainText('First your prediction');
  expect(await playheadOf(page)).toBe(13);

  const [, , [delta3]] = oracle.delta;
  await page.keyboard.type(short(-delta3));
  await expect(thisStep(page)).toContainText('Within ±0.005 counts as right');
  await page.keyboard.press('Enter');
  await expect(verdict(page)).toContainText('Not yet.');
  await expect(verdict(page)).toContainText('The sign of ∂E₃/∂Y3 is wrong');
  await expectNoAxeViolations(page);
  await field(page).fill(String(delta3 / 2));
  await page.keyboard.press('Enter');
  await expect(verdict(page)).toContainText('The factor 2 is missing');
  await field(page).fill('-1.4');
  await page.keyboard.press('Enter');
  await expect(verdict(page)).toHaveText('Not yet. None of the usual mistakes gives this.');
  await field(page).fill('-2');
  await page.keyboard.press('Enter');
  await expect(verdict(page)).toContainText('type at least two digits');
  await field(page).fill('one');
  await page.keyboard.press('Enter');
  await expect(thisStep(page).getByRole('alert')).toContainText('“one” is not a number');
  await field(page).fill(short(delta3));
  await page.keyboard.press('Enter');
  await expect(verdict(page)).toHaveText('Right.');
  expect(await playheadOf(page)).toBe(14);
  await expectScore(page, 0, 1, 0);

  // Enter goes on to the next question.
  await expect(button(page, 'Next question')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(field(page)).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await expect(verdict(page)).toHaveText('This was shown.');
  expect(await playheadOf(page)).toBe(15);
  await expectScore(page, 0, 1, 1);
  for (let done = 16; done <= 19; done++) {
    await page.keyboard.press(done === 16 ? 'Enter' : 'ArrowRight');
    await expect(field(page)).toBeFocused();
    await page.keyboard.press('Escape');
    await page.keyboard.press('r');
    await expect(verdict(page)).toHaveText('This was shown.');
    expect(await playheadOf(page)).toBe(done);
  }

  // Hints: the equation, its numbers, the result.
  await page.keyboard.press('ArrowRight');
  expect(await playheadOf(page)).toBe(19);
  await expect(thisStep(page).getByRole('listbox')).toHaveCount(0);
  await tabTo(page, button(page, 'Hint: the equation'));
  await page.keyboard.press('Enter');
  await expect(thisStep(page).getByRole('listbox')).toHaveCount(1);
  await tabTo(page, button(page, 'Hint: its numbers'));
  await page.keyboard.press('Enter');
  await expect(thisStep(page).getByRole('listbox')).toHaveCount(2);
  await expect(thisStep(page).getByRole('listbox').last()).toContainText('?');
  await tabTo(page, button(page, 'Hint: the result'));
  await page.keyboard.press('Enter');
  expect(await playheadOf(page)).toBe(20);
  await expect(thisStep(page)).toContainText(short(results[19]));

  // Back through what was shown, without questions; forth again up to the question.
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  expect(await playheadOf(page)).toBe(18);
  await expect(field(page)).toBeHidden();
  await page.keyboard.press('Shift+ArrowRight');
  expect(await playheadOf(page)).toBe(20);
  await page.keyboard.press('ArrowRight');
  await expect(field(page)).toBeFocused();
});

test('by time step: states, the error, what reaches the states', async ({ page }) => {
  await start(page);
  await page.getByRole('radiogroup', { name: 'Ask for' }).getByRole('radio', { name: 'Time step' }).check({
    force: true,
  });
  const [S1, S2, S3] = oracle.S.map(([S]) => S);
  const [delta1, delta2, delta3] = oracle.delta.map(([delta]) => delta);
  for (const [name, number] of [
    ['S1', S1],
    ['S2', S2],
    ['S3', S3],
    ['E3', oracle.E],
    ['∂E₃/∂Wy', oracle.grads.Wy[0][0]],
    ['δ3', delta3],
    ['δ2', delta2],
    ['δ1', delta1],
    ['∂E₃/∂Ws', oracle.grads.Ws[0][0]],
    ['∂E₃/∂Wx', oracle.grads.Wx[0][0]],
    ['Wx new', oracle.optim.sgd.after1.Wx[0][0]],
  ] as const) {
    await expect(thisStep(page).getByRole('heading')).toHaveText(`What is ${name}?`);
    // δ₃ is the ∂E/∂Y₃ that ∂E/∂W_y was made with, as W_y is 1; ∂E/∂W_s has its last term from S₀ = 0.
    if (name !== 'δ3' && name !== '∂E₃/∂Ws')
      expect(holds(await everythingSaid(page), short(number)), name).toBe(false);
    await field(page).fill(number.toPrecision(3));
    await field(page).press('Enter');
    await expect(verdict(page)).toHaveText('Right at first try.');
    await button(page, 'Next question').click();
  }
  await expectScore(page, 11, 0, 0);
});

test('in a room: the clicker’s first press shows, the next goes on, presenting too', async ({ page }) => {
  await start(page);
  await page.getByRole('radio', { name: 'Hide until a key' }).check({ force: true });
  await expect(field(page)).toBeHidden();
  await page.locator('body').click({ position: { x: 2, y: 2 } });
  await expect(async () => {
    if (await page.getByRole('banner').isVisible()) await page.keyboard.press('p');
    await expect(page.getByRole('banner')).toBeHidden({ timeout: 1000 });
  }).toPass({ timeout: 10_000 });
  const heading = thisStep(page).getByRole('heading');
  await expect(heading).toHaveText('What is a1?');
  await page.keyboard.press('PageDown');
  await expect(heading).toHaveText('Mix the input with the memory');
  await expect(network(page).getByRole('img', { name: 'a 1, value 0.5' })).toBeVisible();
  await page.keyboard.press('PageDown');
  await expect(heading).toHaveText('What is S1?');
  await expect(network(page).getByRole('img', { name: /^S 1/ })).toHaveCount(0);
  await expectNoAxeViolations(page);
  await page.keyboard.press('PageDown');
  await expect(network(page).getByRole('img', { name: `S 1, value ${short(oracle.S[0][0])}` })).toBeVisible();
  // Back: from the question to what was shown.
  await page.keyboard.press('PageDown');
  await page.keyboard.press('PageUp');
  await expect(heading).toHaveText('Pass it through tanh');
});

test('the link opens in the mode it was made in', async ({ page, context }) => {
  await start(page);
  await page.getByRole('radio', { name: 'Hide until a key' }).check({ force: true });
  await page.locator('body').click({ position: { x: 2, y: 2 } });
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => page.url()).toContain('#v1.');
  await expect(thisStep(page).getByRole('heading')).toHaveText('What is S1?');
  // The address follows a moment later.
  await page.waitForTimeout(600);
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(button(other, 'Predict')).toHaveAttribute('aria-pressed', 'true');
  await expect(thisStep(other).getByRole('heading')).toHaveText('What is S1?');
  await expect(other.getByRole('radio', { name: 'Hide until a key' })).toBeChecked();
  await button(other, 'Predict').click();
  await expect(thisStep(other).getByRole('heading')).toHaveText('Mix the input with the memory');
});

test('what tells of all gradients at once waits until they are predicted', async ({ page }) => {
  await page.goto(linkTo({ ...setupOf('public-021'), clip: 'norm', threshold: 0.1 }));
  const group = page.getByRole('complementary', { name: 'Set-up' });
  await expect(group).toContainText('‖');
  await button(page, 'Predict').click();
  await expect(group.getByText('Hidden until it is predicted.')).toBeVisible();
  await page.keyboard.press('End');
  await expect(group.getByText('Hidden until it is predicted.')).toBeHidden();
});

for (const [width, height] of [
  [1440, 900],
  [1024, 768],
  [390, 844],
] as const)
  test(`at ${width} px the question and its answer fit, and axe finds nothing`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await start(page, linkTo(setupOf('public-021')));
    await button(page, 'Next step').click();
    await expect(field(page)).toBeFocused();
    await expect(field(page)).toBeInViewport();
    await button(page, 'Hint: the equation').click();
    await button(page, 'Hint: its numbers').click();
    await field(page).fill('0.1 0.2 0.3');
    await field(page).press('Enter');
    await expect(verdict(page)).toContainText('Not yet.');
    await expectNoAxeViolations(page);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    await button(page, 'Reveal').click();
    await expect(button(page, 'Next question')).toBeFocused();
    await expectNoAxeViolations(page);
  });
