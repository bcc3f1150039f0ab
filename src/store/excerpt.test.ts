import { beforeEach, describe, expect, test } from 'vitest';
import { playheadOf } from '../engine';
import { changeSetup, setPlayhead } from './actions';
import { stepsInSight } from './excerpt';
import { run } from './run';
import { showAll, showSteps } from './show-steps';
import { openingState, store } from './state';

const inSight = (most = 20) => {
  const { first, last } = stepsInSight(store.getState(), most);
  return [first, last];
};
/** Moves the playhead to S_t, or to where its gradient is. */
const goTo = (t: number, op = 'S') => {
  const { plan } = run(store.getState());
  const pass = op === 'S' ? 'forward' : 'backward';
  setPlayhead(playheadOf(plan, { pass, t, op }));
};

beforeEach(() => {
  store.setState({ ...openingState, setup: { ...openingState.setup, T: 60 }, chartOf: 60 }, true);
});

describe('the steps in sight', () => {
  test('are all, however narrow the page, where sixty columns or fewer hold them', () => {
    expect(inSight(7)).toEqual([1, 60]);
  });

  test('are those that were chosen, as many as fit', () => {
    showSteps(31, 20);
    expect(inSight(60)).toEqual([31, 50]);
    expect(inSight(12)).toEqual([31, 42]);
    showAll();
    expect(inSight(60)).toEqual([1, 60]);
  });

  test('lie within the sequence, and are at least three', () => {
    showSteps(55, 20);
    expect(inSight()).toEqual([41, 60]);
    showSteps(-8, 1);
    expect(inSight()).toEqual([1, 3]);
    changeSetup({ T: 2 });
    expect(inSight()).toEqual([1, 2]);
  });

  test('hold the step in focus: the page turns, and one step of the page before stays', () => {
    showSteps(1, 20);
    for (const t of [1, 7, 20]) {
      goTo(t);
      expect(inSight()).toEqual([1, 20]);
    }
    goTo(21);
    expect(inSight()).toEqual([19, 38]);
    goTo(38);
    expect(inSight()).toEqual([37, 56]);
    goTo(36);
    expect(inSight()).toEqual([19, 38]);
  });

  test('on the way back hold the next step that the gradient comes to', () => {
    showSteps(41, 20);
    for (let t = 60; t >= 1; t--) {
      goTo(t, 'd:S');
      const [first, last] = inSight();
      expect(t).toBeGreaterThanOrEqual(first);
      expect(t).toBeLessThanOrEqual(last);
    }
  });

  test('stay where they were put though the step in focus is elsewhere, until the playhead moves', () => {
    goTo(5);
    showSteps(41, 20);
    expect(inSight()).toEqual([41, 60]);
    goTo(6);
    expect(inSight()[0]).toBeLessThanOrEqual(6);
    expect(inSight()[1]).toBeGreaterThanOrEqual(6);
  });
});
