import { fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { act } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openingState, store } from '../../store';
import { applyPreset, changeSetup, fold, setPlayhead } from '../../store/actions';
import { openTalkList } from '../../store/clicker';
import { compare } from '../../store/comparing';
import { decodeLink } from '../../store/link';
import { mark } from '../../store/talk';
import { TalkList } from './Talk';

beforeEach(() => {
  store.setState(openingState, true);
  // jsdom knows no modal dialogs.
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.setAttribute('open', '');
  };
  HTMLDialogElement.prototype.close = function close() {
    this.removeAttribute('open');
    this.dispatchEvent(new Event('close'));
  };
});

afterEach(() => {
  vi.restoreAllMocks();
});

const open = async () => {
  const user = userEvent.setup();
  render(<TalkList />);
  act(() => openTalkList(true));
  await screen.findByRole('dialog', { name: 'Moments' });
  return user;
};

/** Three moments of the article's network, of which the second is folded. */
const markThree = () => {
  for (const [title, playhead] of [
    ['one', 3],
    ['two', 24],
    ['three', 39],
  ] as const) {
    setPlayhead(playhead);
    if (title === 'two') fold(true);
    mark(title);
  }
};

const rows = () => screen.getAllByRole('listitem');
const titles = () => rows().map((row) => (within(row).getByRole('textbox') as HTMLInputElement).value);
const press = (name: string) => screen.getByRole('button', { name });
const said = () => screen.getByRole('status').textContent;

test('what is shown is marked under the title that is proposed, at once, or under another one', async () => {
  act(() => {
    applyPreset('vanishing');
    setPlayhead(70);
  });
  const user = await open();
  expect(screen.getByText(/No moment is marked yet/)).toBeVisible();
  expect(press('Share as link')).toBeDisabled();
  expect(press('Mark this moment')).toHaveFocus();
  await user.keyboard('{Enter}');
  const title = screen.getByRole('textbox', { name: 'Title' });
  await user.clear(title);
  await user.type(title, '  The last  of it {Enter}');
  expect(titles()).toEqual(['Vanishing: backward, t = 10', 'The last of it']);
  expect(said()).toBe('“The last of it” is marked, as the last of 2 moments.');
  expect(title).toHaveValue('Vanishing: backward, t = 10');
});

test.each<[string, () => void]>([
  ['Article, T = 3: start', () => {}],
  ['Article, T = 3: forward, t = 1', () => setPlayhead(1)],
  ['Article, T = 3: update', () => setPlayhead(39)],
  ['GRU, T = 3: start', () => changeSetup({ cell: 'gru' })],
  ['RNN, LSTM, GRU compared: start', () => compare('cells')],
  ['2 set-ups compared: start', () => compare('thresholds')],
])('the title that is proposed: %s', async (title, prepare) => {
  act(prepare);
  await open();
  expect(screen.getByRole('textbox', { name: 'Title' })).toHaveValue(title);
});

test('each moment is told by cell, T and operation, in the letters of the convention', async () => {
  act(markThree);
  await open();
  expect(rows()[1]).toHaveTextContent('RNN · T = 3 · operation 24 of 39 · backward · t = 2 · δ₂');
  expect(rows()[2]).toHaveAttribute('aria-current', 'step');
  act(() => store.setState({ convention: 'a hyL Whh' }));
  expect(rows()[0]).toHaveTextContent('operation 3 of 39 · forward · t = 1 · o₁');
  expect(rows()[1]).toHaveTextContent('∂L₃/∂h₂');
});

test('the order is changed by keyboard, and the focus stays with what is moved', async () => {
  act(markThree);
  const user = await open();
  press('Move moment 3 up').focus();
  await user.keyboard('{Enter}');
  expect(titles()).toEqual(['one', 'three', 'two']);
  expect(press('Move moment 2 up')).toHaveFocus();
  expect(said()).toBe('“three” is now 2 of 3.');
  await user.keyboard('{Enter}');
  expect(titles()).toEqual(['three', 'one', 'two']);
  // At the top there is only the way down.
  expect(press('Move moment 1 up')).toBeDisabled();
  expect(press('Move moment 1 down')).toHaveFocus();
});

test('a moment is dragged to another place; nothing moves before it is let go', async () => {
  act(markThree);
  await open();
  rows().forEach((row, index) => {
    row.getBoundingClientRect = () => new DOMRect(0, index * 50, 100, 50);
  });
  const handle = rows()[0].querySelector('.talk-handle') as HTMLElement;
  handle.setPointerCapture = () => {};
  fireEvent.pointerDown(handle, { button: 0, clientY: 10 });
  fireEvent.pointerMove(handle, { clientY: 90 });
  expect(titles()).toEqual(['one', 'two', 'three']);
  fireEvent.pointerUp(handle, { clientY: 90 });
  expect(titles()).toEqual(['two', 'one', 'three']);
  fireEvent.pointerDown(handle, { button: 0, clientY: 60 });
  fireEvent.pointerMove(handle, { clientY: 400 });
  fireEvent.pointerCancel(handle);
  expect(titles()).toEqual(['two', 'one', 'three']);
});

test('a title is typed over: Enter keeps it, Escape gives it up, an empty one is none', async () => {
  act(markThree);
  const user = await open();
  const title = screen.getByRole('textbox', { name: 'Title of moment 2' });
  await user.clear(title);
  await user.type(title, 'the second{Enter}');
  await user.type(screen.getByRole('textbox', { name: 'Title of moment 1' }), ' more{Escape}');
  await user.clear(screen.getByRole('textbox', { name: 'Title of moment 3' }));
  await user.tab();
  expect(titles()).toEqual(['one', 'the second', 'three']);
  expect(store.getState().talk.map((one) => one.title)).toEqual(['one', 'the second', 'three']);
  expect(screen.getByRole('dialog')).toBeVisible();
});

test('going to a moment shows it and closes the list', async () => {
  act(markThree);
  const user = await open();
  await user.click(press('Go to moment 1'));
  expect(store.getState()).toMatchObject({ playhead: 3, folded: false });
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('a moment is replaced by what is shown, or removed; undo brings it back', async () => {
  act(markThree);
  act(() => changeSetup({ cell: 'lstm' }));
  const user = await open();
  await user.click(press('Replace moment 1 by the present one'));
  expect(rows()[0]).toHaveTextContent('LSTM');
  await user.click(press('Remove moment 2'));
  expect(titles()).toEqual(['one', 'three']);
  expect(press('Remove moment 2')).toHaveFocus();
  await user.click(press('Undo'));
  expect(titles()).toEqual(['one', 'two', 'three']);
  await user.click(press('Remove moment 3'));
  await user.click(press('Remove moment 2'));
  await user.click(press('Remove moment 1'));
  expect(press('Mark this moment')).toHaveFocus();
});

test('the link that is copied opens the talk at its first moment; where copying is refused it is there to be copied', async () => {
  act(markThree);
  const user = await open();
  await user.click(press('Share as link'));
  const link = await navigator.clipboard.readText();
  expect(said()).toMatch(/^Link copied: 3 moments, \d+ characters\.$/);
  expect(decodeLink(new URL(link).hash)).toMatchObject({ shown: 0, position: { pass: 'forward', t: 1 } });
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('no'));
  await user.click(press('Share as link'));
  expect(await screen.findByRole('textbox', { name: 'Link to the talk' })).toHaveValue(link);
  expect(said()).toMatch(/It is selected/);
});

test('presented from the first, the list is closed', async () => {
  act(markThree);
  const user = await open();
  await user.click(press('Present from the first'));
  expect(store.getState()).toMatchObject({ presenting: true, playhead: 3, isTalkOpen: false });
});
