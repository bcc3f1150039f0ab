import { act, fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { openingState, run, store } from '../store';
import { changeSetup, endGesture } from '../store/actions';
import { SetUp } from '../views/controls/SetUp';
import { Rows } from '../views/score/Score';
import { App, Presenting } from './App';
import { HelpDialog } from './Help';

// Loaded apart in the page; here the first test to ask for them would wait too long.
beforeAll(() => Promise.all([SetUp.load(), Rows.load(), Presenting.load(), HelpDialog.load()]));

beforeEach(() => {
  endGesture();
  store.setState(openingState, true);
});

/** Awaited, because the first equation waits for KaTeX to be loaded. */
const press = (key: string, init: KeyboardEventInit = {}) =>
  act(async () => {
    fireEvent.keyDown(document.body, { key, code: key === ' ' ? 'Space' : key, ...init });
  });
const playhead = () => store.getState().playhead;
const end = () => run(store.getState()).plan.ops.length;

test('the score comes first, then what it means, then what is set', () => {
  render(<App />);
  const regions = [
    screen.getByRole('main'),
    screen.getByRole('complementary', { name: 'Explanation' }),
    screen.getByRole('complementary', { name: 'Set-up' }),
  ];
  const inDocument = [...document.querySelectorAll('main, aside')];
  expect(inDocument).toEqual(regions);
  for (const name of ['Unrolled network', 'Gradient reaching each step', 'Terms of the gradient', 'Timeline'])
    expect(within(regions[0]).getByRole('region', { name })).toBeInTheDocument();
  for (const name of ['This step', 'Weights and their gradients'])
    expect(within(regions[1]).getByRole('region', { name })).toBeInTheDocument();
});

test('keys step through the whole program and back', async () => {
  render(<App />);
  await press('ArrowRight');
  expect(playhead()).toBe(1);
  await press('PageDown');
  await press('PageUp');
  await press('ArrowLeft');
  expect(playhead()).toBe(0);
  await press('ArrowRight', { shiftKey: true });
  expect(playhead()).toBeGreaterThan(1);
  await press('End');
  expect(playhead()).toBe(end());
  await press('Home');
  expect(playhead()).toBe(0);
  await press(' ');
  expect(store.getState().playing).toBe(true);
  await press(' ');
  expect(store.getState().playing).toBe(false);
});

test('keys choose the chart’s scale, the rolled network and the panels', async () => {
  render(<App />);
  await press('l');
  expect(store.getState().chartScale).toBe('linear');
  await press('f');
  expect(store.getState().folded).toBe(true);
  await press('[');
  expect(screen.queryByRole('slider', { name: 'Time steps T' })).not.toBeInTheDocument();
  await press(']');
  expect(screen.queryByRole('region', { name: 'This step' })).not.toBeInTheDocument();
});

test('both sides fold away and come back by visible buttons', async () => {
  const user = userEvent.setup();
  render(<App />);
  await user.click(screen.getByRole('button', { name: 'Hide set-up' }));
  expect(screen.queryByRole('slider', { name: 'Time steps T' })).not.toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Show set-up' }));
  expect(await screen.findByRole('slider', { name: 'Time steps T' })).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Hide explanation' }));
  expect(screen.getByRole('button', { name: 'Show explanation' })).toHaveAttribute('aria-expanded', 'false');
});

test('the cell is chosen in the header', async () => {
  const user = userEvent.setup();
  render(<App />);
  const cells = within(screen.getByRole('banner')).getByRole('radiogroup', { name: 'Cell' });
  for (const [name, cell] of [
    ['LSTM', 'lstm'],
    ['GRU', 'gru'],
    ['RNN', 'rnn'],
  ]) {
    await user.click(within(cells).getByRole('radio', { name }));
    expect(store.getState().setup.cell).toBe(cell);
  }
});

test('Undo and Redo, by button and by key', async () => {
  const user = userEvent.setup();
  render(<App />);
  expect(screen.getByRole('button', { name: 'Undo' })).toBeDisabled();
  act(() => changeSetup({ T: 5 }));
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  expect(store.getState().setup.T).toBe(3);
  await user.click(screen.getByRole('button', { name: 'Redo' }));
  expect(store.getState().setup.T).toBe(5);
  await press('z', { ctrlKey: true });
  expect(store.getState().setup.T).toBe(3);
  await press('Z', { ctrlKey: true, shiftKey: true });
  expect(store.getState().setup.T).toBe(5);
});

test('presenting leaves the score and the equation, driven by a clicker', async () => {
  const user = userEvent.setup();
  const requestFullscreen = vi.fn(() => Promise.reject(new Error('not allowed')));
  document.documentElement.requestFullscreen = requestFullscreen;
  render(<App />);
  await user.click(screen.getByRole('button', { name: 'Present' }));
  expect(requestFullscreen).toHaveBeenCalledOnce();
  expect(document.documentElement).toHaveAttribute('data-presenting');
  expect(screen.queryByRole('banner')).not.toBeInTheDocument();
  expect(screen.queryByRole('complementary', { name: 'Set-up' })).not.toBeInTheDocument();
  expect(screen.queryByRole('region', { name: 'Weights and their gradients' })).not.toBeInTheDocument();
  expect(screen.getByRole('region', { name: 'Unrolled network' })).toBeInTheDocument();
  expect(screen.getByRole('region', { name: 'This step' })).toBeInTheDocument();
  await press('PageDown');
  expect(playhead()).toBe(1);
  const leave = screen.getByRole('button', { name: 'Leave presenting' });
  expect(leave).not.toHaveClass('is-seen');
  fireEvent.pointerMove(window);
  expect(leave).toHaveClass('is-seen');
  await press('Escape');
  expect(document.documentElement).not.toHaveAttribute('data-presenting');
  expect(screen.getByRole('banner')).toBeInTheDocument();
  await press('p');
  expect(store.getState().presenting).toBe(true);
  await user.click(screen.getByRole('button', { name: 'Leave presenting' }));
  expect(store.getState().presenting).toBe(false);
});

test('when the browser leaves full screen, presenting ends', async () => {
  render(<App />);
  await press('p');
  fireEvent(document, new Event('fullscreenchange'));
  expect(store.getState().presenting).toBe(false);
});

test('the theme is the system’s unless one is chosen', async () => {
  const user = userEvent.setup();
  render(<App />);
  expect(document.documentElement).toHaveAttribute('data-theme', 'light');
  await user.selectOptions(screen.getByRole('combobox', { name: 'Theme' }), 'Dark');
  expect(document.documentElement).toHaveAttribute('data-theme', 'dark');
});

test('help opens by button and by ?', async () => {
  const user = userEvent.setup();
  // jsdom knows no modal dialogs.
  const showModal = vi.fn(function showModal(this: HTMLDialogElement) {
    this.setAttribute('open', '');
  });
  HTMLDialogElement.prototype.showModal = showModal;
  render(<App />);
  const dialog = () => screen.findByRole('dialog', { name: 'Keys and signs' });
  await user.click(screen.getByRole('button', { name: 'Help' }));
  fireEvent(await dialog(), new Event('close'));
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  await press('?', { shiftKey: true });
  await dialog();
  expect(showModal).toHaveBeenCalledTimes(2);
});
