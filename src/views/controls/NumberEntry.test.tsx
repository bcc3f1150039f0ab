import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { beforeEach, expect, test, vi } from 'vitest';
import { NumberEntry } from './NumberEntry';

const onCommit = vi.fn();
beforeEach(() => void onCommit.mockClear());

test('a whole number is shown with every digit', () => {
  const limits = { range: [0, 0xffff_ffff], isWhole: true } as const;
  render(<NumberEntry name="Seed" value={4_294_967_291} limits={limits} onCommit={onCommit} />);
  expect(screen.getByRole('textbox')).toHaveValue('4294967291');
});

const Rate = ({ from }: { from: number }) => {
  const [value, setValue] = useState(from);
  return (
    <>
      <label htmlFor="rate">Rate</label>
      <NumberEntry
        id="rate"
        name="Rate"
        value={value}
        limits={{ range: [0, 10] }}
        onCommit={(next) => {
          onCommit(next);
          setValue(next);
        }}
      />
      <button type="button" onClick={() => setValue(7)}>
        Seven
      </button>
    </>
  );
};
const box = () => screen.getByRole('textbox', { name: 'Rate' });

test('shows three digits, the full double on hover and while editing', async () => {
  const user = userEvent.setup();
  render(<Rate from={1 / 3} />);
  expect(box()).toHaveValue('0.333');
  expect(box()).toHaveAttribute('title', '0.3333333333333333');
  await user.click(box());
  expect(box()).toHaveValue('0.3333333333333333');
  await user.tab();
  expect(box()).toHaveValue('0.333');
  expect(onCommit).not.toHaveBeenCalled();
});

test('takes an entry by Enter and by leaving', async () => {
  const user = userEvent.setup();
  render(<Rate from={1} />);
  await user.clear(box());
  await user.type(box(), '2{Enter}');
  expect(onCommit).toHaveBeenLastCalledWith(2);
  await user.clear(box());
  await user.type(box(), '0,25');
  await user.tab();
  expect(onCommit).toHaveBeenLastCalledWith(0.25);
  expect(onCommit).toHaveBeenCalledTimes(2);
});

test('a wrong entry gets a sentence and stays as typed until it is mended', async () => {
  const user = userEvent.setup();
  render(<Rate from={1} />);
  await user.clear(box());
  await user.type(box(), '12');
  await user.tab();
  expect(box()).toHaveValue('12');
  expect(box()).toBeInvalid();
  expect(box()).toHaveAccessibleDescription('Rate goes from 0 to 10.');
  expect(onCommit).not.toHaveBeenCalled();
  await user.type(box(), '{Backspace}{Enter}');
  expect(box()).toBeValid();
});

test('Escape takes the entry back, and a value from elsewhere replaces it', async () => {
  const user = userEvent.setup();
  render(<Rate from={1} />);
  await user.clear(box());
  await user.type(box(), '99{Escape}');
  expect(box()).toHaveValue('1');
  await user.clear(box());
  await user.type(box(), '99{Enter}');
  await user.click(screen.getByRole('button', { name: 'Seven' }));
  expect(box()).toHaveValue('7');
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  expect(onCommit).not.toHaveBeenCalled();
});
