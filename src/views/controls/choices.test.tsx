import { fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { grad, norm, numbersIn } from '../../engine';
import { openingState, run, store } from '../../store';
import { applyPreset, changeSetup, endGesture } from '../../store/actions';
import { Controls } from './Controls';

beforeEach(() => {
  endGesture();
  store.setState(openingState, true);
  // Each change at once: a drag's changes otherwise wait for the next frame.
  vi.stubGlobal('requestAnimationFrame', (callback: () => void) => callback());
  return () => void vi.unstubAllGlobals();
});

const setup = () => store.getState().setup;
const choose = (name: string, choice: string) =>
  userEvent.click(within(screen.getByRole('radiogroup', { name })).getByRole('radio', { name: choice }));
const slide = (name: string, value: number) =>
  fireEvent.change(screen.getByRole('slider', { name }), { target: { value } });

test('LSTM and GRU have activations of their own, and an LSTM with biases its forget bias', async () => {
  render(<Controls />);
  const g1 = () => screen.queryByRole('combobox', { name: 'State activation g1' });
  const forget = () => screen.queryByRole('slider', { name: 'Forget bias' });
  expect(g1()).toBeVisible();
  changeSetup({ cell: 'lstm' });
  expect(await screen.findByText('spectral norm of all 4 gates together')).toBeVisible();
  expect(g1()).not.toBeInTheDocument();
  expect(forget()).not.toBeInTheDocument();
  await userEvent.click(screen.getByRole('switch', { name: 'Biases' }));
  slide('Forget bias', 1);
  expect(setup().forgetBias).toBe(1);
  changeSetup({ cell: 'gru' });
  expect(await screen.findByText('spectral norm of all 3 gates together')).toBeVisible();
  expect(forget()).not.toBeInTheDocument();
});

test('chosen steps are switched one by one; the last one stays, and it is said', async () => {
  render(<Controls />);
  await choose('Error at', 'Chosen steps');
  const steps = within(screen.getByRole('group', { name: 'Steps with an error' }));
  expect(setup().errorAt).toEqual([3]);
  await userEvent.click(steps.getByRole('button', { name: 'Step 1' }));
  expect(setup().errorAt).toEqual([1, 3]);
  await userEvent.click(steps.getByRole('button', { name: 'Step 3', pressed: true }));
  expect(setup().errorAt).toEqual([1]);
  await userEvent.click(steps.getByRole('button', { name: 'Step 1' }));
  expect(setup().errorAt).toEqual([1]);
  expect(steps.getByRole('status')).toHaveTextContent('At least one step must have an error.');
});

test('among many steps they are typed, and what is no step gets a sentence', async () => {
  changeSetup({ T: 40 });
  render(<Controls />);
  await choose('Error at', 'Chosen steps');
  const list = () => screen.getByRole('textbox', { name: 'Steps with an error' });
  expect(list()).toHaveValue('40');
  await userEvent.clear(list());
  await userEvent.type(list(), '10, 41{Enter}');
  expect(screen.getByRole('alert')).toHaveTextContent('There is no step 41');
  expect(setup().errorAt).toEqual([40]);
  await userEvent.clear(list());
  await userEvent.type(list(), '10, 20-22{Enter}');
  expect(setup().errorAt).toEqual([10, 20, 21, 22]);
  expect(list()).toHaveValue('10, 20–22');
});

test('the loss is squared or half of it; softmax brings cross-entropy and says so', async () => {
  render(<Controls />);
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Loss' }), '½ squared error');
  await userEvent.click(screen.getByRole('switch', { name: 'Mean over the time steps' }));
  expect(setup()).toMatchObject({ loss: 'half', isMean: true });
  expect(screen.getByText(/softmax .* brings cross-entropy/)).toBeVisible();
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Output activation g2' }), 'softmax');
  expect(screen.queryByRole('combobox', { name: 'Loss' })).not.toBeInTheDocument();
  expect(screen.getByText('cross-entropy')).toBeVisible();
  expect(setup().Y).toBe(2);
});

/** The article's gradients: −1.2231768707922428, 0.5611084573590588, 0.08988748355789358. */
test('by norm and by value: what was clipped, from which length to which, and by which angle', async () => {
  render(<Controls />);
  await choose('Clipping', 'By norm');
  slide('Clip threshold', Math.log10(0.5));
  expect(setup().threshold).toBe(0.5);
  expect(screen.getByText('Clipped as a whole')).toBeVisible();
  // ‖g‖ = √(1.2232² + 0.5611² + 0.0899²) = 1.3488
  expect(screen.getByText('‖g‖ 1.35 → 0.500')).toBeVisible();
  expect(screen.getByText('angle 0°')).toBeVisible();
  slide('Clip threshold', 1);
  expect(screen.getByText('Below the threshold: not clipped')).toBeVisible();
  await choose('Clipping', 'By value');
  slide('Clip threshold', Math.log10(0.5));
  expect(screen.getByText('Clipped 2 of 3 entries')).toBeVisible();
  // √(0.5² + 0.5² + 0.0899²) = 0.7128, and the cosine between the two is 0.9364.
  expect(screen.getByText('‖g‖ 1.35 → 0.713')).toBeVisible();
  expect(screen.getByText('angle 20.5°')).toBeVisible();
});

test('each step: where most was cut, and the angle; the LSTM says that C is not clipped', async () => {
  render(<Controls />);
  await choose('Clipping', 'Each step');
  expect(screen.getByText('hardest at t = 3: 1.52 → 1')).toBeVisible();
  expect(screen.getByText(/^angle \d/)).toBeVisible();
  changeSetup({ cell: 'lstm' });
  expect(await screen.findByText('C is not clipped:')).toBeVisible();
  expect(screen.getByText(/^‖∂.*\/∂C₁‖ = /)).toBeVisible();
});

test('truncation: k steps, and what it leaves out of the full gradient as a number and term by term', async () => {
  render(<Controls />);
  await choose('Truncation', 'Windows');
  expect(setup().truncation).toEqual({ kind: 'window', k: 2 });
  slide('Steps k', 1);
  expect(setup().truncation).toEqual({ kind: 'window', k: 1 });
  const { trace, full } = run(store.getState());
  const [cut, whole] = [trace, full].map((one) => numbersIn(one, grad('Ws')) as Float64Array);
  // All that is left of the terms −0.38960067846169577 and −0.833576192330547 is the last one.
  expect(cut[0]).toBeCloseTo(-0.833576192330547, 14);
  const share = Math.round((100 * norm([cut[0] - whole[0]])) / norm(whole));
  const table = screen.getByRole('table', { name: 'Left out of the full gradient' });
  expect(within(table).getByRole('row', { name: new RegExp(`^∂E₃/∂Ws ${share}\\s% 0°$`) })).toBeVisible();
  await userEvent.click(screen.getByText('Term by term'));
  const terms = await screen.findByRole('table', { name: 'Norms of the terms of ∂E₃/∂Ws' });
  expect(within(terms).getByRole('row', { name: '2 0.390 cut' })).toBeVisible();
  expect(within(terms).getByRole('row', { name: '3 0.834 0.834' })).toBeVisible();
  slide('Steps k', 3);
  expect(screen.getByText(/^Nothing is cut/)).toBeVisible();
});

test('a horizon puts an end to clipping at each step, and the other way round', async () => {
  render(<Controls />);
  await choose('Clipping', 'Each step');
  await choose('Truncation', 'Horizon');
  expect(setup()).toMatchObject({ clip: 'off', truncation: { kind: 'horizon', k: 2 } });
  expect(store.getState().notice).toContain('Clipping is off now');
  await choose('Clipping', 'Each step');
  expect(setup()).toMatchObject({ clip: 'step', truncation: { kind: 'full' } });
  expect(store.getState().notice).toContain('Truncation is off now');
});

test('k is kept while nothing is truncated', async () => {
  applyPreset('vanishing');
  render(<Controls />);
  await choose('Truncation', 'Windows');
  slide('Steps k', 4);
  await choose('Truncation', 'Full');
  await choose('Truncation', 'Horizon');
  expect(setup().truncation).toEqual({ kind: 'horizon', k: 4 });
});

test('every optimizer updates once and again', async () => {
  render(<Controls />);
  for (const [name, optimizer] of [
    ['Momentum', 'momentum'],
    ['Adam', 'adam'],
    ['SGD', 'sgd'],
  ]) {
    await choose('Optimizer', name);
    expect(setup().optimizer).toBe(optimizer);
    const before = store.getState().updates;
    await userEvent.click(screen.getByRole('button', { name: 'Update once' }));
    await userEvent.click(screen.getByRole('button', { name: 'Update once' }));
    expect(store.getState().updates).toBe(before + 2);
  }
});
