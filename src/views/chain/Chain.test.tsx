import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { doneAt } from '../../engine';
import { changeSetup, openingState, run, setChartOf, setPlayhead, store } from '../../store';
import { loadKatex } from '../inspector/load-katex';
import { Chain, ChainRule } from './ChainRule';

// Loading it may take a while on a busy machine; what is tested is what follows.
beforeAll(() => Promise.all([loadKatex(), Chain.load()]), 30_000);
beforeEach(() => store.setState(openingState, true));

const region = () => screen.getByRole('region', { name: 'Chain rule so far' });
const goTo = (id: string) => act(async () => setPlayhead(doneAt(run(store.getState()).plan, id)));
const factors = () =>
  within(region())
    .queryAllByRole('button', { expanded: undefined })
    .filter((button) => button.hasAttribute('aria-expanded'))
    .map((button) => button.textContent);
const factor = (name: RegExp) => within(region()).getByRole('button', { name });
const show = () => act(async () => render(<ChainRule />));

test('a factor comes with the gradient that it makes, and goes with it', async () => {
  await show();
  expect(region()).toHaveTextContent('It begins when the gradient of E₃ reaches its state.');
  await goTo('d:S3');
  expect(factors()).toEqual([]);
  expect(region()).toHaveTextContent('1.52');
  await goTo('d:a3');
  expect(factors()).toEqual([]);
  await goTo('d:S2');
  expect(factors()).toEqual(['S3→S2× 0.80 leaves 1.21']);
  await goTo('d:S0');
  expect(factors()).toEqual([
    'S3→S2× 0.80 leaves 1.21',
    'S2→S1× 0.56 leaves 0.674',
    'S1→S0× 0.63 leaves 0.424',
  ]);
  await goTo('d:S1');
  expect(factors()).toHaveLength(2);
});

test('the equation at its head says from where to where', async () => {
  await show();
  await goTo('d:S1');
  const name =
    'Equation: gradient of S 1 equals the product of the Jacobians of steps 3 to 2, transposed, times gradient of S 3';
  expect(screen.getByRole('listbox', { name })).toBeInTheDocument();
  await goTo('d:S3');
  expect(
    screen.getByRole('listbox', { name: 'Equation: gradient of S 3: the gradient of E 3 by its own state' }),
  ).toBeInTheDocument();
});

describe('an open factor', () => {
  test('shows the Jacobian, its norms and its two parts, and says which of them it is', async () => {
    const user = userEvent.setup();
    await show();
    await goTo('d:S0');
    await user.click(factor(/^S2→S1/));
    expect(store.getState().factor).toBe(2);
    const open = screen.getByRole('region', { name: '∂S₂/∂S₁' });
    const full = (name: string) =>
      Number(within(within(open).getByRole('grid', { name })).getByRole('gridcell').title);
    expect(full('Jacobian of S 2 by S 1')).toBeCloseTo(0.5571943534779694, 14);
    expect(full('slopes at a 2')).toBeCloseTo(0.5571943534779694 / 0.8, 14);
    expect(full('Ws in this factor')).toBe(0.8);
    expect(open).toHaveTextContent(
      'Mainly saturation: at a2 the slopes let only × 0.70 of it through; Ws makes × 0.8',
    );
    await user.click(within(open).getByRole('button', { name: 'Close' }));
    expect(store.getState().factor).toBeNull();
    expect(screen.queryByRole('region', { name: '∂S₂/∂S₁' })).not.toBeInTheDocument();
  });

  test('tells small weights from saturation', async () => {
    act(() => changeSetup({ edits: { ...store.getState().setup.edits, 'Ws.0.0': 0.2 } }));
    store.setState({ factor: 3 });
    await show();
    await goTo('d:S0');
    expect(screen.getByRole('region', { name: '∂S₃/∂S₂' })).toHaveTextContent(
      'Mainly small weights: Ws makes × 0.2 of it, and could make no more than × 0.2 of anything.',
    );
  });

  test('is not open before it is known', async () => {
    store.setState({ factor: 1 });
    await show();
    await goTo('d:S1');
    expect(screen.queryByRole('region', { name: '∂S₁/∂S₀' })).not.toBeInTheDocument();
    await goTo('d:S0');
    expect(screen.getByRole('region', { name: '∂S₁/∂S₀' })).toBeInTheDocument();
  });

  test('by keyboard arrows go from factor to factor; after a click they are the playhead’s', async () => {
    const user = userEvent.setup();
    await show();
    await goTo('d:S0');
    const tabbable = () =>
      within(region())
        .getAllByRole('button')
        .filter((button) => button.dataset.t && button.tabIndex === 0);
    expect(tabbable()).toEqual([factor(/^S1→S0/)]);
    act(() => factor(/^S1→S0/).focus());
    await user.keyboard('{Enter}{ArrowLeft}');
    expect(factor(/^S2→S1/)).toHaveFocus();
    expect(store.getState().factor).toBe(2);
    await user.keyboard('{Enter}');
    expect(store.getState().factor).toBeNull();
  });
});

test('clipping at a step is a factor of its own', async () => {
  act(() => changeSetup({ clip: 'step', threshold: 1 }));
  await show();
  await goTo('d:S3');
  expect(region()).not.toHaveTextContent('clip');
  await goTo('clip:S3');
  expect(region()).toHaveTextContent('clip× 0.661');
  await goTo('d:S2');
  expect(factors()).toEqual(['S3→S2× 0.80 leaves 0.797']);
  // δ_2 is shorter than θ: nothing is clipped there.
  await goTo('d:S1');
  expect(region().textContent?.match(/clip× /g)).toHaveLength(1);
});

test('where a window ends the factor is shown as cut, once nothing can come', async () => {
  act(() => changeSetup({ truncation: { kind: 'window', k: 2 } }));
  store.setState({ factor: 3 });
  await show();
  await goTo('d:S3');
  expect(factors()).toEqual([]);
  act(() => setPlayhead(run(store.getState()).plan.ops.length));
  expect(factors()).toEqual(['S3→S2cutwindow ends']);
  // The equation ends where the gradient does: nothing has come to S_2.
  expect(
    screen.getByRole('listbox', { name: 'Equation: gradient of S 3: the gradient of E 3 by its own state' }),
  ).toBeInTheDocument();
  expect(screen.getByRole('region', { name: '∂S₃/∂S₂' })).toHaveTextContent(
    'The window ends here, so this factor is left out: S2 was handed over without its history.',
  );
});

test('with many errors it follows the chart’s, and of the sum the last one alone, and says so', async () => {
  act(() => changeSetup({ errorAt: 'every' }));
  act(() => setChartOf(2));
  await show();
  await goTo('d:S1');
  expect(region()).toHaveTextContent('Of E2 alone, as the chart.');
  expect(factors()).toEqual(['S2→S1× 0.56 leaves 1.68']);
  act(() => setChartOf('sum'));
  expect(region()).toHaveTextContent(
    'A product of Jacobians carries one error at a time, so this is E3 alone.',
  );
  expect(factors()).toEqual(['S3→S2× 0.80 leaves 1.21', 'S2→S1× 0.56 leaves 0.674']);
});

test('an LSTM is followed by both of its states, or by S alone, which then is not all', async () => {
  const user = userEvent.setup();
  act(() => changeSetup({ cell: 'lstm', H: 2 }));
  store.setState({ factor: 3 });
  await show();
  await goTo('d:C0');
  const blocks = () =>
    screen.getAllByRole('grid', { name: /^Jacobian of/ }).map((grid) => grid.getAttribute('aria-label'));
  expect(blocks()).toEqual([
    'Jacobian of S 3 by S 2',
    'Jacobian of S 3 by C 2',
    'Jacobian of C 3 by S 2',
    'Jacobian of C 3 by C 2',
  ]);
  expect(region()).toHaveTextContent('For the LSTM the chart has no line of a bound');
  await user.click(screen.getByRole('radio', { name: 'S alone' }));
  expect(blocks()).toEqual(['Jacobian of S 3 by S 2']);
  expect(region()).toHaveTextContent('the rest by way of C');
});

test('the table says the same, and is copied in full', async () => {
  const user = userEvent.setup();
  await show();
  await goTo('d:S0');
  await user.click(screen.getByText('Table'));
  const rows = within(screen.getByRole('table')).getAllByRole('row');
  expect(rows).toHaveLength(5);
  await user.click(screen.getByRole('button', { name: 'Copy table' }));
  const [head, start, first] = (await navigator.clipboard.readText())
    .split('\n')
    .map((line) => line.split('\t'));
  expect(head).toEqual(['Factor', 'Slopes', 'Wₛ', 'Gain', 'σ_max', 'At most', 'Left']);
  expect(start[0]).toBe('E₃');
  expect(Number(start[6])).toBeCloseTo(1.5183978049309437, 14);
  expect(first[0]).toBe('∂S₃/∂S₂');
  expect(Number(first[3])).toBeCloseTo(0.7971963919575069, 14);
  expect(Number(first[6])).toBeCloseTo(1.2104612516471467, 14);
});

test.each(['rnn', 'lstm', 'gru'] as const)(
  'where nothing arrives, a %s’s factors have no gain and nothing reads NaN',
  async (cell) => {
    const user = userEvent.setup();
    await show();
    // Wy = 0: the error does not come to the state, and every gain would be 0/0.
    act(() => changeSetup({ cell, edits: { 'Wy.0.0': 0 } }));
    await act(async () => setPlayhead(run(store.getState()).plan.bounds.update));
    expect(factors()).toEqual(
      cell === 'lstm'
        ? ['3→2× – leaves 0', '2→1× – leaves 0', '1→0× – leaves 0']
        : ['S3→S2× – leaves 0', 'S2→S1× – leaves 0', 'S1→S0× – leaves 0'],
    );
    await user.click(within(region()).getByRole('button', { name: /^S?2→S?1/ }));
    await user.click(within(region()).getByText('Table'));
    const titles = [...region().querySelectorAll('[title]')].map((one) => one.getAttribute('title'));
    expect([region().textContent, ...titles].join(' ')).not.toContain('NaN');
  },
);
