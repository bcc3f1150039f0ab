import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { openingState, run, store } from '../../store';
import { changeSetup, updateOnce } from '../../store/actions';
import { editEntry } from '../../store/entries';
import { Broken } from './Broken';
import { CheckButton } from './CheckButton';
import { CheckResult } from './CheckResult';

// Loaded apart in the page; here the first test to ask for them would wait too long.
beforeAll(() => Promise.all([import('./BrokenBar'), import('./CheckResult'), import('../../engine/check')]));
beforeEach(() => store.setState(openingState, true));

const checkNow = async () => {
  await userEvent.click(screen.getByRole('button', { name: 'Check gradients' }));
  return screen.findByRole('region', { name: 'Check of the gradients' });
};

test('the check says how many weights agree, until it is closed or the network changes', async () => {
  changeSetup({ H: 3, bias: true });
  render(<CheckButton />);
  const result = await checkNow();
  expect(result).toHaveTextContent(
    /19 of 19 weights agree with central differences, worst relative error \d/,
  );
  expect(screen.getByRole('status')).toContainElement(result);
  await userEvent.click(within(result).getByRole('button', { name: 'Close' }));
  expect(screen.queryByRole('region')).not.toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Check gradients' })).toHaveFocus();
  await checkNow();
  act(() => changeSetup({ T: 4 }));
  expect(screen.queryByRole('region')).not.toBeInTheDocument();
});

test('of many weights it checks a sample, and says so', async () => {
  changeSetup({ cell: 'lstm', H: 12 });
  render(<CheckButton />);
  expect(await checkNow()).toHaveTextContent('That is a sample, evenly spread over all 636');
});

test.each([
  [{ clip: 'step', threshold: 0.5 }, 'Clipping at each step shortens the gradient on its way'],
  [{ truncation: { kind: 'window', k: 1 } }, 'Truncation leaves ways out'],
  [{ truncation: { kind: 'horizon', k: 1 } }, 'Truncation leaves ways out'],
] as const)('with %o it says why the whole must differ, and checks each operation', async (patch, why) => {
  changeSetup(patch);
  render(<CheckButton />);
  const result = await checkNow();
  expect(result).toHaveTextContent(why);
  expect(result).toHaveTextContent(/(\d+) of \1 entries of local derivatives agree/);
});

test('while someone predicts, the first broken number is not told before it is reached', async () => {
  changeSetup({ g1: 'identity' });
  editEntry('Ws.0.0', 1e300);
  const index = run(store.getState()).broken?.index ?? -1;
  expect(index).toBeGreaterThan(0);
  store.setState({ predict: { by: 'operation', way: 'ask' }, playhead: index });
  render(<Broken />);
  expect(screen.queryByRole('region')).not.toBeInTheDocument();
  act(() => store.setState({ playhead: index + 1 }));
  expect(await screen.findByRole('region', { name: 'Numbers that broke' })).toBeVisible();
});

test('a gradient that is wrong is shown where it is worst, with the way to it', async () => {
  const wrong = {
    kind: 'whole',
    compared: 3,
    agreeing: 2,
    outOf: 3,
    worst: 0.25,
    worstAt: { cell: 'Ws', index: 0 },
  } as const;
  render(<CheckResult result={wrong} onClose={() => {}} />);
  expect(screen.getByText(/^2 of 3 weights agree/)).toBeVisible();
  expect(screen.getByText('The worst is ∂E₃/∂Wₛ.')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Show it' }));
  const { plan } = run(store.getState());
  expect(plan.ops[store.getState().playhead - 1].out).toMatch(/^(sum|d):Ws/);
});

test('sound numbers need no words', () => {
  render(<Broken />);
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
});

test('weights too large for an unbounded state: named with ρ, reached by a button, and left by another', async () => {
  changeSetup({ g1: 'relu', T: 60 });
  editEntry('Ws.0.0', 1e8);
  render(<Broken />);
  const bar = await screen.findByRole('alert');
  const broken = run(store.getState()).broken;
  expect(broken?.pass).toBe('forward');
  expect(bar).toHaveTextContent(`is the first to become ∞, at step ${broken?.t} of the forward pass.`);
  expect(bar).toHaveTextContent('relu has no upper bound, and the spectral radius of Wₛ is ρ = 1.00×10⁸');
  await userEvent.click(screen.getByRole('button', { name: 'Go to the first broken operation' }));
  expect(store.getState().playhead).toBe((broken?.index ?? Number.NaN) + 1);
  await userEvent.click(screen.getByRole('button', { name: 'Back to the last sound setup' }));
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  expect(store.getState().setup).toMatchObject({ g1: 'relu', T: 60, edits: openingState.setup.edits });
});

test('updates that went too far: the learning rate is named', async () => {
  changeSetup({ g1: 'relu', T: 60, H: 4, scale: 4, learningRate: 10 });
  render(<Broken />);
  for (let k = 0; k < 5 && !run(store.getState()).broken; k++) act(() => updateOnce());
  expect(await screen.findByRole('alert')).toHaveTextContent('with the learning rate 10 a step went so far');
});

test('an output too far from its target: the error is named', async () => {
  editEntry('Wy.0.0', 1e200);
  render(<Broken />);
  expect(await screen.findByRole('alert')).toHaveTextContent(
    /^E₃ is the first to become ∞.*the square of the distance/,
  );
});
