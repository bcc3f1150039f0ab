import { beforeEach, expect, test } from 'vitest';
import { grad, numbersIn } from '../engine';
import { changeSetup, setChartOf, updateOnce } from './actions';
import { dropped, followed } from './other-runs';
import { run } from './run';
import { openingState, store } from './state';

beforeEach(() => store.setState(openingState, true));
const now = () => store.getState();

test('the error that is followed is the chart’s', () => {
  expect(followed(now())).toBe(run(now()).trace);
  changeSetup({ errorAt: 'every' });
  setChartOf(2);
  expect(followed(now())).toBe(run(now()).chart);
  expect(followed(now()).plan.shape.errorAt).toEqual([2]);
});

test('of a sum it is the last one’s, in the numbers of that error alone', () => {
  changeSetup({ errorAt: 'every', isMean: true });
  const alone = run(now()).chart;
  setChartOf('sum');
  const trace = followed(now());
  expect(trace.plan.shape.errorAt).toEqual([3]);
  expect(trace).toBe(followed(now()));
  for (const t of [1, 2, 3])
    expect(numbersIn(trace, grad(`S${t}`))?.[0]).toBe(numbersIn(alone, grad(`S${t}`))?.[0]);
  changeSetup({ errorAt: [1, 2] });
  expect(followed(now()).plan.shape.errorAt).toEqual([2]);
});

test('without time only each error’s own step is left, with the weights in use', () => {
  updateOnce();
  const trace = dropped(now());
  expect(trace).toBe(dropped(now()));
  const whole = run(now()).trace;
  expect(numbersIn(trace, grad('Ws'))?.[0]).toBe(numbersIn(whole, 'd:Ws@3')?.[0]);
  expect(numbersIn(trace, 'd:Ws@2')).toBeUndefined();
});
