/** Predicting: what is asked for, and what moves the playhead then. */
import { beforeEach, describe, expect, test } from 'vitest';
import { opAt, positionOf } from '../engine';
import { decodeLink, encodeLink } from './link';
import {
  answer,
  askedOp,
  changePredicting,
  comingOp,
  hint,
  resetScore,
  reveal,
  togglePredicting,
} from './predict';
import { run } from './run';
import { changeSetup } from './setup-actions';
import { openingState, type Question, store } from './state';
import { advance, play, setPlayhead, step, toLast } from './transport';

const now = () => store.getState();
const asked = () => askedOp(now())?.out;
const question = () => now().question as Question;
const shown = () => opAt(run(now()).plan, now().playhead)?.out;

beforeEach(() => {
  store.setState(openingState, true);
  togglePredicting();
});

describe('an operation at a time', () => {
  test('the coming operation is asked for, and no stride shows it', () => {
    expect(asked()).toBe('a1');
    step(1);
    step(1, 'time step');
    step(1, 'pass');
    play();
    expect(now().playhead).toBe(0);
    expect(now().playing).toBe(false);
    expect(question().nudges).toBe(4);
  });

  test('a right answer shows it; then the next stride asks for the next', () => {
    answer(true);
    expect(shown()).toBe('a1');
    expect(asked()).toBeUndefined();
    expect(question()).toMatchObject({ outcome: 'first', score: { first: 1, later: 0, shown: 0 } });
    step(1);
    expect(asked()).toBe('S1');
    expect(now().playhead).toBe(1);
  });

  test('wrong answers and hints show nothing, but count', () => {
    answer(false);
    expect([now().playhead, question().tries]).toEqual([0, 1]);
    answer(true);
    expect(question()).toMatchObject({ outcome: 'later', tries: 0 });
    step(1);
    hint();
    expect([now().playhead, question().hints]).toEqual([1, 1]);
    answer(true);
    expect(question().score).toEqual({ first: 0, later: 2, shown: 0 });
  });

  test('the third hint is the result, as is Reveal', () => {
    for (const each of [hint, hint, hint]) each();
    expect(shown()).toBe('a1');
    expect(question()).toMatchObject({ outcome: 'shown', score: { first: 0, later: 0, shown: 1 } });
    step(1);
    reveal();
    expect(question().score.shown).toBe(2);
    resetScore();
    expect(question().score).toEqual({ first: 0, later: 0, shown: 0 });
  });

  test('back from the question is what was shown last; what was shown is gone through without asking', () => {
    for (let i = 0; i < 5; i++) {
      reveal();
      step(1);
    }
    expect([now().playhead, asked()]).toEqual([5, run(now()).plan.ops[5].out]);
    step(-1);
    expect([now().playhead, asked()]).toEqual([5, undefined]);
    step(-1);
    step(-1);
    expect(now().playhead).toBe(3);
    step(1);
    expect(now().playhead).toBe(4);
    // Not beyond what was shown, however far the stride.
    step(1, 'pass');
    expect([now().playhead, asked()]).toEqual([5, undefined]);
    step(1);
    expect(asked()).toBe(run(now()).plan.ops[5].out);
  });

  test('another answer to what has counted does not count', () => {
    answer(true);
    setPlayhead(0);
    store.setState(({ question: before }) => ({
      question: { ...(before as Question), seen: 0, isAsking: true },
    }));
    answer(true);
    expect(question().score.first).toBe(1);
  });

  test('whoever goes to another place looks at it first, and is asked from there', () => {
    setPlayhead(13);
    expect(asked()).toBeUndefined();
    step(1);
    expect(asked()).toBe('d:Y3');
    toLast();
    expect(comingOp(now())).toBeUndefined();
    step(1);
    expect(asked()).toBeUndefined();
  });

  test('another network is asked about anew', () => {
    setPlayhead(13);
    changeSetup({ clip: 'step' });
    expect(asked()).toBe(run(now()).plan.ops[now().playhead].out);
    expect(question().seen).toBe(now().playhead);
  });

  test('the clock shows nothing either', () => {
    play();
    expect(now().playing).toBe(false);
    togglePredicting();
    play();
    advance(1);
    expect(now().playhead).toBe(1);
    togglePredicting();
    expect(now().playing).toBe(false);
  });

  test('turned off, strides are strides; the score is kept', () => {
    answer(true);
    togglePredicting();
    step(1);
    expect(now().playhead).toBe(2);
    togglePredicting();
    expect([asked(), question().score.first]).toEqual([run(now()).plan.ops[2].out, 1]);
  });
});

test('by time step the main results are asked for: states, errors, what reaches the states, matrices', () => {
  changePredicting({ by: 'time step' });
  const found: (string | undefined)[] = [];
  while (asked()) {
    found.push(asked());
    reveal();
    step(1);
  }
  expect(found).toEqual([
    ...['S1', 'S2', 'S3', 'E3', 'sum:Wy@3', 'd:S3', 'd:S2', 'd:S1', 'sum:Ws@1', 'sum:Wx@1'],
    ...['next:Wx', 'next:Ws', 'next:Wy'],
  ]);
});

test('an LSTM is asked for both its states', () => {
  changeSetup({ cell: 'lstm' });
  changePredicting({ by: 'time step' });
  expect(asked()).toBe('C1');
  reveal();
  step(1);
  expect(asked()).toBe('S1');
});

test('hidden until a key: the first press shows, the next goes on, and nothing is scored', () => {
  changePredicting({ way: 'hide' });
  expect(asked()).toBe('a1');
  step(1);
  expect([now().playhead, asked(), question().outcome]).toEqual([1, undefined, null]);
  step(1);
  expect([now().playhead, asked()]).toEqual([1, 'S1']);
  expect(question().score).toEqual({ first: 0, later: 0, shown: 0 });
});

test('a link opens in the mode it was made in; without it nothing is said of it', () => {
  changePredicting({ by: 'time step', way: 'hide' });
  expect(decodeLink(encodeLink(now()))).toMatchObject({ predict: { by: 'time step', way: 'hide' } });
  togglePredicting();
  expect(decodeLink(encodeLink(now()))).toMatchObject({ predict: null });
  expect(encodeLink(now())).toBe(encodeLink(openingState));
});

test('a link that is opened asks at once', () => {
  store.setState({ ...openingState, playhead: 4 }, true);
  store.setState({ predict: { by: 'operation', way: 'ask' } });
  expect(asked()).toBe(run(now()).plan.ops[4].out);
  expect(positionOf(run(now()).plan, now().playhead).t).toBe(1);
});
