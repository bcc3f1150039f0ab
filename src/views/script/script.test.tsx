import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { openingState, store } from '../../store';
import { changeSetup } from '../../store/actions';
import { pytorchScript } from '../../tasks/pytorch/script';
import { ScriptDialog } from './ScriptDialog';

beforeEach(() => {
  store.setState(openingState, true);
});

test('the dialog holds the script of the present network, and closes', async () => {
  changeSetup({ cell: 'gru', T: 4 });
  const onClose = vi.fn();
  render(<ScriptDialog onClose={onClose} />);
  expect(screen.getByRole('dialog', { name: 'The same in PyTorch' })).toBeVisible();
  const script = pytorchScript(store.getState().setup, null);
  expect(screen.getByRole('textbox', { name: 'Script' })).toHaveValue(script);
  await userEvent.click(screen.getByRole('button', { name: 'Close' }));
  expect(onClose).toHaveBeenCalledOnce();
});

test('Copy puts it on the clipboard and says so', async () => {
  const user = userEvent.setup();
  render(<ScriptDialog onClose={() => {}} />);
  await user.click(screen.getByRole('button', { name: 'Copy' }));
  expect(await screen.findByText('Copied.')).toBeVisible();
  expect(await navigator.clipboard.readText()).toContain('import torch');
});

test('where copying is refused, the script is selected', async () => {
  const user = userEvent.setup();
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('refused'));
  render(<ScriptDialog onClose={() => {}} />);
  await user.click(screen.getByRole('button', { name: 'Copy' }));
  expect(await screen.findByText(/^The browser did not let it be copied/)).toBeVisible();
  const code = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Script' });
  expect(code.selectionEnd - code.selectionStart).toBe(code.value.length);
});

test('Save hands over a Python file', async () => {
  const saved: string[] = [];
  URL.createObjectURL = vi.fn(() => 'blob:script');
  URL.revokeObjectURL = vi.fn();
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) {
    saved.push(`${this.download} ${this.href}`);
  });
  render(<ScriptDialog onClose={() => {}} />);
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(saved).toEqual(['unrolled.py blob:script']);
});
