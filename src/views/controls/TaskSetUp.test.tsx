import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { openingState, store } from '../../store';
import { TaskSetUp } from './TaskSetUp';

beforeEach(() => store.setState(openingState, true));

const setup = () => store.getState().setup;
const task = () => screen.getByRole('combobox', { name: 'Task' });

test('each task says what it tests, what it gets to, and the error of a model that learned nothing', async () => {
  const user = userEvent.setup();
  render(<TaskSetUp />);
  expect(task()).toHaveDisplayValue('The article’s sequence');
  expect(screen.getByText(/A model that always answers 0 has the error 0\.490?\.$/)).toBeVisible();
  for (const [name, sentence] of [
    [
      'The adding problem',
      /the answer is their sum.* below a hundredth .* always gives the same best answer, has the error 0\.17\d?\.$/,
    ],
    ['Delayed echo', /what was read some steps ago.* below a hundredth .* has the error 0\.7[45]\d?\.$/],
    ['Next value of a sine', /period and phase .* below a thirtieth .* has the error 0\.(49|50)\d?\.$/],
    [
      'Next character',
      /Letters of a text.* below a third .* how frequent each character is has the error 2\.\d+\.$/,
    ],
  ] as const) {
    await user.selectOptions(task(), name);
    expect(task()).toHaveDisplayValue(name);
    expect(screen.getByText(sentence)).toBeVisible();
  }
});

test('of a task with many sequences the one shown, and how many make an update, can be chosen', async () => {
  const user = userEvent.setup();
  render(<TaskSetUp />);
  await user.selectOptions(task(), 'Delayed echo');
  const shown = screen.getByRole('textbox', { name: 'Sequence shown' });
  await user.clear(shown);
  await user.type(shown, '7{Enter}');
  await user.selectOptions(screen.getByRole('combobox', { name: 'Sequences per update' }), '4');
  expect(setup()).toMatchObject({ task: { kind: 'echo', delay: 3, shown: 6 }, batch: 4 });
  await user.clear(shown);
  await user.type(shown, '0{Enter}');
  expect(screen.getByRole('alert')).toHaveTextContent('from 1 to 1');
});

test('a text is typed over; one that cannot be used stays where it is, with a sentence', async () => {
  const user = userEvent.setup();
  render(<TaskSetUp />);
  await user.selectOptions(task(), 'Next character');
  const text = () => screen.getByRole('textbox', { name: 'Text' });
  await user.clear(text());
  await user.type(text(), 'aaaa');
  expect(screen.getByRole('status')).toHaveTextContent('at least two different characters');
  expect(screen.getByRole('button', { name: 'Use this text' })).toBeDisabled();
  await user.clear(text());
  await user.type(text(), 'Hello hello');
  expect(screen.getByRole('status')).toHaveTextContent('6 different characters, 32 at the most.');
  await user.click(screen.getByRole('button', { name: 'In lower case' }));
  await user.click(screen.getByRole('button', { name: 'Use this text' }));
  expect(setup()).toMatchObject({ X: 5, Y: 5, g2: 'softmax', task: { text: 'hello hello' } });
  expect(text()).toHaveValue('hello hello');
});

test('an own sequence brings its sizes and where its error is', async () => {
  const user = userEvent.setup();
  render(<TaskSetUp />);
  await user.click(screen.getByRole('button', { name: 'Your sequence …' }));
  const numbers = await screen.findByRole('textbox', { name: 'Numbers' });
  await user.click(numbers);
  await user.paste('x1,x2,d1\n1,2,\n3,4,0.5\n5,6,');
  await user.click(screen.getByRole('button', { name: 'Train on it' }));
  expect(setup()).toMatchObject({ T: 3, X: 2, Y: 1, errorAt: [2], task: { kind: 'own' } });
  expect(setup().edits).toMatchObject({ 'x2.1': 4, 'd2.0': 0.5 });
  expect(task()).toHaveDisplayValue('The sequence shown');
});
