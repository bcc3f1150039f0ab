import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { numbersIn } from '../../engine';
import { formatNumber } from '../../notation';
import { changeSetup, openingState, run, setPlayhead, store, toLast } from '../../store';
import { Editor } from '../editor';
import { EditorForm } from '../editor/Editor';
import { WeightList, Weights } from './Weights';

// Loading them may take a while on a busy machine; what is tested is what follows.
beforeAll(() => Promise.all([WeightList.load(), EditorForm.load()]), 30_000);

beforeEach(() => store.setState(openingState, true));

const show = () =>
  render(
    <>
      <Weights />
      <Editor />
    </>,
  );
const goTo = (cell: string) => {
  const { plan } = run(store.getState());
  act(() => setPlayhead(plan.ops.findIndex(({ out }) => out === cell) + 1));
};
const grid = (name: string) => screen.getByRole('grid', { name });
const weightOf = (name: string) => numbersIn(run(store.getState()).trace, name) ?? [];

test('the weights are there from the start, a gradient from its first term on', () => {
  show();
  expect(screen.getByRole('region', { name: 'Weights and their gradients' })).toBeInTheDocument();
  expect(within(grid('Ws')).getByRole('gridcell', { name: 'Ws, 0.8' })).toHaveTextContent('0.8');
  expect(screen.queryByRole('grid', { name: 'gradient of Ws' })).not.toBeInTheDocument();
  goTo('sum:Ws@2');
  const sum = within(grid('gradient of Ws')).getByRole('gridcell');
  expect(sum).toHaveTextContent('−1.22');
  expect(screen.getByText('2 of 3 terms')).toBeInTheDocument();
});

test('at the end the sums are those that PyTorch gives, and the updated weights stand beside them', () => {
  show();
  act(() => toLast());
  const full = (name: string) => within(grid(name)).getByRole('gridcell').title;
  const close = (name: string, value: number) =>
    expect(Number(full(name).replace('−', '-'))).toBeCloseTo(value, 13);
  close('gradient of Ws', -1.2231768707922428);
  close('gradient of Wx', 0.5611084573590588);
  close('gradient of Wy', 0.08988748355789358);
  close('Ws after the update', 0.9223176870792243);
});

test('a weight is clicked and changed in place', async () => {
  const user = userEvent.setup();
  show();
  await user.click(screen.getByRole('gridcell', { name: 'Ws, 0.8' }));
  const field = screen.getByRole('textbox', { name: 'Wₛ' });
  expect(field).toHaveFocus();
  expect(field).toHaveValue('0.8');
  await user.clear(field);
  await user.type(field, '−1,25{Enter}');
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  expect(screen.getByRole('gridcell', { name: 'Ws, −1.25' })).toBeInTheDocument();
  expect(store.getState().setup.edits['Ws.0.0']).toBe(-1.25);
  expect(grid('Ws')).toHaveFocus();
});

test('what cannot be read stays, with a sentence; Escape leaves the weight as it was', async () => {
  const user = userEvent.setup();
  show();
  await user.click(screen.getByRole('gridcell', { name: 'Ws, 0.8' }));
  await user.clear(screen.getByRole('textbox'));
  await user.type(screen.getByRole('textbox'), 'lots{Enter}');
  expect(screen.getByRole('alert')).toHaveTextContent('“lots” is not a number');
  expect(screen.getByRole('textbox')).toHaveValue('lots');
  expect(screen.getByRole('textbox')).toBeInvalid();
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  expect(screen.getByRole('gridcell', { name: 'Ws, 0.8' })).toBeInTheDocument();
});

test('by keyboard: arrows move in the matrix, a digit begins to edit the entry', async () => {
  const user = userEvent.setup();
  act(() => changeSetup({ H: 2 }));
  show();
  act(() => grid('Ws').focus());
  await user.keyboard('{ArrowRight}{ArrowDown}');
  expect(within(grid('Ws')).getByRole('gridcell', { selected: true })).toHaveAccessibleName(
    /^Ws, row 2, column 2, /,
  );
  await user.keyboard('3{Enter}');
  expect(store.getState().setup.edits['Ws.1.1']).toBe(3);
  expect(screen.getByRole('gridcell', { name: /^Ws, row 2, column 2, 3/ })).toBeInTheDocument();
});

test('a whole matrix is replaced by pasted text; one that does not fit gets a sentence and stays', async () => {
  const user = userEvent.setup();
  act(() => changeSetup({ H: 2 }));
  show();
  await user.click(screen.getByRole('button', { name: 'Paste Ws' }));
  const area = screen.getByRole('textbox', { name: 'Replace Wₛ' });
  await user.clear(area);
  await user.click(area);
  await user.paste('1 2 3');
  await user.click(screen.getByRole('button', { name: 'Replace' }));
  expect(screen.getByRole('alert')).not.toBeEmptyDOMElement();
  expect(area).toHaveValue('1 2 3');
  await user.clear(area);
  await user.paste('0.1 0.2\n0.3 0.4');
  await user.click(screen.getByRole('button', { name: 'Replace' }));
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  expect(Array.from(weightOf('Ws'))).toEqual([0.1, 0.2, 0.3, 0.4]);
});

test('pasting while a matrix has the focus replaces it; a bad text opens the editor with the reason', async () => {
  const user = userEvent.setup();
  show();
  act(() => grid('Wx').focus());
  await user.paste('0.25');
  expect(screen.getByRole('gridcell', { name: 'Wx, 0.25' })).toBeInTheDocument();
  await user.paste('a quarter');
  expect(screen.getByRole('alert')).not.toBeEmptyDOMElement();
  expect(screen.getByRole('textbox', { name: 'Replace Wₓ' })).toHaveValue('a quarter');
});

test('a large matrix is a heat map that tells its numbers one by one', async () => {
  const user = userEvent.setup();
  act(() => changeSetup({ H: 9 }));
  show();
  const cell = within(grid('Ws')).getByRole('gridcell', { name: /^Ws, row 3, column 4, / });
  expect(cell).toHaveTextContent('');
  await user.click(cell);
  expect(screen.getByText(/^row 3, column 4: /)).toBeInTheDocument();
  expect(screen.getByRole('textbox', { name: 'Wₛ, row 3, column 4' })).toHaveFocus();
});

test('the weights of a gated cell show the rows of each gate together', () => {
  act(() => changeSetup({ cell: 'lstm', H: 2 }));
  show();
  const gates = within(grid('Ws')).getAllByRole('rowheader');
  expect(gates.map((gate) => gate.textContent)).toEqual(['i', 'f', 'g', 'q']);
  expect(within(grid('Ws')).getByRole('gridcell', { name: /^Ws, f, row 3, column 2, / })).toBeInTheDocument();
  expect(within(grid('Wy')).queryByRole('rowheader')).not.toBeInTheDocument();
});

test('of a tall weight the updated one takes the same place, and can be switched', async () => {
  const user = userEvent.setup();
  act(() => changeSetup({ cell: 'gru', H: 2 }));
  show();
  act(() => toLast());
  expect(screen.queryByRole('grid', { name: 'Ws after the update' })).not.toBeInTheDocument();
  const choices = screen.getAllByRole('group', { name: 'What is shown of Ws' })[0];
  await user.click(within(choices).getByRole('button', { name: 'Ws new' }));
  expect(grid('Ws after the update')).toBeInTheDocument();
  expect(screen.queryByRole('grid', { name: 'Ws' })).not.toBeInTheDocument();
  await user.click(within(choices).getByRole('button', { name: 'Ws' }));
  expect(grid('Ws')).toBeInTheDocument();
});

test('what the optimizer remembers is shown when it is made, beside the clipped total', () => {
  act(() => changeSetup({ H: 2, clip: 'value', optimizer: 'momentum' }));
  show();
  goTo('next:v:Ws');
  expect(grid('v of Ws after the update')).toBeInTheDocument();
  expect(grid('clipped gradient of Ws')).toBeInTheDocument();
});

test('a weight folds away', async () => {
  const user = userEvent.setup();
  show();
  await user.click(screen.getByRole('button', { name: 'Ws', expanded: true }));
  expect(screen.queryByRole('grid', { name: 'Ws' })).not.toBeInTheDocument();
  expect(grid('Wx')).toBeInTheDocument();
});

test('small numbers are written with one power of ten, which says which', () => {
  act(() =>
    changeSetup({ H: 2, edits: { 'Ws.0.0': 0.001234, 'Ws.0.1': -0.004567, 'Ws.1.0': 0, 'Ws.1.1': 0 } }),
  );
  show();
  expect(screen.getByText('×10⁻³')).toBeInTheDocument();
});

test('a weight with too many entries for elements tells each by key, and changes it', async () => {
  act(() => changeSetup({ H: 64 }));
  const user = userEvent.setup();
  show();
  const Ws = grid('Ws');
  expect(Ws).toHaveAttribute('aria-rowcount', '64');
  expect(within(Ws).getAllByRole('gridcell')).toHaveLength(1);
  act(() => Ws.focus());
  await user.keyboard('{ArrowDown}{ArrowDown}{End}{ArrowLeft}');
  const value = () => formatNumber(weightOf('Ws')[2 * 64 + 62]);
  const entry = () => within(Ws).getByRole('gridcell', { name: `Ws, row 3, column 63, ${value()}` });
  expect(entry()).toHaveAttribute('aria-selected', 'true');
  await user.keyboard('{Enter}');
  const field = screen.getByRole('textbox', { name: 'Wₛ, row 3, column 63' });
  await user.clear(field);
  await user.type(field, '0.125{Enter}');
  expect(weightOf('Ws')[2 * 64 + 62]).toBe(0.125);
  expect(entry()).toHaveAccessibleName('Ws, row 3, column 63, 0.125');
});
