import { beforeEach, expect, test } from 'vitest';
import { deltaNorms, doneAt, numbersIn, positionOf } from '../engine';
import { comparisons } from '../tasks/comparisons';
import {
  applyPreset,
  changeSetup,
  redo,
  rescue,
  setPlayhead,
  setScale,
  setThreshold,
  undo,
  updateOnce,
} from './actions';
import {
  addCopy,
  choose,
  compare,
  comparedIn,
  copyOver,
  MOST_COMPARED,
  remove,
  stopComparing,
  viewFrom,
} from './comparing';
import { decodeLink, encodeLink } from './link';
import { run } from './run';
import { openingState, type State, store } from './state';

beforeEach(() => {
  store.setState(openingState, true);
  applyPreset('vanishing');
});

const now = (): State => store.getState();
const cells = () => comparedIn(now()).map(({ setup }) => setup.cell);
const thresholds = () => comparedIn(now()).map(({ setup }) => setup.threshold);

test.each(comparisons)('%s start from the present set-up, and one undo takes them back', (id) => {
  const before = now();
  compare(id);
  const all = comparedIn(now());
  expect(all.length).toBeGreaterThan(1);
  expect(all[now().comparison?.place ?? -1].setup).toBe(now().setup);
  for (const { setup } of all) expect(setup).toMatchObject({ T: 12, H: 4, seed: 90, dataSeed: 90 });
  undo();
  expect(now()).toMatchObject({ setup: before.setup, comparison: null });
  redo();
  expect(comparedIn(now())).toEqual(all);
});

test('the network that is there stays chosen, whatever its place', () => {
  changeSetup({ cell: 'lstm' });
  const { setup, playhead } = now();
  compare('cells');
  expect(cells()).toEqual(['rnn', 'lstm', 'gru']);
  expect(now()).toMatchObject({ setup, playhead, comparison: { place: 1 } });
});

test('another one is chosen at the same moment, and choosing is no step back for undo', () => {
  compare('cells');
  setPlayhead(doneAt(run(now()).plan, 'd:S5'));
  const { past } = now();
  choose(2);
  expect(now().setup.cell).toBe('gru');
  expect(cells()).toEqual(['rnn', 'lstm', 'gru']);
  expect(positionOf(run(now()).plan, now().playhead)).toEqual({ pass: 'backward', t: 5, op: 'd:S' });
  expect(now().past).toBe(past);
  choose(0);
  expect(positionOf(run(now()).plan, now().playhead)).toEqual({ pass: 'backward', t: 5, op: 'd:S' });
  expect(now().setup.cell).toBe('rnn');
});

test('the set-up panel changes the chosen one alone', () => {
  compare('thresholds');
  choose(1);
  setThreshold(0.02);
  expect(thresholds()).toEqual([1, 0.02]);
  choose(0);
  setThreshold(3);
  expect(thresholds()).toEqual([3, 0.02]);
  updateOnce();
  expect(comparedIn(now()).map(({ updates }) => updates)).toEqual([1, 0]);
});

test('all stand on the same time steps', () => {
  compare('cells');
  changeSetup({ T: 5 });
  expect(comparedIn(now()).map(({ setup }) => setup.T)).toEqual([5, 5, 5]);
  applyPreset('exploding');
  expect(comparedIn(now()).map(({ setup }) => setup.T)).toEqual([10, 10, 10]);
  undo();
  expect(comparedIn(now()).map(({ setup }) => setup.T)).toEqual([5, 5, 5]);
});

test('colours and widths are on one scale, the same whichever is chosen', () => {
  compare('scales');
  setScale(0.2);
  const scales = comparedIn(now()).map((_, index) => {
    choose(index);
    const { gradientDomain, valueMax, unclipped } = run(now());
    for (const norm of deltaNorms(unclipped)) if (norm > 0) expect(norm).toBeLessThan(gradientDomain[1]);
    return { gradientDomain, valueMax };
  });
  expect(scales[1]).toEqual(scales[0]);
  stopComparing();
  expect(run(now()).gradientDomain).not.toEqual(scales[0].gradientDomain);
});

test('the runs of those that are compared are kept while one of them is stepped and chosen', () => {
  compare('cells');
  const runs = [0, 1, 2].map((index) => run(viewFrom(index)(now())));
  setPlayhead(50);
  choose(1);
  expect([0, 1, 2].map((index) => run(viewFrom(index)(now())))).toEqual(runs);
  expect([0, 1, 2].every((index) => run(viewFrom(index)(now())).trace === runs[index].trace)).toBe(true);
});

test('a view is the state as it would be after choosing', () => {
  compare('cells');
  setPlayhead(77);
  const view = viewFrom(1)(now());
  const again = viewFrom(1);
  expect(again(now())).toBe(again(now()));
  choose(1);
  const { setup, playhead, comparison } = now();
  expect(view).toMatchObject({ setup, playhead, comparison });
});

test('one is copied over another, added, removed', () => {
  compare('cells');
  copyOver(0, 2);
  expect(cells()).toEqual(['rnn', 'lstm', 'rnn']);
  addCopy();
  expect(cells()).toHaveLength(MOST_COMPARED);
  setPlayhead(doneAt(run(now()).plan, 'd:S7'));
  remove(0);
  expect(cells()).toEqual(['lstm', 'rnn']);
  expect(now().comparison?.place).toBe(0);
  expect(positionOf(run(now()).plan, now().playhead)).toMatchObject({ t: 7, op: 'd:S' });
  choose(1);
  remove(1);
  expect(now()).toMatchObject({ comparison: null, setup: { cell: 'lstm' } });
  undo();
  undo();
  undo();
  expect(cells()).toEqual(['rnn', 'lstm', 'gru']);
});

test('two that are the same network have runs that stay the same objects', () => {
  compare('cells');
  copyOver(0, 1);
  const views = [0, 1].map(viewFrom);
  const runs = () => views.map((view) => run(view(now())));
  expect(runs()[0]).toBe(runs()[0]);
  expect(runs()[1]).toBe(runs()[1]);
});

test('a copy onto the chosen one changes it', () => {
  compare('cells');
  copyOver(1, 0);
  expect(now().setup.cell).toBe('lstm');
  expect(cells()).toEqual(['lstm', 'lstm', 'gru']);
});

test('trained weights go with a copy, and start anew where they do not fit', () => {
  updateOnce();
  const { trained } = now();
  compare('cells');
  expect(comparedIn(now()).map((one) => one.trained)).toEqual([trained, null, null]);
  undo();
  compare('scales');
  const [own, other] = comparedIn(now());
  expect(own.trained).toBe(trained);
  expect(other.trained?.Ws).not.toEqual(trained?.Ws);
  expect(other.trained?.Wx).toBe(trained?.Wx);
});

test('a comparison comes back from its link, with trained weights and the chosen one', () => {
  compare('cells');
  choose(2);
  updateOnce();
  choose(1);
  setPlayhead(100);
  const state = now();
  const back = decodeLink(encodeLink(state));
  if (!back || 'error' in back) throw new Error(back?.error);
  expect(back.setup).toEqual(state.setup);
  expect(back.comparison?.place).toBe(1);
  expect(back.comparison?.others.map(({ setup }) => setup)).toEqual(
    state.comparison?.others.map(({ setup }) => setup),
  );
  expect(back.comparison?.others[1].updates).toBe(1);
  expect(numbersIn(run(viewFrom(2)({ ...state, ...back, talk: [] })).trace, 'd:Ws')).toEqual(
    numbersIn(run(viewFrom(2)(state)).trace, 'd:Ws'),
  );
});

test('a link of a comparison is short: it says what differs', () => {
  const alone = encodeLink(now()).length;
  compare('cells');
  expect(encodeLink(now()).length).toBeLessThan(alone + 90);
});

test('from a network that broke the last sound comparison comes back', () => {
  compare('scales');
  changeSetup({ g1: 'identity', edits: { 'Ws.0.0': 1e200 }, scale: null });
  expect(run(now()).broken).toBeDefined();
  rescue();
  expect(run(now()).broken).toBeUndefined();
  expect(comparedIn(now())).toHaveLength(2);
});

test.each(['cells', 'activations'] as const)(
  'what is compared (%s) keeps its runs while a threshold is dragged',
  (id) => {
    changeSetup({ clip: 'step' });
    compare(id);
    const others = () =>
      comparedIn(now()).flatMap((_, index) =>
        index === now().comparison?.place ? [] : [viewFrom(index)(now())],
      );
    const before = others().map((view) => run(view).trace);
    const own = new Set();
    for (let frame = 1; frame <= 20; frame++) {
      setThreshold(frame / 100);
      own.add(run(now()).trace);
      for (const [k, view] of others().entries()) expect(run(view).trace).toBe(before[k]);
    }
    expect(own.size).toBe(20);
  },
);
