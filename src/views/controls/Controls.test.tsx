import { fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { openingState, store } from '../../store';
import { applyPreset, changeSetup, endGesture, undo } from '../../store/actions';
import { Controls } from './Controls';
import { LookAt } from './LookAt';

beforeEach(() => {
  endGesture();
  store.setState(openingState, true);
  // Each change at once: a drag's changes otherwise wait for the next frame.
  vi.stubGlobal('requestAnimationFrame', (callback: () => void) => callback());
  return () => void vi.unstubAllGlobals();
});

const setup = () => store.getState().setup;
const slider = (name: string) => screen.getByRole('slider', { name });
const slide = (name: string, value: number) => fireEvent.change(slider(name), { target: { value } });
const group = (name: string) => screen.getByRole('radiogroup', { name });

test('every control is there by its name, and none that is not built', () => {
  changeSetup({ clip: 'step' });
  render(<Controls />);
  const sliders = ['Time steps T', 'Hidden units', 'Scale of Ws', 'Clip threshold', 'Learning rate'];
  expect(screen.getAllByRole('slider')).toHaveLength(sliders.length);
  for (const name of sliders) {
    expect(slider(name)).toBeVisible();
    expect(screen.getByRole('textbox', { name })).toBeVisible();
  }
  const options = (name: string) =>
    within(screen.getByRole('combobox', { name }))
      .getAllByRole('option')
      .map((option) => option.textContent);
  for (const name of ['Input dimension', 'Output dimension'])
    expect(options(name)).toEqual(Array.from({ length: 32 }, (_, index) => String(index + 1)));
  expect(options('Loss')).toEqual(['squared error', '½ squared error']);
  expect(options('State activation g1')).toEqual(['tanh', 'sigmoid', 'relu', 'identity']);
  expect(options('Output activation g2')).toEqual(['tanh', 'sigmoid', 'relu', 'identity', 'softmax']);
  const choices = (name: string) =>
    within(group(name))
      .getAllByRole('radio')
      .map((radio) => (radio as HTMLInputElement).labels?.[0].textContent);
  expect(choices('Error at')).toEqual(['Last step', 'Every step', 'Chosen steps']);
  expect(choices('Clipping')).toEqual(['Off', 'Each step', 'By norm', 'By value']);
  expect(choices('Truncation')).toEqual(['Full', 'Windows', 'Horizon']);
  expect(choices('Optimizer')).toEqual(['SGD', 'Momentum', 'Adam']);
  expect(screen.getByRole('switch', { name: 'Biases' })).not.toBeChecked();
  expect(screen.getByRole('switch', { name: 'Mean over the time steps' })).not.toBeChecked();
  expect(screen.getByRole('textbox', { name: 'Seed' })).toHaveValue('1');
  expect(screen.getAllByRole('button').map((button) => button.textContent)).toEqual([
    ...['Article, T = 3', 'Vanishing', 'Exploding', 'Clipped', 'More…'],
    ...['New random weights', 'Run', 'Update once', 'Reset', 'The cliff', 'Your sequence …'],
    ...['As in the article', 'h, y, L, Wxh, Whh, Why', 'h, y, L, U, W, V'],
  ]);
});

test('the preset in force is pressed until something is changed', async () => {
  const user = userEvent.setup();
  render(<Controls />);
  const presets = within(screen.getByRole('group', { name: 'Start from' }));
  const pressed = () => presets.getAllByRole('button', { pressed: true }).map((button) => button.textContent);
  expect(pressed()).toEqual(['Article, T = 3']);
  await user.click(presets.getByRole('button', { name: 'Clipped' }));
  expect(pressed()).toEqual(['Clipped']);
  expect(setup().clip).toBe('step');
  await user.click(screen.getByRole('switch', { name: 'Biases' }));
  expect(presets.queryByRole('button', { pressed: true })).not.toBeInTheDocument();
});

test('all presets stand in a dialog with a sentence each; choosing one applies it and closes the dialog', async () => {
  const user = userEvent.setup();
  render(<Controls />);
  render(<LookAt />);
  await user.click(screen.getByRole('button', { name: 'More…' }));
  const dialog = screen.getByRole('dialog', { name: 'Start from' });
  const choices = within(dialog).getAllByRole('button').slice(1);
  expect(choices).toHaveLength(12);
  for (const choice of choices) expect(choice).toHaveAccessibleDescription(/\.$/);
  await user.click(within(dialog).getByRole('button', { name: 'LSTM remembers' }));
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(setup()).toMatchObject({ cell: 'lstm', forgetBias: 3, bias: true });
  expect(screen.getByText('LSTM remembers.')).toBeInTheDocument();
  await user.click(screen.getByRole('switch', { name: 'Biases' }));
  expect(screen.queryByText('LSTM remembers.')).toBeNull();
});

test('the preset whose error hides it opens who hears whom, with the chart of the sum', async () => {
  const user = userEvent.setup();
  render(<Controls />);
  await user.click(screen.getByRole('button', { name: 'More…' }));
  await user.click(screen.getByRole('button', { name: 'Error at every step hides it' }));
  expect(store.getState()).toMatchObject({ heard: 'S', chartOf: 'sum' });
});

test('a slider sets the network, and its whole drag is undone at once', () => {
  render(<Controls />);
  for (const value of [4, 5, 6]) slide('Time steps T', value);
  fireEvent.pointerUp(slider('Time steps T'));
  slide('Time steps T', 9);
  fireEvent.pointerUp(slider('Time steps T'));
  expect(setup().T).toBe(9);
  undo();
  expect(setup().T).toBe(6);
  undo();
  expect(setup().T).toBe(3);
  expect(store.getState().canUndo).toBe(false);
});

test('a number out of its limits gets a sentence, and the text stays', async () => {
  const user = userEvent.setup();
  render(<Controls />);
  const box = screen.getByRole('textbox', { name: 'Time steps T' });
  await user.clear(box);
  await user.type(box, '1001{Enter}');
  expect(box).toHaveValue('1001');
  expect(screen.getByRole('alert')).toHaveTextContent('Time steps T is a whole number from 1 to 1000.');
  expect(setup().T).toBe(3);
});

test('activations and the place of the error are chosen', async () => {
  const user = userEvent.setup();
  render(<Controls />);
  await user.selectOptions(screen.getByRole('combobox', { name: 'State activation g1' }), 'relu');
  await user.selectOptions(screen.getByRole('combobox', { name: 'Output activation g2' }), 'sigmoid');
  await user.click(within(group('Error at')).getByRole('radio', { name: 'Every step' }));
  expect(setup()).toMatchObject({ g1: 'relu', g2: 'sigmoid', errorAt: 'every' });
});

test('the scale of Ws is its spectral norm, with ρ beside it', () => {
  render(<Controls />);
  expect(screen.getByRole('textbox', { name: 'Scale of Ws' })).toHaveValue('0.8');
  expect(screen.getByText('radius ρ = 0.8')).toBeVisible();
  slide('Scale of Ws', 1.5);
  expect(setup().scale).toBe(1.5);
  expect(screen.getByText('radius ρ = 1.5')).toBeVisible();
});

test('the threshold is there only while clipping, on a scale of factors, with how often it clips', async () => {
  const user = userEvent.setup();
  render(<Controls />);
  expect(screen.queryByRole('slider', { name: 'Clip threshold' })).not.toBeInTheDocument();
  await user.click(within(group('Clipping')).getByRole('radio', { name: 'Each step' }));
  // ‖δ‖ = 0.674, 1.21, 1.52 unclipped; with θ = 1 step 3 is cut to 1, then 0.797 and 0.444 arrive.
  expect(screen.getByText('Clipped at 1 of 3 steps')).toBeVisible();
  slide('Clip threshold', Math.log10(0.5));
  expect(setup().threshold).toBe(0.5);
  expect(slider('Clip threshold')).toHaveAttribute('aria-valuetext', '0.5');
  fireEvent.pointerUp(slider('Clip threshold'));
  slide('Clip threshold', 3);
  expect(screen.getByText('Clipped at 0 of 3 steps')).toBeVisible();
});

test('an update shows the new error beside the old one, and Reset goes back', async () => {
  const user = userEvent.setup();
  render(<Controls />);
  await user.click(screen.getByRole('button', { name: 'Update once' }));
  const before = store.getState().errorBefore;
  expect(before).toBeCloseTo(0.5763829735047771, 14);
  expect(screen.getByText(/^E₃ 0\.576 → 0\.\d{3}$/)).toBeVisible();
  expect(screen.getByText('after 1 update')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Reset' }));
  expect(screen.queryByText(/→/)).not.toBeInTheDocument();
});

test('new random weights are drawn from a seed that is shown and can be set', async () => {
  const user = userEvent.setup();
  applyPreset('vanishing');
  render(<Controls />);
  const seed = setup().seed;
  await user.click(screen.getByRole('button', { name: 'New random weights' }));
  expect(setup().seed).not.toBe(seed);
  const box = screen.getByRole('textbox', { name: 'Seed' });
  await user.clear(box);
  await user.type(box, `${seed}{Enter}`);
  expect(setup().seed).toBe(seed);
});

test('a scale that was typed is shown as typed, not with the rounding of the scaled matrix', async () => {
  const user = userEvent.setup();
  applyPreset('vanishing');
  render(<Controls />);
  const box = screen.getByRole('textbox', { name: 'Scale of Ws' });
  await user.clear(box);
  await user.type(box, '0.7{Enter}');
  await user.tab();
  expect(box).toHaveValue('0.7');
  expect(box).toHaveAttribute('title', '0.7');
});

test('trained weights are no preset’s: none is pressed until they are reset', async () => {
  const user = userEvent.setup();
  render(<Controls />);
  const article = screen.getByRole('button', { name: 'Article, T = 3' });
  expect(article).toHaveAttribute('aria-pressed', 'true');
  await user.click(screen.getByRole('button', { name: 'Update once' }));
  expect(article).toHaveAttribute('aria-pressed', 'false');
  await user.click(screen.getByRole('button', { name: 'Reset' }));
  expect(article).toHaveAttribute('aria-pressed', 'true');
});
