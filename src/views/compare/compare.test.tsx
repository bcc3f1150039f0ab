import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { act } from 'react';
import { beforeEach, describe, expect, it, test } from 'vitest';
import { doneAt } from '../../engine';
import { columnsFor } from '../../layout/columns';
import { applyPreset, changeSetup, openingState, run, setPlayhead, store, toLast, undo } from '../../store';
import { compare } from '../../store/comparing';
import { RenderCounter } from '../network/renders';
import { ColumnsContext } from '../score/columns-context';
import { Comparison } from './Comparison';
import { movedApart } from './EndLabels';

const show = (count: (id: string) => void = () => {}) =>
  render(
    <ColumnsContext value={columnsFor(662, store.getState().setup.T)}>
      <RenderCounter value={count}>
        <Comparison part="head" />
        <Comparison part="rows" />
        <Comparison part="foot" />
      </RenderCounter>
    </ColumnsContext>,
  );
const region = (name: string) => screen.getByRole('region', { name });
const states = (name: string) =>
  within(region(name))
    .queryAllByRole('img', { name: /^S \d/ })
    .map((node) => node.getAttribute('aria-label') ?? '');
const goTo = (id: string) => act(() => setPlayhead(doneAt(run(store.getState()).plan, id)));
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));

beforeEach(() => act(() => store.setState(openingState, true)));

test('each stave shows its own network, at the same moment as the others', () => {
  compare('cells');
  show();
  goTo('S2');
  expect(['A: RNN', 'B: LSTM', 'C: GRU'].map((name) => states(name).length)).toEqual([2, 2, 2]);
  expect(states('A: RNN')[0]).toBe('S 1, value 0.462');
  goTo('d:S3');
  expect(states('A: RNN').at(-1)).toBe('S 3, value −0.0592, gradient −1.52');
  expect(states('B: LSTM').at(-1)).toMatch(/^S 3, value .*, gradient −1\.39$/);
  for (const name of ['A: RNN', 'B: LSTM', 'C: GRU'])
    expect(states(name).filter((state) => state.includes('gradient'))).toHaveLength(1);
});

test('nothing of what is to come is in the chart or in its table', async () => {
  compare('cells');
  show();
  goTo('E3');
  await userEvent.click(screen.getByText('Table of the norms'));
  const rows = () => within(screen.getByRole('table')).getAllByRole('row').slice(1);
  expect(rows()).toHaveLength(0);
  goTo('d:S2');
  const text = rows().map((row) => row.textContent);
  expect(text).toHaveLength(2);
  expect(text[0]).toMatch(/^31\.52/);
  expect(within(region('Gradient reaching each step')).getAllByText(/^t = \d/)).toHaveLength(2);
});

test('a line says what differs, and a copy makes it the same', async () => {
  compare('cells');
  show();
  const head = region('Comparison');
  expect(head).toHaveTextContent(
    'Different: Cell RNN · LSTM · GRU. All else is the same, sequence and seed included.',
  );
  await press('Copy A to B');
  await press('Copy A to C');
  expect(head).toHaveTextContent('Nothing differs: A, B and C are the same set-up.');
  act(() => undo());
  expect(head).toHaveTextContent('Different: Cell RNN · RNN · GRU.');
});

test('one is chosen by its radio button or by working in it, and what is set is its own', async () => {
  compare('thresholds');
  show();
  const choice = (name: string) => screen.getByRole('radio', { name });
  expect(choice('A: θ = 1')).toBeChecked();
  await userEvent.click(choice('B: θ = 0.1'));
  expect(choice('B: θ = 0.1')).toBeChecked();
  act(() => changeSetup({ threshold: 0.05 }));
  expect(choice('B: θ = 0.05')).toBeChecked();
  await userEvent.click(within(region('A: θ = 1')).getByRole('button', { name: /^S 0/ }));
  expect(choice('A: θ = 1')).toBeChecked();
  expect(screen.getByRole('button', { name: 'Copy A to B' })).toBeVisible();
});

test('another is added, and one is taken away until one is alone', async () => {
  compare('scales');
  show();
  await press('Add a copy of A');
  expect(screen.queryByRole('button', { name: /^Add/ })).toBeNull();
  await press('Remove A');
  expect(screen.getAllByRole('radio', { name: /^[ABC]/ })).toHaveLength(2);
  await press('Remove A');
  expect(store.getState().comparison).toBeNull();
});

test('the table is copied with every digit', async () => {
  const user = userEvent.setup();
  compare('thresholds');
  act(() => toLast());
  show();
  await user.click(screen.getByText('Table of the norms'));
  await user.click(screen.getByRole('button', { name: 'Copy table' }));
  const [head, ...rows] = (await navigator.clipboard.readText()).split('\n').map((line) => line.split('\t'));
  expect(head).toEqual([
    'Step',
    'A: θ = 1, came in',
    'A: θ = 1, flows on',
    'B: θ = 0.1, came in',
    'B: θ = 0.1, flows on',
  ]);
  expect(rows.map(([step]) => step)).toEqual(['3', '2', '1']);
  const [came, flows, otherCame, otherFlows] = rows[0].slice(1).map(Number);
  expect(came).toBeCloseTo(1.5183978049309437, 14);
  expect(otherCame).toBe(came);
  expect([flows, otherFlows]).toEqual([1, 0.1]);
});

test('the forget gates are an overlay that is said to be a part, and can be taken off', async () => {
  compare('cells');
  act(() => toLast());
  const { container } = show();
  const chart = region('Gradient reaching each step');
  expect(chart).toHaveTextContent('f: only a part');
  expect(container.querySelector('.compare-forget')).not.toBeNull();
  await userEvent.click(within(chart).getByRole('checkbox', { name: 'Forget gate f' }));
  expect(container.querySelector('.compare-forget')).toBeNull();
});

describe('the labels at the lines’ ends', () => {
  it('stay where they are where there is room, else move apart within the drawing', () => {
    expect(movedApart([20, 60, 100], 17, 12, 158)).toEqual([20, 60, 100]);
    expect(movedApart([50, 50, 50], 17, 12, 158)).toEqual([50, 67, 84]);
    expect(movedApart([150, 151], 17, 12, 158)).toEqual([141, 158]);
    expect(movedApart([], 17, 12, 158)).toEqual([]);
  });
});

it('a step renders each node of three networks at most once', () => {
  applyPreset('vanishing');
  changeSetup({ H: 8 });
  compare('cells');
  const counts = new Map<string, number>();
  show((id) => counts.set(id, (counts.get(id) ?? 0) + 1));
  const end = run(store.getState()).plan.ops.length;
  act(() => setPlayhead(end));
  for (let done = end - 1; done > end - 25; done--) {
    counts.clear();
    act(() => setPlayhead(done));
    // One of each name in each of three staves.
    for (const [id, count] of counts) expect(count, `${id} at ${done}`).toBeLessThanOrEqual(3);
    expect([...counts.values()].reduce((a, b) => a + b, 0)).toBeLessThan(60);
  }
}, 30_000);
