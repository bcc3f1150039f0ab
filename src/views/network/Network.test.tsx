import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { columnsFor } from '../../layout/columns';
import { changeSetup, openingState, point, run, setPlayhead, store, toLast } from '../../store';
import { ColumnsContext } from '../score/columns-context';
import { Network } from './Network';

beforeEach(() => store.setState(openingState, true));

const show = () =>
  render(
    <ColumnsContext value={columnsFor(662, store.getState().setup.T)}>
      <Network />
    </ColumnsContext>,
  );
const region = () => screen.getByRole('region', { name: 'Unrolled network' });

/** Puts the playhead behind the operation that writes a cell. */
const goTo = (cell: string) =>
  act(() => setPlayhead(run(store.getState()).plan.cells.get(cell)?.doneAt ?? -1));

describe('the unrolled network', () => {
  it('shows nothing before the first operation but what is given', () => {
    show();
    expect(within(region()).queryByRole('img')).toBeNull();
    for (const name of [
      /^x 1, value 1/,
      /^x 2, value 0.5/,
      /^x 3, value −1/,
      /^d 3, value 0.7/,
      /^S 0, value 0/,
    ])
      expect(within(region()).getByRole('button', { name })).toBeInTheDocument();
  });

  it('says on hovering how long the gradient is and what is left of it, to the last digit', () => {
    show();
    act(() => toLast());
    const said = [...region().querySelectorAll('.network-stream title')].map(
      ({ textContent }) => textContent,
    );
    expect(said[2]).toMatch(
      /^‖δ₂‖ = 1\.21046125164714\d+ · 80\s% of δ₃ arrives at S₂: × 0\.79719639195750\d+$/,
    );
  });

  it('shows each number as its operation is done', () => {
    show();
    goTo('a1');
    expect(within(region()).getByRole('img', { name: 'a 1, value 0.5' })).toBeInTheDocument();
    goTo('S1');
    expect(within(region()).getByRole('img', { name: 'S 1, value 0.462' })).toBeInTheDocument();
    expect(within(region()).queryByRole('img', { name: /^S 2/ })).toBeNull();
  });

  it('tells the numbers of the article at the end, and forgets them on the way back', () => {
    show();
    act(() => toLast());
    for (const name of [
      'S 1, value 0.462, gradient −0.674',
      'S 2, value 0.551, gradient −1.21',
      'S 3, value −0.0592, gradient −1.52',
    ])
      expect(within(region()).getByRole('img', { name })).toBeInTheDocument();
    expect(within(region()).getByRole('img', { name: /0\.576/ })).toBeInTheDocument();
    expect(within(region()).getByText('80 %')).toBeInTheDocument();
    act(() => setPlayhead(0));
    expect(within(region()).queryByRole('img')).toBeNull();
  });

  it('lights up what is pointed at in an equation', () => {
    const { container } = show();
    goTo('d:a1');
    expect(container.querySelectorAll('.network-edge.is-points')).toHaveLength(0);
    act(() => point('Ws'));
    expect(container.querySelectorAll('.network-edge.is-points')).toHaveLength(3);
    act(() => point('x2'));
    expect(container.querySelectorAll('.network-outline.is-points')).toHaveLength(1);
  });

  it('folds into the rolled network and back', async () => {
    show();
    goTo('d:S2');
    await userEvent.click(screen.getByRole('checkbox', { name: 'Rolled' }));
    expect(await screen.findByText('t = 2')).toBeInTheDocument();
    expect(within(region()).getAllByRole('img', { name: /^S \d/ })).toHaveLength(1);
    await userEvent.click(screen.getByRole('checkbox', { name: 'Rolled' }));
    expect(within(region()).getAllByRole('img', { name: /^S \d/ })).toHaveLength(3);
  });

  it('names a vector by its numbers and its gradient by its norm', () => {
    act(() => changeSetup({ H: 4 }));
    show();
    act(() => toLast());
    expect(
      within(region()).getByRole('img', { name: /^S 3, 4 values, .*, gradient norm / }),
    ).toBeInTheDocument();
  });

  it('shows the step in focus with its numbers where the others have none', () => {
    act(() => changeSetup({ T: 30, H: 4 }));
    const { container } = show();
    goTo('S20');
    expect(container.querySelectorAll('.network-enlarged .network-number').length).toBeGreaterThanOrEqual(5);
  });
});
