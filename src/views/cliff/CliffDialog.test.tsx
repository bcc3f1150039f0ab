import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { act } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openingState, store } from '../../store';
import { changeSetup } from '../../store/actions';
import { lookAtCliff, openCliff } from '../../store/cliff';
import { Cliff } from './Cliff';
import { type MapAsk, type RaceAsk, survey } from './survey';

/** jsdom knows no workers: this one does the same work, of a map the coarse part, in the page. */
class InPage {
  onmessage: ((event: { data: unknown }) => void) | null = null;
  postMessage(ask: MapAsk | RaceAsk) {
    setTimeout(() => {
      for (const data of survey(ask)) {
        if (data) act(() => this.onmessage?.({ data }));
        if (data?.kind === 'map') return;
      }
    });
  }
  terminate() {}
}

beforeEach(() => {
  store.setState(openingState, true);
  vi.stubGlobal('Worker', InPage);
});

afterEach(() => {
  vi.unstubAllGlobals();
});

const open = async () => {
  render(<Cliff />);
  act(() => openCliff());
  await screen.findByRole('dialog');
};

const isComputed = () => screen.findByRole('rowheader', { name: '0' });

const latestRow = () =>
  within(screen.getByRole('table')).getAllByRole('row')[2].textContent?.replaceAll('−', '-');

test('stepped from the start, the race says in its table where both are', async () => {
  const user = userEvent.setup();
  await open();
  expect(screen.getByRole('dialog', { name: 'The cliff' })).toBeVisible();
  await isComputed();
  expect(latestRow()).toMatch(/^05-2\.8/);
  await user.click(screen.getByRole('button', { name: 'Next update' }));
  expect(latestRow()).toMatch(/^15\.0/);
  await user.click(screen.getByRole('button', { name: 'First update' }));
  expect(latestRow()).toMatch(/^05-2\.8/);
  await user.click(screen.getByRole('button', { name: 'Close' }));
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('the start is moved by arrow keys, and a wrong entry is answered with a sentence', async () => {
  const user = userEvent.setup();
  await open();
  const start = screen.getByRole('slider', { name: 'Start' });
  start.focus();
  await user.keyboard('{ArrowRight}{ArrowDown}');
  expect(start).toHaveAttribute('aria-valuetext', 'Start, w = 5.04, b = −2.87');
  const entry = screen.getByRole('textbox', { name: 'Start b' });
  await user.clear(entry);
  await user.type(entry, 'high{Enter}');
  expect(screen.getByRole('alert')).toHaveTextContent('“high”');
  expect(start).toHaveAttribute('aria-valuetext', 'Start, w = 5.04, b = −2.87');
});

test('the present network stands where its weights are, over any two of their entries', async () => {
  const user = userEvent.setup();
  act(() => changeSetup({ H: 2 }));
  await open();
  await user.click(screen.getByRole('radio', { name: 'The present one' }));
  const across = within(screen.getByRole('group', { name: 'Across' }));
  await user.selectOptions(across.getByRole('combobox', { name: 'row' }), '2');
  await user.selectOptions(across.getByRole('combobox', { name: 'column' }), '2');
  // What goes across cannot go up as well.
  const up = within(screen.getByRole('group', { name: 'Up' }));
  await user.selectOptions(up.getByRole('combobox', { name: 'weight' }), 'Ws');
  await user.selectOptions(up.getByRole('combobox', { name: 'row' }), '2');
  expect(up.getByRole('option', { name: '2', selected: false })).toBeDisabled();
  expect(screen.getByRole('slider', { name: 'Start' })).toHaveAttribute(
    'aria-valuetext',
    expect.stringMatching(/^Start, .*\[2, 2\] = /),
  );
  await isComputed();
  expect(latestRow()).toMatch(/^0/);
});

test('a clicker goes from update to update, and the store holds what is looked at, for links', async () => {
  const user = userEvent.setup();
  await open();
  await isComputed();
  await user.keyboard('{PageDown}{PageDown}{PageUp}');
  expect(latestRow()).toMatch(/^15\.0/);
  act(() => lookAtCliff({ start: [4.5, -2], update: 0 }));
  await isComputed();
  expect(latestRow()).toMatch(/^04\.5-2/);
  expect(store.getState().cliff).toEqual({ network: 'paper', start: [4.5, -2], update: 0 });
});
