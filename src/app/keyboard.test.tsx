import { fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Commands, listenToKeys } from './keyboard';

const commands = {
  stride: vi.fn(),
  timeStep: vi.fn(),
  clicker: vi.fn(),
  togglePlay: vi.fn(),
  first: vi.fn(),
  last: vi.fn(),
  togglePresent: vi.fn(),
  leave: vi.fn(),
  toggleChartScale: vi.fn(),
  openCliff: vi.fn(),
  openMoments: vi.fn(),
  toggleTraining: vi.fn(),
  toggleFold: vi.fn(),
  togglePanel: vi.fn(),
  undo: vi.fn(),
  redo: vi.fn(),
  reveal: vi.fn(),
  help: vi.fn(),
} satisfies Commands;
let stop: () => void;
beforeEach(() => {
  stop = listenToKeys(commands);
});
afterEach(() => {
  stop();
  vi.clearAllMocks();
});

const press = (key: string, on: Element = document.body, init: KeyboardEventInit = {}) =>
  fireEvent.keyDown(on, { key, code: key === ' ' ? 'Space' : key, ...init });
const calls = () =>
  Object.entries(commands).flatMap(([name, command]) =>
    command.mock.calls.map((args: unknown[]) => [name, ...args]),
  );

test.each<[string, KeyboardEventInit, unknown[]]>([
  ['ArrowRight', {}, ['stride', 1]],
  ['ArrowLeft', {}, ['stride', -1]],
  ['ArrowRight', { shiftKey: true }, ['timeStep', 1]],
  ['ArrowLeft', { shiftKey: true }, ['timeStep', -1]],
  ['PageDown', {}, ['clicker', 1]],
  ['PageUp', {}, ['clicker', -1]],
  ['p', {}, ['togglePresent']],
  ['P', {}, ['togglePresent']],
  ['l', {}, ['toggleChartScale']],
  ['c', {}, ['openCliff']],
  ['m', {}, ['openMoments']],
  ['t', {}, ['toggleTraining']],
  ['f', {}, ['toggleFold']],
  ['[', {}, ['togglePanel', 'left']],
  [']', {}, ['togglePanel', 'right']],
  ['z', { ctrlKey: true }, ['undo']],
  ['Z', { ctrlKey: true, shiftKey: true }, ['redo']],
  ['?', { shiftKey: true }, ['help']],
  ['?', {}, ['help']],
])('%s with %o does %j once', (key, init, expected) => {
  press(key, document.body, init);
  expect(calls().map((call) => call.slice(0, expected.length))).toEqual([expected]);
});

test.each([
  [' ', 'togglePlay'],
  ['Home', 'first'],
  ['End', 'last'],
  ['Escape', 'leave'],
] as const)('“%s” does %s', (key, name) => {
  press(key);
  expect(calls().map(([called]) => called)).toEqual([name]);
});

test('other chords are left to the browser', () => {
  press('p', document.body, { ctrlKey: true });
  press('f', document.body, { ctrlKey: true });
  press('l', document.body, { metaKey: true });
  press('ArrowLeft', document.body, { altKey: true });
  expect(calls()).toEqual([]);
});

test('a text field keeps all keys', () => {
  render(<input aria-label="Seed" type="text" />);
  const box = screen.getByRole('textbox');
  for (const key of ['ArrowLeft', ' ', 'p', 'Home', 'PageDown', '?']) press(key, box);
  press('z', box, { ctrlKey: true });
  expect(calls()).toEqual([]);
});

test('a slider keeps arrows, Home and End, and leaves a clicker its keys', () => {
  render(
    <>
      <input aria-label="T" type="range" />
      <div role="slider" aria-label="Clip" aria-valuenow={1} tabIndex={0} />
    </>,
  );
  for (const slider of screen.getAllByRole('slider')) {
    for (const key of ['ArrowLeft', 'ArrowUp', 'Home', 'End']) press(key, slider);
    press('ArrowLeft', slider, { shiftKey: true });
    expect(calls()).toEqual([]);
    press('PageDown', slider);
    press(' ', slider);
    expect(calls().map(([name]) => name)).toEqual(['clicker', 'togglePlay']);
    vi.clearAllMocks();
  }
});

test('a button keeps Space and Enter, a radio button its arrows', () => {
  render(
    <>
      <button type="button">Share</button>
      <input type="radio" aria-label="Off" />
    </>,
  );
  press(' ', screen.getByRole('button'));
  press('ArrowLeft', screen.getByRole('radio'));
  press(' ', screen.getByRole('radio'));
  expect(calls()).toEqual([]);
  press('ArrowRight', screen.getByRole('button'));
  press('p', screen.getByRole('radio'));
  expect(calls().map(([name]) => name)).toEqual(['stride', 'togglePresent']);
});

test('a key that a component has handled is not handled again', () => {
  render(
    <button type="button" onKeyDown={(event) => event.preventDefault()}>
      Handle
    </button>,
  );
  press('ArrowRight', screen.getByRole('button'));
  expect(calls()).toEqual([]);
});

test('an open dialog keeps all keys', () => {
  render(
    <dialog open>
      <button type="button">Close</button>
    </dialog>,
  );
  press('ArrowRight', screen.getByRole('button'));
  press('Escape', screen.getByRole('button'));
  expect(calls()).toEqual([]);
});
