import { fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { act } from 'react';
import { beforeEach, expect, test } from 'vitest';
import { deltaNorms, doneAt } from '../../engine';
import { columnsFor } from '../../layout/columns';
import { applyPreset, changeSetup, openingState, run, setPlayhead, store } from '../../store';
import { ColumnsContext } from '../score/columns-context';
import { GradientChart } from './GradientChart';

const show = () =>
  render(
    <ColumnsContext value={columnsFor(700, store.getState().setup.T)}>
      <GradientChart />
    </ColumnsContext>,
  );
/** Moves to where a cell has just been written. */
const goTo = (id: string) => act(() => setPlayhead(doneAt(run(store.getState()).plan, id)));
const chart = () => screen.getByRole('region', { name: 'Gradient reaching each step' });
const rows = () =>
  screen
    .queryAllByRole('row')
    .slice(1)
    .map((row) => row.textContent);

beforeEach(() => act(() => store.setState({ ...openingState })));

test('each norm appears when its gradient is known, not before', () => {
  show();
  goTo('E3');
  expect(screen.queryByRole('table')).toBeNull();
  expect(within(chart()).queryByText('1.52')).toBeNull();
  goTo('d:S3');
  expect(rows()).toEqual(['31.52']);
  goTo('d:a3');
  expect(rows()).toEqual(['31.52']);
  goTo('d:S2');
  expect(rows()).toEqual(['31.52', '21.21']);
  expect(chart()).toHaveTextContent('shrinks × 0.80 per step so far');
  expect(chart()).not.toHaveTextContent('0.674');
  goTo('d:S1');
  expect(rows()).toEqual(['31.52', '21.21', '10.674']);
  expect(chart()).toHaveTextContent('shrinks × 0.67 per step');
  expect(chart()).toHaveTextContent('44 % left');
  expect(within(chart()).getByText(/^t = 1: 0\.67446217452166/)).toBeInTheDocument();
});

test('a line of the trend opens a table of all that is drawn, and what is copied has every digit', async () => {
  const user = userEvent.setup();
  act(() => changeSetup({ clip: 'step', threshold: 1 }));
  show();
  goTo('d:S1');
  await user.click(screen.getByRole('button', { name: /table of the norms/ }));
  const table = await screen.findByRole('region', { name: /^Norm of the gradient of E₃/ });
  const heads = within(table).getAllByRole('columnheader');
  expect(heads.map((head) => head.textContent)).toEqual([
    ...['Step', 'Norm that came in', 'Norm that flows on', 'Norm without clipping', 'Bound'],
  ]);
  // Once, not again for those who don't see it.
  expect(screen.getAllByRole('table')).toHaveLength(1);
  expect(rows()).toEqual(['31.5211.521.52', '20.7970.7971.211.21', '10.4440.4440.6740.972']);
  await user.click(within(chart()).getByRole('button', { name: 'Copy table' }));
  const [, third, , first] = (await navigator.clipboard.readText()).split('\n');
  const { trace, unclipped } = run(store.getState());
  expect(third.split('\t').map(Number)).toEqual([
    ...[3, deltaNorms(trace)[3], 1, deltaNorms(unclipped)[3], deltaNorms(unclipped)[3]],
  ]);
  expect(Number(first.split('\t')[4])).toBeCloseTo(deltaNorms(unclipped)[3] * 0.8 ** 2, 12);
  await user.click(screen.getByRole('button', { name: /table of the norms/ }));
  expect(screen.getAllByRole('table')).toHaveLength(1);
  expect(screen.queryByRole('region', { name: /^Norm of the gradient/ })).toBeNull();
});

test('of an LSTM the table has the gradient of C, as far as it is known', async () => {
  act(() => changeSetup({ cell: 'lstm' }));
  show();
  goTo('d:S2');
  await userEvent.click(screen.getByRole('button', { name: /table of the norms/ }));
  const table = await screen.findByRole('region', { name: /^Norm of the gradient/ });
  expect(within(table).getAllByRole('columnheader')[2]).toHaveTextContent('Norm of C');
  const [, last, before] = within(table).getAllByRole('row');
  expect(within(last).getAllByRole('cell')).toHaveLength(2);
  expect(within(before).getAllByRole('cell')[1]).toBeEmptyDOMElement();
});

test('of an LSTM’s C nothing is said of steps that truncation cuts off from the chosen error', () => {
  act(() => changeSetup({ cell: 'lstm', T: 5, errorAt: 'every', truncation: { kind: 'window', k: 2 } }));
  show();
  act(() => setPlayhead(run(store.getState()).plan.ops.length));
  const table = screen.getByRole('table', {
    name: 'Norm of the gradient of C that reaches each step so far',
  });
  expect(
    within(table)
      .getAllByRole('row')
      .map((row) => row.textContent?.[0]),
  ).toEqual(['5']);
  expect(table).not.toHaveTextContent('NaN');
});

test('going back takes away what is not yet known', () => {
  show();
  goTo('d:S1');
  goTo('d:S3');
  expect(rows()).toEqual(['31.52']);
});

test('a switch makes the scale linear', async () => {
  show();
  const group = screen.getByRole('radiogroup', { name: 'Scale of the chart' });
  await userEvent.click(within(group).getByRole('radio', { name: 'Linear' }));
  expect(store.getState().chartScale).toBe('linear');
  expect(within(chart()).getByText('0')).toBeInTheDocument();
});

test('with an error at every step one chooses whose gradient it is', async () => {
  act(() => changeSetup({ errorAt: 'every' }));
  show();
  goTo('d:S1');
  expect(rows()[0]).toBe('31.52');
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Gradient of' }), 'E₂ alone');
  expect(screen.getByRole('table', { name: /gradient of E₂/ })).toBeInTheDocument();
  expect(rows()).toHaveLength(2);
});

test('with clipping what came in and what flows on stand beside the unclipped run', () => {
  act(() => changeSetup({ clip: 'step', threshold: 1 }));
  show();
  goTo('clip:S3');
  expect(rows()).toEqual(['31.5211.52']);
  expect(chart()).toHaveTextContent('1.52');
});

test('the threshold is a slider of arrow keys, and the run follows', () => {
  act(() => changeSetup({ clip: 'step', threshold: 1 }));
  show();
  goTo('d:S1');
  const slider = screen.getByRole('slider', { name: 'Clip threshold line' });
  const before = slider.getAttribute('transform');
  fireEvent.keyDown(slider, { key: 'ArrowDown' });
  fireEvent.keyUp(slider, { key: 'ArrowDown' });
  expect(store.getState().setup.threshold).toBe(0.944);
  expect(slider).toHaveAttribute('aria-valuenow', '0.944');
  expect(slider).toHaveAttribute('aria-valuetext', 'clip above 0.944');
  expect(slider.getAttribute('transform')).not.toBe(before);
  expect(rows()[0]).toBe('31.520.9441.52');
  fireEvent.keyDown(slider, { key: 'End' });
  fireEvent.keyUp(slider, { key: 'End' });
  expect(store.getState().setup.threshold).toBe(10);
  expect(rows()[0]).toBe('31.521.521.52');
});

test('while presenting the page keys are left to the clicker', () => {
  act(() => changeSetup({ clip: 'step', threshold: 1 }));
  act(() => store.setState({ presenting: true }));
  show();
  fireEvent.keyDown(screen.getByRole('slider'), { key: 'PageDown' });
  expect(store.getState().setup.threshold).toBe(1);
});

test('a threshold beyond the scale is pinned and says so', () => {
  act(() => changeSetup({ clip: 'step', threshold: 50 }));
  show();
  const slider = screen.getByRole('slider');
  expect(slider).toHaveAttribute('aria-valuetext', 'clip above 50, above the chart’s scale');
  expect(slider).toHaveTextContent('↑ 50');
});

test('the scale does not move with the threshold', () => {
  act(() => applyPreset('clipped'));
  show();
  const axis = () => chart().querySelector('.chart-axis')?.innerHTML;
  const before = axis();
  act(() => changeSetup({ threshold: 40 }));
  expect(axis()).toBe(before);
});

test('a gradient of 0 and one that overflows are said in words', () => {
  act(() => changeSetup({ edits: { ...openingState.setup.edits, 'Ws.0.0': 0 } }));
  show();
  goTo('d:S1');
  expect(chart()).toHaveTextContent('is 0 by now');
  act(() =>
    changeSetup({
      g1: 'identity',
      edits: { ...openingState.setup.edits, 'Ws.0.0': 1e200, 'x1.0': 0, 'x2.0': 0 },
    }),
  );
  goTo('d:S1');
  expect(chart()).toHaveTextContent('overflows: ∞');
});

test('where nothing sets out no factor per step is told, not even in a title', () => {
  act(() => changeSetup({ edits: { ...openingState.setup.edits, 'Wy.0.0': 0 } }));
  show();
  goTo('d:S1');
  expect(chart()).toHaveTextContent('is 0 by now');
  expect(document.body.innerHTML).not.toContain('NaN');
});
