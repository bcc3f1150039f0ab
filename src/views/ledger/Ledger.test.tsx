import { fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { act } from 'react';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { doneAt, termNorms } from '../../engine';
import { columnsFor } from '../../layout/columns';
import { formatNumber } from '../../notation';
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
const written = (element: Element) => (element.textContent ?? '').replaceAll('\u202f', ' ');
/** What stands below the terms, latest first. */
const shares = () => Array.from(ledger().querySelectorAll('.ledger-share'), written);
const cells = () =>
  screen
    .getAllByRole('row')
    .slice(1)
    .map((row) => Array.from(row.children, written).slice(0, -1));
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
  expect(ledger()).toHaveTextContent('of Σ‖terms‖: near 68 %, far 32 %');
  expect(screen.getByRole('button', { name: /^of Σ/ }).title).toMatch(
    /^near terms outweigh far ones × 2\.1\. /,
  );
  goTo('sum:Ws@1');
  expect(figures()).toEqual([
    'term of step 1, 0',
    'term of step 2, −0.390',
    'term of step 3, −0.834',
    'sum of 3 of 3 terms, −1.22',
  ]);
  expect(ledger()).toHaveTextContent('3 of 3 terms');
  expect(ledger()).toHaveTextContent('of Σ‖terms‖: near 68 %, far 0 % as S0 is 0');
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
  expect(ledger()).toHaveTextContent(/of Σ‖terms‖: late [\d.]+ %, early 0 % as S0 is 0/);
});

test('the terms of long sequences, which a canvas draws, each have their name, and the arrows lead from one to the next', async () => {
  act(() => changeSetup({ T: 60, H: 4 }));
  show();
  goTo('sum:Ws@1');
  const norms = termNorms(run(store.getState()).trace, 'Ws');
  const latest = await screen.findByRole('img', { name: `term of step 60, norm ${formatNumber(norms[60])}` });
  expect(screen.getAllByRole('img')).toHaveLength(61);
  act(() => latest.focus());
  await userEvent.keyboard('{ArrowLeft}');
  expect(document.activeElement).toHaveAccessibleName(`term of step 59, norm ${formatNumber(norms[59])}`);
});

describe('the share of each term', () => {
  test('stands below it, of the norms of all terms so far', () => {
    show();
    goTo('d:Ws@3');
    expect(shares()).toEqual([]);
    goTo('d:Ws@2');
    expect(shares()).toEqual(['68 %', '32 %']);
    goTo('d:Ws@1');
    expect(shares()).toEqual(['68 %', '32 %', '0 %']);
  });

  test('is in the table, beside the immediate derivative and what arrives, to be copied in full', async () => {
    const user = userEvent.setup();
    show();
    goTo('sum:Ws@1');
    await user.click(screen.getByRole('button', { name: /^of Σ/ }));
    await screen.findByRole('table');
    expect(cells()).toEqual([
      ['3', '0.549', '1.52', '0.834', '68 %'],
      ['2', '0.322', '1.21', '0.390', '32 %'],
      ['1', '0', '0.674', '0', '0 %'],
    ]);
    expect(ledger()).toHaveTextContent('The norms add up to 1.22; the sum of the terms has the norm 1.22');
    await user.click(screen.getByRole('button', { name: 'Copy table' }));
    const [head, first] = (await navigator.clipboard.readText()).split('\n').map((line) => line.split('\t'));
    expect(head).toEqual(['Step', '‖∂⁺Sⱼ/∂Wₛ‖', '‖δⱼ‖', 'term', 'share']);
    expect(Number(first[1])).toBeCloseTo(0.833576192330547 / 1.5183978049309437, 14);
    expect(Number(first[3])).toBeCloseTo(0.833576192330547, 14);
  });
});

describe('the immediate derivative', () => {
  const immediate = () => userEvent.click(screen.getByRole('checkbox', { name: 'Immediate' }));

  test('stands in the place of each term, known with its state, and is added to nothing', async () => {
    show();
    await immediate();
    goTo('S2');
    expect(await screen.findByRole('img', { name: 'immediate derivative of step 2, 0.322' })).toBeVisible();
    expect(figures()).toEqual(['immediate derivative of step 1, 0', 'immediate derivative of step 2, 0.322']);
    goTo('sum:Ws@1');
    expect(figures().filter((name) => name?.startsWith('sum of'))).toEqual([]);
  });

  test('beside the gradient of whoever drops the sum over time, as soon as both are there', async () => {
    show();
    await immediate();
    const region = await screen.findByRole('region', { name: 'If the sum over time were dropped' });
    expect(region).toHaveTextContent(
      'How wrong that is shows once the backward pass has made both gradients.',
    );
    goTo('d:Ws@3');
    expect(figures()).toContain('gradient of Ws without the sum over time, −0.834');
    expect(figures()).not.toContain('gradient of Ws, −1.22');
    goTo('sum:Ws@1');
    expect(figures()).toContain('gradient of Ws, −1.22');
    expect(region).toHaveTextContent('32 % off: 68 % of its length, of the same sign');
    expect(region).toHaveTextContent(
      'Only the term of step 3 is kept, as if S2 were a constant that does not depend on Ws.',
    );
  });

  test('of Wy there is none, and nothing is lost', async () => {
    show();
    await immediate();
    goTo('sum:Ws@1');
    await userEvent.click(screen.getByRole('radio', { name: 'Wy' }));
    expect(figures()).toEqual([]);
    expect(ledger()).toHaveTextContent('No Sj depends on it: nothing is added up over time');
    expect(ledger()).toHaveTextContent('Nothing is lost by it: Wy acts on each output by itself');
  });

  test('with many errors every one keeps its own step’s term', async () => {
    act(() => changeSetup({ errorAt: 'every', H: 2 }));
    show();
    await immediate();
    goTo('sum:Ws@1');
    const region = await screen.findByRole('region', { name: 'If the sum over time were dropped' });
    expect(region).toHaveTextContent(/\d % off: [\d.]+ % of its length, at an angle of [\d.]+°/);
    expect(region).toHaveTextContent('Every error keeps only the term of its own step');
  });
});
