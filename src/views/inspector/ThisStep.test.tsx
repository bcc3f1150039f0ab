import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { numbersIn } from '../../engine';
import { openingState, run, setPlayhead, store } from '../../store';
import { loadKatex } from './load-katex';
import { Account, ThisStep } from './ThisStep';

// Loading it may take a while on a busy machine; what is tested is what follows.
beforeAll(() => Promise.all([loadKatex(), Account.load()]), 30_000);
beforeEach(() => store.setState(openingState, true));

/** Moves to where the operation that writes a cell has just been done. */
const goTo = (cell: string) => {
  const { plan } = run(store.getState());
  const op = plan.ops.find(({ out }) => out === cell);
  if (op === undefined) throw new Error(`no operation writes ${cell}`);
  setPlayhead(op.index + 1);
};
const show = async (cell: string) => {
  const view = render(<ThisStep />);
  // Suspense is over once the promise of KaTeX has been heard.
  await act(async () => goTo(cell));
  await screen.findByRole('listbox', { name: 'The same equation in numbers' });
  return view;
};
const region = () => screen.getByRole('region', { name: 'This step' });
const symbols = () => screen.getByRole('listbox', { name: /^Equation: / });
const figures = () => screen.getByRole('listbox', { name: 'The same equation in numbers' });

test('before the first operation it invites to start', () => {
  render(<ThisStep />);
  expect(within(region()).getByRole('heading')).toHaveTextContent('3 steps forward, and back again');
  expect(region()).toHaveTextContent('Press Next step');
});

test('an operation has a title, a place, its equation twice and a sentence', async () => {
  await show('d:S2');
  expect(screen.getByRole('heading')).toHaveTextContent('Carry the gradient through Ws');
  expect(region()).toHaveTextContent(/Backward · from S3 to S2 · 1 of \d+/);
  expect(symbols()).toHaveAccessibleName(
    'Equation: gradient of S 2 equals Ws transposed times gradient of a 3',
  );
  const { title } = within(figures()).getByRole('option', { name: 'gradient of S 2, −1.21' });
  expect(Number(title.replace('−', '-'))).toBeCloseTo(-1.2104612516471467, 14);
  expect(region()).toHaveTextContent('80 % of δ3 arrives');
});

test.each([
  ['E3', 'E 3, 0.576'],
  ['d:S3', 'gradient of S 3, −1.52'],
  ['d:S1', 'gradient of S 1, −0.674'],
  ['sum:Ws@1', 'gradient of Ws, −1.22'],
  ['sum:Wx@1', 'gradient of Wx, 0.561'],
  ['sum:Wy@3', 'gradient of Wy, 0.0899'],
])('the number of %s is the one that PyTorch gives', async (cell, name) => {
  await show(cell);
  expect(within(figures()).getAllByRole('option', { name })[0]).toBeInTheDocument();
});

test('pointing at a factor points at its cell, and the other way round', async () => {
  await show('d:S2');
  const user = userEvent.setup();
  const factor = within(symbols()).getByRole('option', { name: /^Ws/ });
  await user.hover(factor);
  expect(store.getState().pointed).toBe('Ws');
  await waitFor(() => expect(factor).toHaveClass('is-pointed'));
  await user.unhover(factor);
  act(() => store.setState({ pointed: 'd:a3' }));
  expect(factor).not.toHaveClass('is-pointed');
  expect(within(symbols()).getByRole('option', { name: /^gradient of a 3/ })).toHaveClass('is-pointed');
});

test('arrow keys go from factor to factor', async () => {
  await show('d:S2');
  const user = userEvent.setup();
  act(() => symbols().focus());
  await user.keyboard('{ArrowRight}{ArrowRight}');
  expect(store.getState().pointed).toBe('Ws');
  expect(within(symbols()).getByRole('option', { selected: true })).toHaveAccessibleName('Ws, 0.8');
  act(() => symbols().blur());
  expect(store.getState().pointed).toBeNull();
});

test('the numbers are copied in full', async () => {
  const user = userEvent.setup();
  await show('d:S2');
  await user.click(screen.getByRole('button', { name: 'Copy numbers' }));
  const { trace } = run(store.getState());
  expect(await navigator.clipboard.readText()).toBe(
    ['d:S2', 'Ws', 'd:a3'].map((cell) => `${cell} = ${numbersIn(trace, cell)?.[0]}`).join('\n'),
  );
  expect(await screen.findByText('Copied.')).toBeInTheDocument();
});

test('LaTeX is copied without what only this page understands', async () => {
  const user = userEvent.setup();
  await show('d:S2');
  await user.click(screen.getByRole('button', { name: 'Copy LaTeX' }));
  const copied = await navigator.clipboard.readText();
  expect(copied).not.toContain('htmlData');
  expect(copied).toContain('\\delta_{2}');
});

test('while playing nothing is announced; at rest the result is', async () => {
  await show('d:S2');
  const announced = () => region().querySelector('[aria-live]');
  expect(announced()).toHaveTextContent('Carry the gradient through Ws. gradient of S 2: −1.21');
  act(() => store.setState({ playing: true }));
  expect(announced()).toHaveAttribute('aria-live', 'off');
  expect(announced()).toBeEmptyDOMElement();
});
