import { fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { act } from 'react';
import { beforeEach, expect, test, vi } from 'vitest';
import { doneAt } from '../../engine';
import { columnsFor } from '../../layout/columns';
import { changeSetup, openingState, run, setPlayhead, store } from '../../store';
import { ColumnsContext } from '../score/columns-context';
import { Ledger } from './Ledger';

const show = () =>
  render(
    <ColumnsContext value={columnsFor(700, store.getState().setup.T)}>
      <Ledger />
    </ColumnsContext>,
  );
const goTo = (id: string) => act(() => setPlayhead(doneAt(run(store.getState()).plan, id)));
const ledger = () => screen.getByRole('region', { name: 'Terms of the gradient' });
const figures = () => screen.queryAllByRole('img').map((figure) => figure.getAttribute('aria-label'));

beforeEach(() => act(() => store.setState({ ...openingState })));

test('each term appears when it is done, and then joins the sum', () => {
  show();
  goTo('d:a3');
  expect(figures()).toEqual([]);
  goTo('d:Ws@3');
  expect(figures()).toEqual(['term of step 3, −0.834']);
  goTo('sum:Ws@3');
  expect(figures()).toEqual(['term of step 3, −0.834', 'sum of 1 of 3 terms, −0.834']);
  goTo('d:Ws@2');
  expect(figures()).toContain('term of step 2, −0.390');
  expect(figures()).toContain('sum of 1 of 3 terms, −0.834');
  expect(ledger()).toHaveTextContent('near terms outweigh far ones × 2.1 already');
  goTo('sum:Ws@1');
  expect(figures()).toEqual([
    'term of step 1, 0',
    'term of step 2, −0.390',
    'term of step 3, −0.834',
    'sum of 3 of 3 terms, −1.22',
  ]);
  expect(ledger()).toHaveTextContent('3 of 3 terms');
  expect(ledger()).not.toHaveTextContent('already');
});

test('the weight is chosen: Wx has three terms, Wy one', async () => {
  show();
  goTo('sum:Wx@1');
  const group = screen.getByRole('radiogroup', { name: 'Weight' });
  await userEvent.click(within(group).getByRole('radio', { name: 'Wx' }));
  expect(figures()).toEqual([
    'term of step 1, −0.530',
    'term of step 2, −0.422',
    'term of step 3, 1.51',
    'sum of 3 of 3 terms, 0.561',
  ]);
  await userEvent.click(within(group).getByRole('radio', { name: 'Wy' }));
  expect(figures()).toEqual(['term of step 3, 0.0899', 'sum of 1 of 1 terms, 0.0899']);
  expect(ledger()).toHaveTextContent('1 of 1 term');
});

test('a matrix is named by its norm', () => {
  act(() => changeSetup({ H: 3, T: 4 }));
  show();
  goTo('sum:Ws@1');
  expect(screen.getByRole('img', { name: /^term of step 4, norm \d/ })).toBeInTheDocument();
  expect(screen.getByRole('img', { name: /^sum of 4 of 4 terms, norm \d/ })).toBeInTheDocument();
});

test('hovering shows every digit; a click keeps it, to be copied; Escape closes it', async () => {
  show();
  goTo('sum:Ws@1');
  const user = userEvent.setup();
  const term = screen.getByRole('img', { name: /term of step 3/ });
  fireEvent.pointerEnter(term, { pointerType: 'mouse' });
  expect(screen.getByRole('tooltip')).toHaveTextContent(/−0\.8335761923305/);
  fireEvent.pointerLeave(term);
  expect(screen.queryByRole('tooltip')).toBeNull();

  await user.click(term);
  const readout = screen.getByRole('dialog');
  expect(readout).toHaveTextContent(/−0\.8335761923305/);
  const write = vi.spyOn(navigator.clipboard, 'writeText');
  await user.click(within(readout).getByRole('button', { name: 'Copy' }));
  expect(write).toHaveBeenCalledWith(expect.stringMatching(/^-0\.8335761923305\d*$/));
  expect(within(readout).getByRole('button', { name: 'Copied' })).toBeInTheDocument();
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('one figure is reached by Tab, the others from it by arrows', async () => {
  show();
  goTo('sum:Ws@1');
  const [first, second] = screen.getAllByRole('img');
  expect(screen.getAllByRole('img').filter((figure) => figure.tabIndex === 0)).toEqual([first]);
  act(() => first.focus());
  await userEvent.keyboard('{ArrowRight}');
  expect(second).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  expect(screen.getByRole('dialog')).toHaveTextContent(/−0\.38960067846169/);
});

test('with errors at every step it is early and late that are compared', () => {
  act(() => changeSetup({ errorAt: 'every' }));
  show();
  goTo('sum:Ws@1');
  expect(ledger()).toHaveTextContent(/late|early|far terms are 0/);
});

test('long sequences become bars, each with its name', () => {
  act(() => changeSetup({ T: 60, H: 4 }));
  show();
  goTo('sum:Ws@1');
  expect(screen.getAllByRole('img')).toHaveLength(61);
  expect(ledger().querySelectorAll('.ledger-bar')).toHaveLength(60);
});
