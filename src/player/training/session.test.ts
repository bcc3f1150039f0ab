import { describe, expect, test } from 'vitest';
import { compile, execute, numbersIn, stateAfter } from '../../engine';
import { article } from '../../tasks/article';
import { type Setup, shapeOf, valuesOf } from '../../tasks/setup';
import { adding, echo, setupOfTask, sine } from '../../tasks/task-setups';
import { baselineOf } from '../../tasks/training-set';
import { Session } from './session';

const trained = (setup: Setup, updates: number): Session => {
  const session = new Session(setup, null);
  while (session.updates < updates) session.update();
  return session;
};

describe('each task leaves the model that learned nothing behind by what its line names', () => {
  test.each([
    ['adding', adding, 500, 1 / 100],
    ['echo', echo, 300, 1 / 100],
    ['sine', sine, 500, 1 / 30],
  ])('%s, on sequences that it was not trained on', (_, setup, updates, share) => {
    const judged = trained(setup, updates).judge();
    expect(judged?.sequences).toBe(64);
    expect(judged?.error).toBeLessThan(share * baselineOf(setup));
  });

  test('next character: on what it was trained on', () => {
    const session = trained(setupOfTask('text'), 200);
    expect(session.data().error.at(-1)).toBeLessThan(baselineOf(setupOfTask('text')) / 3);
    expect(session.judge()?.right).toBeGreaterThan(0.3);
  });

  test('the article’s sequence', () => {
    expect(trained(article, 100).data().error.at(-1)).toBeLessThan(1e-6 * baselineOf(article));
  });
});

test('an update of a single sequence is that of the score, bit by bit', () => {
  const session = trained(article, 3);
  let values = valuesOf(article);
  const plan = compile(shapeOf(article));
  const errors: number[] = [];
  for (let k = 0; k < 3; k++) {
    const trace = execute(plan, values);
    errors.push(numbersIn(trace, plan.error)?.[0] ?? Number.NaN);
    values = { ...values, ...stateAfter(trace) };
  }
  expect(Array.from(session.data().error)).toEqual(errors);
  expect(session.state().Ws).toEqual(Float64Array.from(values.Ws));
});

test('it goes on from weights that were trained before, with the optimizer’s memory', () => {
  const whole = trained(echo, 6);
  const first = trained({ ...echo, batch: 64 }, 3);
  const rest = new Session({ ...echo, batch: 64 }, first.state());
  expect(rest.state()).toEqual(first.state());
  expect(rest.state().updates).toEqual(Float64Array.of(3));
  expect(whole.state().updates).toEqual(Float64Array.of(6));
});

describe('altered on the way', () => {
  test('the learning rate and the threshold count from the next update on', () => {
    const session = trained(article, 2);
    const before = session.state().Ws[0];
    session.alter({ ...article, learningRate: 0 });
    session.update();
    expect(session.state().Ws[0]).toBe(before);
    session.alter({ ...article, learningRate: 0.1 });
    session.update();
    expect(session.state().Ws[0]).not.toBe(before);
    expect(session.updates).toBe(4);
  });

  test.each<[string, Partial<Setup>]>([
    ['truncation', { truncation: { kind: 'window', k: 2 } }],
    ['clip', { clip: 'value', threshold: 0.01 }],
    ['optimizer', { optimizer: 'sgd' }],
    ['batch', { batch: 4 }],
  ])('%s: the weights stay, and the next update is the altered one’s', (_, patch) => {
    const session = trained(echo, 5);
    const state = session.state();
    const altered = { ...echo, ...patch };
    session.alter(altered);
    for (const weight of ['Wx', 'Ws', 'bs', 'Wy', 'by'])
      expect(session.state()[weight]).toEqual(state[weight]);
    session.update();
    expect(session.updates).toBe(6);
    expect(session.state().Ws).not.toEqual(state.Ws);
    if (patch.clip) expect(session.data().clippedNorm[5]).toBeLessThan(session.data().norm[5]);
  });

  test('another optimizer begins without memory', () => {
    const session = trained(echo, 5);
    session.alter({ ...echo, optimizer: 'momentum' });
    expect(Object.keys(session.state()).filter((lane) => lane.startsWith('m:'))).toEqual([]);
    expect(Array.from(session.state()['v:Ws']).every((value) => value === 0)).toBe(true);
  });
});

test('numbers that break end it: no update follows', () => {
  const session = new Session(
    { ...article, g1: 'identity', learningRate: 10, T: 30, errorAt: 'every' },
    null,
  );
  for (let k = 0; k < 2000; k++) session.update();
  expect(session.isBroken).toBe(true);
  const { updates } = session;
  expect(updates).toBeLessThan(2000);
  session.update();
  expect(session.updates).toBe(updates);
});
