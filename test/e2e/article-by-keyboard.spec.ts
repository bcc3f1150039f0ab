import { expectEnd, expectWalk, lastBackward, operations } from './article.ts';
import { expect, test } from './fixtures.ts';
import { expectVisibleFocus, tabTo } from './keyboard.ts';
import { button, grid, ledger, network, playheadOf, read, region, timeline } from './workbench.ts';

test.beforeEach(({ page }) => page.goto('./').then(() => undefined));

test('the arrows walk through every operation, forth and back, with the numbers of the mouse', async ({
  page,
}) => {
  await expectWalk(page, {
    weight: 'Ws',
    stepOn: () => page.keyboard.press('ArrowRight'),
    stepBack: () => page.keyboard.press('ArrowLeft'),
    atEnd: async () => {
      await page.keyboard.press('ArrowRight');
      expect(await playheadOf(page)).toBe(operations.length);
    },
  });
});

test('the buttons of the transport are reached by Tab and pressed by Space and Enter', async ({ page }) => {
  await tabTo(page, button(page, 'Next step'));
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  expect(await playheadOf(page)).toBe(2);
  await tabTo(page, button(page, 'Last step'));
  await page.keyboard.press('Enter');
  expect(await playheadOf(page)).toBe(operations.length);
  // A button with nothing more to do keeps the focus.
  await expect(button(page, 'Last step')).toBeFocused();
  await tabTo(page, button(page, 'First step'), 'Shift+Tab');
  await page.keyboard.press('Space');
  expect(await playheadOf(page)).toBe(0);
});

test('Home, End, PageDown, PageUp and Shift with the arrows go where they say', async ({ page }) => {
  await page.keyboard.press('End');
  expect(await playheadOf(page)).toBe(operations.length);
  await page.keyboard.press('Home');
  expect(await playheadOf(page)).toBe(0);
  await page.keyboard.press('PageDown');
  await page.keyboard.press('PageDown');
  expect(await playheadOf(page)).toBe(2);
  await page.keyboard.press('PageUp');
  expect(await playheadOf(page)).toBe(1);
  await page.keyboard.press('Shift+ArrowRight');
  expect(await playheadOf(page)).toBe(operations.indexOf('Y1') + 1);
  await page.keyboard.press('Shift+ArrowRight');
  expect(await playheadOf(page)).toBe(operations.indexOf('Y2') + 1);
  await page.keyboard.press('Shift+ArrowLeft');
  expect(await playheadOf(page)).toBe(operations.indexOf('Y1') + 1);
});

test('Space plays and pauses', async ({ page }) => {
  await page.keyboard.press('Space');
  await expect(button(page, 'Pause')).toBeVisible();
  await expect.poll(() => playheadOf(page)).toBeGreaterThan(1);
  await page.keyboard.press('Space');
  await expect(button(page, 'Play')).toBeVisible();
  const stopped = await playheadOf(page);
  await page.waitForTimeout(1000);
  expect(await playheadOf(page)).toBe(stopped);
});

test('the timeline is one slider with keys of its own', async ({ page }) => {
  await tabTo(page, timeline(page));
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  expect(await playheadOf(page)).toBe(lastBackward);
  expectEnd(await read(page));
  await expect(timeline(page)).toHaveAttribute('aria-valuetext', /^operation 36 of 39, backward, t = 1: /);
  await page.keyboard.press('Shift+ArrowLeft');
  expect(await playheadOf(page)).toBe(operations.indexOf('dS1'));
});

test('a weight is edited: arrows choose it, Enter opens and takes it, Escape leaves it', async ({ page }) => {
  await page.keyboard.press('End');
  await tabTo(page, grid(page, 'Ws'));
  await page.keyboard.press('Enter');
  const editor = page.getByRole('dialog', { name: /^Change W/ });
  await expect(editor.getByRole('textbox')).toBeFocused();
  await page.keyboard.type('0.25');
  await page.keyboard.press('Escape');
  await expect(editor).toBeHidden();
  await expect(grid(page, 'Ws')).toBeFocused();
  await expect(grid(page, 'Ws')).toHaveText('0.8');
  await page.keyboard.press('Enter');
  await page.keyboard.type('0.25');
  await page.keyboard.press('Enter');
  await expect(grid(page, 'Ws')).toHaveText('0.25');
  await expect(grid(page, 'Ws')).toBeFocused();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(grid(page, 'Ws')).toHaveText('0.8');
  await page.keyboard.press('ControlOrMeta+Shift+z');
  await expect(grid(page, 'Ws')).toHaveText('0.25');
});

test('an input is edited where it stands in the network', async ({ page }) => {
  await tabTo(page, network(page).getByRole('button', { name: /^x 2/ }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Change x₂' }).getByRole('textbox')).toBeFocused();
  await page.keyboard.type('-2');
  await page.keyboard.press('Enter');
  await expect(network(page).getByRole('button', { name: 'x 2, value −2, edit' })).toBeFocused();
});

test('a preset is chosen, and its threshold is dragged by keys', async ({ page }) => {
  await tabTo(page, button(page, 'Clipped'));
  await page.keyboard.press('Enter');
  await expect(button(page, 'Clipped')).toHaveAttribute('aria-pressed', 'true');
  const line = page.getByRole('slider', { name: 'Clip threshold line' });
  await tabTo(page, line, 'Shift+Tab');
  await expect(line).toHaveAttribute('aria-valuenow', '1');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(line).toHaveAttribute('aria-valuenow', String(Number((1.06 * 10 ** (1 / 40)).toPrecision(3))));
  await page.keyboard.press('PageDown');
  expect(Number(await line.getAttribute('aria-valuenow'))).toBeLessThan(0.7);
  const field = page.getByRole('slider', { name: 'Clip threshold', exact: true });
  await expect(field).toHaveAttribute('aria-valuetext', (await line.getAttribute('aria-valuenow')) ?? '');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(line).toBeVisible();
});

test('folding, the scale of the chart and both panels have a key', async ({ page }) => {
  await page.keyboard.press('End');
  await page.keyboard.press('f');
  await expect(page.getByRole('heading', { name: 'Rolled network' })).toBeVisible();
  await expect(page.getByRole('checkbox', { name: 'Rolled' })).toBeChecked();
  await page.keyboard.press('f');
  await expect(page.getByRole('heading', { name: 'Unrolled network' })).toBeVisible();
  await page.keyboard.press('l');
  await expect(page.getByRole('radio', { name: 'Linear' })).toBeChecked();
  await page.keyboard.press('[');
  await expect(page.getByRole('button', { name: 'Show set-up' })).toBeVisible();
  await page.keyboard.press(']');
  await expect(page.getByRole('button', { name: 'Show explanation' })).toBeVisible();
  await expect(region(page, 'This step')).toBeHidden();
  await page.keyboard.press('[');
  await page.keyboard.press(']');
  await expect(region(page, 'This step')).toBeVisible();
});

test('the help lists the keys, keeps the focus inside and gives it back', async ({ page }) => {
  await tabTo(page, button(page, 'Help'));
  await page.keyboard.press('Enter');
  const help = page.getByRole('dialog', { name: 'Keys and signs' });
  await expect(help).toBeVisible();
  await expect(help.getByText('Page Down', { exact: true })).toBeVisible();
  for (let i = 0; i < 3; i++) {
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Tab');
  }
  expect(await playheadOf(page)).toBe(0);
  await page.keyboard.press('Escape');
  await expect(help).toBeHidden();
  await expect(button(page, 'Help')).toBeFocused();
  await page.keyboard.press('?');
  await expect(help).toBeVisible();
});

test('presenting begins and ends by key, and the way out is reached by Tab', async ({ page }) => {
  await page.keyboard.press('p');
  await expect(page.getByRole('banner')).toBeHidden();
  await expect(region(page, 'This step')).toBeVisible();
  await page.keyboard.press('PageDown');
  await tabTo(page, button(page, 'Leave presenting'));
  await expect(button(page, 'Leave presenting')).toHaveCSS('opacity', '1');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('banner')).toBeVisible();
  // A browser drops keys while it fills the screen; whoever presses them presses again.
  const press = (isPresenting: boolean) =>
    expect(async () => {
      if ((await page.getByRole('banner').isVisible()) === isPresenting) await page.keyboard.press('p');
      await expect(page.getByRole('banner')).toBeVisible({ visible: !isPresenting, timeout: 1000 });
    }).toPass({ timeout: 10_000 });
  await press(true);
  await press(false);
  expect(await playheadOf(page)).toBe(1);
});

test('the terms are one stop of Tab, arrows go from one to the next, Enter keeps the readout', async ({
  page,
}) => {
  await page.keyboard.press('End');
  const term = (t: number) => ledger(page).getByRole('img', { name: `term of step ${t}` });
  await tabTo(page, term(1));
  await expect(page.getByRole('tooltip')).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(term(2)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toContainText('−0.389600678461695');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(term(2)).toBeFocused();
});

for (const [width, height] of [
  [1440, 900],
  [390, 844],
] as const)
  test(`at ${width} px the focus is visible at every stop of Tab`, async ({ page }) => {
    // Two pictures at each of some hundred stops.
    test.slow();
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await button(page, 'Clipped').click();
    let stops = 0;
    // From the button round to it: past its end the page begins again.
    for (let ends = 0; ends < 2 && stops < 150; stops++) {
      await page.keyboard.press('Tab');
      if ((await expectVisibleFocus(page)) === null) ends++;
    }
    expect(stops).toBeGreaterThan(70);
  });
