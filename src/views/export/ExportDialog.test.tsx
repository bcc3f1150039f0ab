import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { openingState, store } from '../../store';
import { play, step } from '../../store/actions';
import { Export } from './Export';
import { ExportDialog } from './ExportDialog';

const saved: { name: string; content: Blob }[] = [];

beforeEach(() => {
  store.setState(openingState, true);
  saved.length = 0;
  let content = new Blob();
  URL.createObjectURL = vi.fn((blob: Blob) => {
    content = blob;
    return 'blob:it';
  });
  URL.revokeObjectURL = vi.fn();
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) {
    saved.push({ name: this.download, content });
  });
});

const choose = (name: string) => userEvent.click(screen.getByRole('radio', { name }));
const save = () => userEvent.click(screen.getByRole('button', { name: 'Save' }));

test('what is taken away is one moment: it stops what is playing', () => {
  act(() => play());
  render(<ExportDialog onClose={() => {}} onPrint={() => {}} />);
  expect(store.getState().playing).toBe(false);
});

test('numbers are shown as they will be saved', async () => {
  act(() => step(1));
  render(<ExportDialog onClose={() => {}} onPrint={() => {}} />);
  await choose('Numbers');
  const shown = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Beginning of the file' });
  expect(shown.value).toContain('a1,1,1,1,0.5');
  await save();
  expect(saved.map(({ name }) => name)).toEqual([
    'unrolled-network-at-this-step-rnn-T3-H1-operation-1-of-39.csv',
  ]);
  expect(await saved[0].content.text()).toBe(`${shown.value}\n`);
  expect(screen.getByRole('status')).toHaveTextContent('Saved as unrolled-network');
  await choose('JSON');
  expect(screen.getByRole('status')).toBeEmptyDOMElement();
});

test('where there is nothing to take yet, a sentence says so and no button is there', async () => {
  render(<ExportDialog onClose={() => {}} onPrint={() => {}} />);
  await choose('Equation');
  expect(screen.getByText(/^No operation is done yet/)).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Save' })).not.toBeInTheDocument();
});

test('the worked solution is of all operations where none is done, and opens as a page', async () => {
  const onPrint = vi.fn();
  render(<ExportDialog onClose={() => {}} onPrint={onPrint} />);
  await choose('Worked solution');
  expect(screen.getByText(/39 operations\.$/)).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Open the page to print' }));
  expect(onPrint).toHaveBeenCalledWith('all');
});

test('the page to print stands by itself and lets go of the workbench when it closes', async () => {
  const workbench = document.body.appendChild(Object.assign(document.createElement('div'), { id: 'root' }));
  const onClose = vi.fn();
  act(() => store.setState({ playhead: 2 }));
  const { unmount } = render(<Export onClose={onClose} />);
  await choose('Worked solution');
  await userEvent.click(screen.getByRole('button', { name: 'Open the page to print' }));
  const page = await screen.findByRole('dialog', { name: 'Backpropagation through time, worked out' });
  expect(await within(page).findByRole('heading', { name: '2. Pass it through tanh' })).toBeInTheDocument();
  expect(workbench).toHaveAttribute('inert');
  await userEvent.keyboard('{Escape}');
  expect(onClose).toHaveBeenCalledOnce();
  unmount();
  expect(workbench).not.toHaveAttribute('inert');
  workbench.remove();
});
