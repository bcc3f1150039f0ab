import { fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { act, Profiler } from 'react';
import { beforeEach, expect, test, vi } from 'vitest';
import { columnsFor } from '../../layout/columns';
import { openingState, run, setPlayhead, store } from '../../store';
import { ColumnsContext } from '../score/columns-context';
import { centres, height } from './places';
import { segmentsOf } from './segments';
import { Timeline } from './Timeline';
import { Transport } from './Transport';

const columns = columnsFor(700, 3);
const show = (onRender = () => {}) =>
  render(
    <ColumnsContext value={columns}>
      <Profiler id="timeline" onRender={onRender}>
        <Timeline />
      </Profiler>
      <Transport />
    </ColumnsContext>,
  );
const slider = () => screen.getByRole('slider', { name: 'Step' });
const playhead = () => store.getState().playhead;
const plan = () => run(store.getState()).plan;

beforeEach(() => act(() => store.setState({ ...openingState })));

test('the slider says where it stands', () => {
  show();
  expect(slider()).toHaveAttribute('aria-valuemax', String(plan().ops.length));
  expect(slider()).toHaveAttribute('aria-valuetext', 'start, before the first of 39 operations');
  const at = plan().cells.get('d:S2')?.doneAt ?? 0;
  act(() => setPlayhead(at));
  expect(slider()).toHaveAttribute('aria-valuenow', String(at));
  expect(slider()).toHaveAttribute(
    'aria-valuetext',
    `operation ${at} of 39, backward, t = 2: gradient of S 2`,
  );
  expect(screen.getByText(`operation ${at} of 39 · backward · t = 2`)).toBeInTheDocument();
});

test('keys: an operation, a time step, the ends', () => {
  show();
  const press = (key: string) => fireEvent.keyDown(slider(), { key });
  press('ArrowRight');
  expect(playhead()).toBe(1);
  press('PageDown');
  expect(playhead()).toBe(4);
  press('PageDown');
  expect(playhead()).toBe(8);
  press('PageUp');
  expect(playhead()).toBe(4);
  press('ArrowLeft');
  expect(playhead()).toBe(3);
  press('End');
  expect(playhead()).toBe(39);
  press('Home');
  expect(playhead()).toBe(0);
  expect(press('a')).toBe(true);
});

test('a press jumps to the operation under it, a drag follows once a frame', () => {
  vi.useFakeTimers({ toFake: ['requestAnimationFrame', 'cancelAnimationFrame'] });
  show();
  const svg = slider().closest('svg') as SVGSVGElement;
  svg.getBoundingClientRect = () => new DOMRect(0, 0, columns.total, height);
  const { all } = segmentsOf(plan(), columns);
  const place = (index: number) => ({
    clientX: all[index].x + all[index].width / 2,
    clientY: centres[all[index].op.pass],
    button: 0,
    pointerId: 1,
  });
  act(() => void fireEvent.pointerDown(slider(), place(20)));
  expect(playhead()).toBe(21);
  const written = vi.fn();
  const stop = store.subscribe(written);
  fireEvent.pointerMove(slider(), place(22));
  fireEvent.pointerMove(slider(), place(25));
  expect(playhead()).toBe(21);
  act(() => void vi.advanceTimersToNextFrame());
  expect(playhead()).toBe(26);
  expect(written).toHaveBeenCalledTimes(1);
  fireEvent.pointerMove(slider(), place(28));
  fireEvent.pointerUp(slider());
  expect(playhead()).toBe(29);
  stop();
  vi.useRealTimers();
});

test('a playhead that moves within a step draws no row again', () => {
  const rendered = vi.fn();
  show(rendered);
  act(() => setPlayhead(1));
  rendered.mockClear();
  act(() => setPlayhead(2));
  expect(rendered).not.toHaveBeenCalled();
});

test('the transport steps, runs to the ends, plays and pauses', async () => {
  show();
  const user = userEvent.setup();
  const press = (name: string) => user.click(screen.getByRole('button', { name }));
  await press('Next step');
  expect(playhead()).toBe(1);
  await press('Previous step');
  expect(playhead()).toBe(0);
  await press('Last step');
  expect(playhead()).toBe(39);
  await press('First step');
  expect(playhead()).toBe(0);
  await press('Play');
  expect(store.getState().playing).toBe(true);
  await press('Pause');
  expect(store.getState().playing).toBe(false);
});

test('stride and speed are chosen', async () => {
  show();
  const user = userEvent.setup();
  const group = screen.getByRole('radiogroup', { name: 'Stride' });
  await user.click(within(group).getByRole('radio', { name: 'Pass' }));
  await user.click(screen.getByRole('button', { name: 'Next step' }));
  expect(playhead()).toBe(plan().bounds.backward);
  await user.selectOptions(screen.getByRole('combobox', { name: 'Speed' }), '2 ×');
  expect(store.getState().speed).toBe(2);
});
