import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { openingState, store } from '../store';
import { changeSetup, say } from '../store/actions';
import { article } from '../tasks/article';
import { ErrorBoundary } from './ErrorBoundary';
import { HelpDialog } from './HelpDialog';
import { Notice } from './Notice';
import { Share } from './Share';

beforeEach(() => store.setState(openingState, true));

test('a notice is said in a live region until it is dismissed', async () => {
  const user = userEvent.setup();
  render(<Notice />);
  const place = screen.getByRole('alert');
  expect(place).toBeEmptyDOMElement();
  act(() => say('This link is damaged.'));
  expect(place).toHaveTextContent('This link is damaged.');
  await user.click(screen.getByRole('button', { name: 'Dismiss' }));
  expect(place).toBeEmptyDOMElement();
});

test('Share copies the link and says so', async () => {
  const user = userEvent.setup();
  render(<Share />);
  await user.click(screen.getByRole('button', { name: 'Share' }));
  expect(await screen.findByText(/^Link copied/)).toBeVisible();
  expect(await navigator.clipboard.readText()).toBe(location.href);
});

test('where copying is refused, Share shows the link selected', async () => {
  const user = userEvent.setup();
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('refused'));
  render(<Share />);
  await user.click(screen.getByRole('button', { name: 'Share' }));
  const link = await screen.findByRole<HTMLInputElement>('textbox', { name: 'Link to this step' });
  expect(link).toHaveValue(location.href);
  expect(link.selectionEnd).toBe(location.href.length);
  await user.click(screen.getByRole('button', { name: 'Close' }));
  expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
});

test('what breaks gives a sentence, the link, and the article’s network to go on with', async () => {
  const user = userEvent.setup();
  vi.spyOn(console, 'error').mockImplementation(() => {});
  changeSetup({ T: 7 });
  let isBroken = true;
  const Fragile = () => {
    if (isBroken) throw new Error('no such cell');
    return <p>All is well</p>;
  };
  render(
    <ErrorBoundary>
      <Fragile />
    </ErrorBoundary>,
  );
  expect(screen.getByRole('heading', { name: 'Something in Unrolled broke' })).toBeVisible();
  expect(screen.getByRole('link', { name: location.href })).toBeVisible();
  expect(screen.getByText('no such cell')).toBeInTheDocument();
  isBroken = false;
  await user.click(screen.getByRole('button', { name: 'Start with the article’s network' }));
  // The preset's action is loaded when it is asked for.
  expect(await screen.findByText('All is well')).toBeVisible();
  await waitFor(() => expect(store.getState().setup).toEqual(article));
});

test('help lists the keys', () => {
  render(<HelpDialog onClose={() => {}} />);
  expect(screen.getByRole('dialog', { name: 'Keys and signs' })).toBeVisible();
  const terms = screen.getAllByRole('term').map((term) => term.textContent);
  expect(terms).toEqual([
    ...['←→', 'Shift←Shift→', 'Space', 'Home', 'End', 'Page UpPage Down'],
    ...['RCtrlEnter', 'P', 'Esc', 'L', 'F', 'T', 'C', 'M', '[', ']', 'CtrlZ', 'CtrlShiftZ', '?'],
  ]);
});
