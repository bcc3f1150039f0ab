import { act, render, screen } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { applyPreset, setPlayhead, setTheme, setThreshold, step } from './actions';
import { editEntry } from './entries';
import { useCell, useRun, useTheme } from './hooks';
import { run } from './run';
import { openingState, store } from './state';

beforeEach(() => store.setState(openingState, true));

let renders: Record<string, number> = {};
const Cell = ({ id }: { id: string }) => {
  const value = useCell(id);
  renders[id] = (renders[id] ?? 0) + 1;
  return <output aria-label={id}>{`${value ?? 'blank'}`}</output>;
};
const show = (...ids: string[]) => {
  renders = {};
  render(ids.map((id) => <Cell key={id} id={id} />));
};
const said = (id: string) => screen.getByLabelText(id).textContent;

test('a cell is blank until its operation is done', () => {
  show('x1', 'a1', 'S1');
  expect([said('x1'), said('a1'), said('S1')]).toEqual(['1', 'blank', 'blank']);
  act(() => step(1));
  expect([said('x1'), said('a1'), said('S1')]).toEqual(['1', '0.5', 'blank']);
  act(() => step(1));
  expect([said('x1'), said('a1')]).toEqual(['1', '0.5']);
  expect(said('S1')).toMatch(/^0\.46211715726\d+$/);
});

test('stepping draws a cell again only when it appears', () => {
  show('x1', 'S1', 'd:Ws');
  const end = run(store.getState()).plan.ops.length;
  for (let playhead = 1; playhead <= end; playhead++) act(() => setPlayhead(playhead));
  expect(renders).toEqual({ x1: 1, S1: 2, 'd:Ws': 2 });
  expect(said('d:Ws')).toMatch(/^-1\.2231768707922\d*$/);
});

test('a dragged threshold draws no forward cell again, and an edit only what it changes', () => {
  act(() => applyPreset('clipped'));
  show('S9', 'x9', 'clip:S9', 'S1');
  const before = { ...renders };
  act(() => setThreshold(0.4));
  expect(renders).toEqual({ ...before, 'clip:S9': (before['clip:S9'] ?? 0) + 1 });
  act(() => void editEntry('x5.0', 0.5));
  expect(renders.S9).toBe((before.S9 ?? 0) + 1);
  expect(renders.S1).toBe(before.S1);
});

test('useRun draws again only when there is another run', () => {
  let count = 0;
  const Counter = () => {
    count++;
    return <output>{useRun().plan.shape.T}</output>;
  };
  render(<Counter />);
  act(() => step(1));
  act(() => step(1));
  expect(count).toBe(1);
  act(() => applyPreset('vanishing'));
  expect(count).toBe(2);
});

test('the theme is the system’s unless one is chosen, and the choice is remembered', () => {
  const Theme = () => <output>{useTheme()}</output>;
  render(<Theme />);
  expect(screen.getByRole('status').textContent).toBe('light');
  act(() => setTheme('dark'));
  expect(screen.getByRole('status').textContent).toBe('dark');
  expect(localStorage.getItem('unrolled.theme')).toBe('dark');
  act(() => setTheme('system'));
  expect(screen.getByRole('status').textContent).toBe('light');
});
