import { fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { act } from 'react';
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { doneAt } from '../../engine';
import { heardBy } from '../../engine/pairs';
import { columnsFor } from '../../layout/columns';
import { changeSetup, openingState, run, setPlayhead, store, toLast, undo } from '../../store';
import { setHeard } from '../../store/actions';
import { ColumnsContext } from '../score/columns-context';
import { OpenPairs, Pairs } from './Pairs';

const show = () =>
  render(
    <ColumnsContext value={columnsFor(662, store.getState().setup.T)}>
      <Pairs />
    </ColumnsContext>,
  );
const region = () => screen.getByRole('region', { name: 'Who hears whom' });
const figure = () => within(region()).getByRole('img');
const said = () => within(region()).getAllByRole('status')[0].textContent?.trim() ?? '';
const goTo = (id: string) => act(() => setPlayhead(doneAt(run(store.getState()).plan, id)));
/** PyTorch's case of the article's network with an error at every step. */
const everyStep = () =>
  act(() => {
    const { edits } = openingState.setup;
    changeSetup({ errorAt: 'every', edits: { ...edits, 'd1.0': 0.2, 'd2.0': 0.4 } });
  });
const open = (heard: 'S' | 'C' | 'Ws' = 'S') => act(() => setHeard(heard));
const press = (...keys: readonly string[]) => {
  for (const key of keys) fireEvent.keyDown(figure(), { key });
};
const numbers = () => Array.from(region().querySelectorAll('.pairs-number'), (text) => text.textContent);

vi.mock('../../engine/pairs', { spy: true });

beforeAll(async () => {
  await OpenPairs.load();
});
beforeEach(() => act(() => store.setState(openingState, true)));

test('closed it is a button, and open it stays so in the state until it is closed', async () => {
  show();
  const button = screen.getByRole('button', { name: 'Who hears whom' });
  expect(button).toHaveAttribute('aria-expanded', 'false');
  expect(within(region()).queryByRole('img')).toBeNull();
  await userEvent.click(button);
  expect(store.getState().heard).toBe('S');
  expect(screen.getByRole('button', { name: 'Who hears whom' })).toHaveAttribute('aria-expanded', 'true');
  await userEvent.click(screen.getByRole('button', { name: 'Who hears whom' }));
  expect(store.getState().heard).toBe('closed');
});

describe('with an error at every step', () => {
  test('a column appears when the backward pass has reached its state, and goes again on the way back', () => {
    everyStep();
    open();
    show();
    goTo('E3');
    expect(numbers()).toEqual([]);
    expect(region()).toHaveTextContent('a column appears when the backward pass has reached its S₃');
    goTo('d:S3');
    expect(numbers()).toEqual(['1.52', '1.52']);
    expect(region()).toHaveTextContent('left at S₃');
    goTo('d:S2');
    expect(numbers()).toEqual(['0.302', '1.21', '0.909', '1.52', '1.52']);
    goTo('d:S3');
    expect(numbers()).toEqual(['1.52', '1.52']);
    act(() => toLast());
    expect(numbers()).toEqual([
      '0.524',
      '0.168',
      '0.674',
      '0.0179',
      '0.302',
      '1.21',
      '0.909',
      '1.52',
      '1.52',
    ]);
  });

  test('arrow keys go from pair to pair and say PyTorch’s numbers', () => {
    everyStep();
    open();
    show();
    act(() => toLast());
    press('End');
    expect(said()).toMatch(/^‖∂E₃\/∂S₃‖ = 1\.52 1\.5183978\d+ · here it sets out$/);
    press('ArrowLeft', 'ArrowLeft');
    expect(said()).toMatch(/^‖∂E₃\/∂S₁‖ = 0\.674 0\.6744621745\d+ · 44.% of ‖∂E₃\/∂S₃‖ · 2 steps back$/);
    press('ArrowUp');
    expect(said()).toMatch(/^‖∂E₂\/∂S₁‖ = 0\.168 0\.1681776894\d+ · 56.% of ‖∂E₂\/∂S₂‖ · one step back$/);
    press('ArrowLeft');
    expect(said()).toMatch(/^E₂ teaches S₁ … S₂ 56.% is left at S₁$/);
    press('ArrowDown', 'ArrowDown', 'ArrowRight');
    // The parts have other signs: together they are less than each.
    expect(said()).toMatch(/^‖δ₁‖ = 0\.0179 .* · S₁ is taught by E₁ … E₃ · their norms add up to 1\.37$/);
    press('Escape');
    expect(said()).toBe('');
  });

  test('pointing lights the way in the network, from the error to the state; leaving puts it out', () => {
    everyStep();
    open();
    const { unmount } = show();
    act(() => toLast());
    press('End', 'ArrowLeft');
    const { path } = store.getState();
    for (const cell of ['E3', 'd:S3', 'd:S2/a3', 'd:S2']) expect(path).toContain(cell);
    expect(path).not.toContain('d:S1');
    expect(path).not.toContain('E2');
    fireEvent.blur(figure());
    expect(store.getState().path.size).toBe(0);
    press('End');
    unmount();
    expect(store.getState().path.size).toBe(0);
  });

  test('terms of Ws, with the gradient that they add up to', () => {
    everyStep();
    open('Ws');
    show();
    act(() => toLast());
    expect(numbers()).toEqual(['0', '0', '0', '0', '0.0971', '0.390', '0.292', '0.834', '0.834']);
    press('End', 'ArrowLeft');
    expect(said()).toMatch(/^‖term of step 2 in ∂E₃\/∂Wₛ‖ = 0\.390 0\.38960067846\d+ · 32.% of ‖∂E₃\/∂Wₛ‖/);
    press('ArrowLeft', 'ArrowLeft');
    expect(said()).toMatch(/^‖∂E₃\/∂Wₛ‖ = 1\.22 1\.22317687\d+ · the terms of steps 1 … 3$/);
  });

  test('the table says the same and is copied with every digit', async () => {
    const user = userEvent.setup();
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    everyStep();
    open();
    show();
    goTo('d:S2');
    await user.click(screen.getByRole('button', { name: 'Table' }));
    const rows = screen
      .getAllByRole('row')
      .map((row) => Array.from(row.children, (cell) => cell.textContent));
    expect(rows).toEqual([
      ['Error', 'S₁', 'S₂', 'S₃'],
      ['E₁', '', '', ''],
      ['E₂', '', '0.302', ''],
      ['E₃', '', '1.21', '1.52'],
      ['all together', '', '0.909', '1.52'],
    ]);
    await user.click(screen.getByRole('button', { name: 'Copy' }));
    expect(screen.getByText('Copied')).toBeInTheDocument();
    const [, , second] = (write.mock.calls[0][0] as string).split('\n');
    const [name, unknown, number] = second.split('\t');
    expect([name, unknown]).toEqual(['E₂', '']);
    expect(Number(number)).toBeCloseTo(0.30182949343814225, 14);
  });
});

test('one error alone has one row, and a button takes the error at every step', async () => {
  open();
  show();
  act(() => toLast());
  expect(numbers()).toEqual(['0.674', '1.21', '1.52']);
  expect(region()).toHaveTextContent('Only E₃ is taken, so there is one row.');
  await userEvent.click(screen.getByRole('button', { name: 'Take the error at every step' }));
  expect(store.getState().setup.errorAt).toBe('every');
  expect(within(region()).getByRole('img')).toHaveAccessibleName(/^3 errors by 3 states/);
  act(() => undo());
  expect(within(region()).getByRole('img')).toHaveAccessibleName(/^One error by 3 states/);
});

test('what truncation cuts is absent, and it is said that this is no 0', () => {
  everyStep();
  act(() => changeSetup({ truncation: { kind: 'window', k: 2 } }));
  open();
  show();
  act(() => toLast());
  // E_3 does not reach the first two states.
  expect(numbers()).toHaveLength(4 + 3);
  press('End', 'ArrowLeft');
  expect(said()).toBe(
    'E₃ does not reach S₂: its window begins at S₃. That is no 0: there is no such gradient.',
  );
  expect(store.getState().path.size).toBe(0);
  act(() => changeSetup({ truncation: { kind: 'horizon', k: 2 } }));
  press('ArrowLeft');
  expect(said()).toContain('its horizon ends at S₂');
});

test('a pair that is 0 is there, hollow and written', () => {
  everyStep();
  act(() => changeSetup({ g1: 'relu', edits: { ...store.getState().setup.edits, 'x3.0': -2 } }));
  open();
  show();
  act(() => toLast());
  const hollow = Array.from(region().querySelectorAll('.pairs-number.is-hollow'), (text) => text.textContent);
  expect(hollow).toEqual(['0', '0']);
});

test('clipping at each step marks what it shortened and says what it would be without', () => {
  everyStep();
  act(() => changeSetup({ clip: 'step', threshold: 0.5 }));
  open();
  show();
  act(() => toLast());
  expect(region()).toHaveTextContent('A corner marks what clipping shortened on its way.');
  press('End', 'ArrowLeft');
  expect(said()).toMatch(/^‖∂Ẽ₃\/∂S₂‖ = 0\.399 .*1\.21 without clipping$/);
  press('ArrowDown', 'ArrowRight');
  expect(said()).toContain('clipped to 0.5');
  expect(region().querySelectorAll('.pairs-mark').length).toBeGreaterThan(2);
  act(() => changeSetup({ clip: 'norm' }));
  expect(region().querySelectorAll('.pairs-mark')).toHaveLength(0);
  press('Escape');
  expect(region()).toHaveTextContent('it leaves every pair as it is');
});

test('an LSTM offers C as well; another cell shows S in its place', async () => {
  act(() => changeSetup({ cell: 'lstm', errorAt: 'every' }));
  open();
  show();
  const choice = within(region()).getByRole('radiogroup', { name: 'Gradient with respect to' });
  await userEvent.click(within(choice).getByRole('radio', { name: 'Cj' }));
  act(() => toLast());
  press('End');
  expect(said()).toMatch(/^‖∂E₃\/∂C₃‖/);
  act(() => changeSetup({ cell: 'gru' }));
  act(() => toLast());
  expect(said()).toMatch(/^‖∂E₃\/∂S₃‖/);
  expect(within(choice).queryByRole('radio', { name: 'Cj' })).toBeNull();
});

test('numbers that are no longer finite leave the drawing whole', () => {
  act(() => {
    const { edits } = openingState.setup;
    changeSetup({ g1: 'identity', errorAt: 'every', edits: { ...edits, 'Ws.0.0': 1e200 } });
  });
  open();
  show();
  act(() => toLast());
  expect(numbers().length).toBeGreaterThan(0);
  for (const rect of region().querySelectorAll('rect'))
    for (const name of ['x', 'y', 'width', 'height']) expect(Number(rect.getAttribute(name))).not.toBeNaN();
});

test('stepping draws one column and leaves the others alone', () => {
  everyStep();
  open();
  show();
  goTo('d:S2');
  const before = region().querySelector('.pairs-number');
  vi.mocked(heardBy).mockClear();
  goTo('d:S1');
  expect(region().contains(before)).toBe(true);
  // Nor is anything computed anew.
  expect(heardBy).not.toHaveBeenCalled();
  act(() => changeSetup({ scale: 0.5 }));
  expect(heardBy).toHaveBeenCalledTimes(1);
});
