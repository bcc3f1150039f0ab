import type { Page } from '@playwright/test';
import { compile, execute, firstBroken, stateAfter } from '../../src/engine';
import { presets } from '../../src/tasks/presets';
import { type Setup, shapeOf, valuesOf } from '../../src/tasks/setup';
import { expect, expectNoAxeViolations, test } from './fixtures.ts';
import { linkTo } from './setups.ts';
import { button, grid, ledger, network, playheadOf, read, region, timeline, toLast } from './workbench.ts';

const article = presets[0].setup;
const bar = (page: Page) => region(page, 'Numbers that broke');
const brokenOf = (setup: Setup) => firstBroken(execute(compile(shapeOf(setup)), valuesOf(setup)));

/** That nothing of the page is lost or drawn with a number that is none, wherever the playhead stands. */
async function expectWhole(page: Page): Promise<void> {
  for (const key of ['Home', 'End']) {
    await page.keyboard.press(key);
    for (const part of [
      network(page),
      ledger(page),
      region(page, 'Gradient reaching each step'),
      timeline(page),
    ])
      await expect(part).toBeVisible();
    const bad = await page.evaluate(() =>
      [...document.querySelectorAll('svg *')].flatMap((element) =>
        [...element.attributes]
          .filter(({ name, value }) => !name.startsWith('aria-') && /NaN|Infinity|undefined/.test(value))
          .map(({ name, value }) => `${element.tagName} ${name}="${value}"`),
      ),
    );
    expect(bad, `drawn at ${key}`).toEqual([]);
  }
}

/** Jumps to the first broken operation, and checks that it is the one the engine names. */
async function expectJump(page: Page, setup: Setup): Promise<void> {
  const broken = brokenOf(setup);
  await button(page, 'Go to the first broken operation').click();
  expect(await playheadOf(page)).toBe((broken?.index ?? Number.NaN) + 1);
  await expect(timeline(page)).toHaveAttribute('aria-valuetext', new RegExp(`${broken?.pass}`));
}

/** How many updates it takes until a number of the run is no longer finite. */
function updatesUntilBroken(setup: Setup): number {
  const plan = compile(shapeOf(setup));
  let values = valuesOf(setup);
  for (let updates = 0; updates < 10; updates++) {
    const trace = execute(plan, values);
    if (firstBroken(trace)) return updates;
    values = { ...values, ...stateAfter(trace) };
  }
  throw new Error('Ten updates break nothing.');
}

const enter = async (page: Page, name: string, value: string) => {
  await page.getByRole('textbox', { name, exact: true }).fill(value);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1 }).click();
};

const setWeight = async (page: Page, value: string) => {
  await grid(page, 'Ws').getByRole('gridcell').click();
  await page.keyboard.type(value);
  await page.keyboard.press('Enter');
};

test('relu and a large weight: the state overflows at a step that is named, and the way back is there', async ({
  page,
}) => {
  const sound: Setup = { ...article, g1: 'relu', T: 60 };
  const setup: Setup = { ...sound, edits: { ...sound.edits, 'Ws.0.0': 1e8 } };
  await page.goto(linkTo(sound));
  await toLast(page);
  const before = await read(page);
  await expect(bar(page)).toBeHidden();
  await setWeight(page, '1e8');
  const broken = brokenOf(setup);
  expect(broken?.pass).toBe('forward');
  await expect(bar(page).getByRole('alert')).toContainText(
    `is the first to become ∞, at step ${broken?.t} of the forward pass.`,
  );
  await expect(bar(page)).toContainText('the spectral radius of Wₛ is ρ = 1.00×10⁸');
  await expectJump(page, setup);
  await expectNoAxeViolations(page);
  await expectWhole(page);
  await button(page, 'Back to the last sound setup').click();
  await expect(bar(page)).toBeHidden();
  await toLast(page);
  expect(await read(page)).toEqual(before);
});

test('the scale of Ws: the error overflows, is named, and the scale before it comes back', async ({
  page,
}) => {
  // At scale 4 identity carries the input on 4-fold at each step, until its square is too large.
  const sound: Setup = { ...article, g1: 'identity', T: 60, scale: 1, edits: { 'x1.0': 1e130, 'd60.0': 1 } };
  const setup: Setup = { ...sound, scale: 4 };
  await page.goto(linkTo(sound));
  await expect(bar(page)).toBeHidden();
  await enter(page, 'Scale of Ws', '4');
  const broken = brokenOf(setup);
  await expect(bar(page).getByRole('alert')).toContainText(/is the first to become (∞|−∞|NaN)/);
  if (broken?.pass === 'forward')
    await expect(bar(page)).toContainText('the square of the distance leaves the range');
  await expectJump(page, setup);
  await expectWhole(page);
  await button(page, 'Back to the last sound setup').click();
  await expect(bar(page)).toBeHidden();
  await expect(page.getByRole('textbox', { name: 'Scale of Ws' })).toHaveValue('1');
});

test('a gradient that explodes: the step it overflows at is named, and by how much each step lengthens it', async ({
  page,
}) => {
  // Nothing to carry before the last step, so all is sound until the gradient comes back.
  const zeros = Object.fromEntries(Array.from({ length: 59 }, (_, index) => [`x${index + 1}.0`, 0]));
  const sound: Setup = {
    ...article,
    g1: 'identity',
    T: 60,
    edits: { ...article.edits, ...zeros, 'x60.0': 1 },
  };
  const setup: Setup = { ...sound, edits: { ...sound.edits, 'Ws.0.0': 1e10 } };
  await page.goto(linkTo(sound));
  await toLast(page);
  await setWeight(page, '1e10');
  const broken = brokenOf(setup);
  expect(broken?.pass).toBe('backward');
  await expect(bar(page).getByRole('alert')).toContainText(`at step ${broken?.t} of the backward pass`);
  await expect(bar(page)).toContainText('each step makes it 1.00×10¹⁰ times as long on average');
  await expectJump(page, setup);
  await expectWhole(page);
  await button(page, 'Back to the last sound setup').click();
  await expect(bar(page)).toBeHidden();
});

test('a learning rate that is too large: the updates are named, and the sound weights come back', async ({
  page,
}) => {
  const setup: Setup = { ...article, g1: 'relu', T: 10, H: 4, scale: 1, learningRate: 10, edits: {} };
  const updates = updatesUntilBroken(setup);
  await page.goto(linkTo(setup));
  for (let update = 1; update < updates; update++) await button(page, 'Update once').click();
  await expect(bar(page)).toBeHidden();
  await page.keyboard.press('Home');
  const sound = (await read(page)).weights;
  await button(page, 'Update once').click();
  await expect(bar(page).getByRole('alert')).toContainText(
    `Before ${updates === 1 ? 'the update' : `the ${updates} updates`} every number was sound: with the learning rate 10 a step went so far`,
  );
  await expectWhole(page);
  await expectNoAxeViolations(page);
  await button(page, 'Back to the last sound setup').click();
  await expect(bar(page)).toBeHidden();
  await page.keyboard.press('Home');
  expect((await read(page)).weights).toEqual(sound);
});
