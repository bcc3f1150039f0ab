import { beforeEach, expect, test } from 'vitest';
import { presets } from '../tasks/presets';
import { applyPreset, changeSetup, present, setPlayhead, togglePanel, updateOnce } from './actions';
import { redo, undo } from './change';
import { setClicker, walksMoments } from './clicker';
import { openCliff } from './cliff';
import { compare } from './comparing';
import { run } from './run';
import { openingState, type State, store } from './state';
import {
  asTitle,
  begin,
  goTo,
  MOST_MOMENTS,
  mark,
  move,
  nextIn,
  remove,
  rename,
  replace,
  walk,
} from './talk';

beforeEach(() => store.setState(openingState, true));

const now = () => store.getState();
const titles = () => now().talk.map(({ title }) => title);
const idOf = (title: string) => now().talk.find((one) => one.title === title)?.id ?? Number.NaN;
const shown = () => now().talk.find(({ id }) => id === now().shown)?.title;

/** All that a moment is of a state. */
const seen = ({ setup, trained, updates, comparison, chartOf, playhead, panels, cliff, ledger }: State) => ({
  ...{ setup, trained, updates, comparison, chartOf, playhead, panels, cliff, ledger },
});

/** Three moments of different networks, the second with what is beside it. */
function markThree() {
  setPlayhead(24);
  mark('one');
  const one = seen(now());
  applyPreset('vanishing');
  setPlayhead(50);
  togglePanel('left');
  store.setState({ ledger: 'Wx' });
  compare('cells');
  mark('two');
  const two = seen(now());
  applyPreset('clipped');
  store.setState({ comparison: null });
  updateOnce();
  openCliff();
  mark('three');
  return { one, two, three: seen(now()) };
}

test('each moment brings back its own, whatever was done since', () => {
  const { one, two, three } = markThree();
  expect(titles()).toEqual(['one', 'two', 'three']);
  changeSetup({ H: 7 });
  goTo(idOf('one'));
  expect(seen(now())).toEqual(one);
  setPlayhead(3);
  changeSetup({ T: 9 });
  walk(1);
  expect(seen(now())).toEqual(two);
  walk(1);
  expect(seen(now())).toEqual(three);
  walk(-1);
  walk(-1);
  expect(seen(now())).toEqual(one);
});

test('at the ends nothing changes, what was changed meanwhile is kept, and undo brings it back later', () => {
  markThree();
  changeSetup({ seed: 77 });
  const changed = seen(now());
  walk(1);
  expect(seen(now())).toEqual(changed);
  expect(shown()).toBe('three');
  walk(-1);
  expect(shown()).toBe('two');
  undo();
  expect(now().setup).toEqual(changed.setup);
  expect(shown()).toBe('three');
  goTo(idOf('one'));
  const before = now();
  walk(-1);
  expect(now()).toBe(before);
});

test('before any moment was gone to, the way on leads to the first, and none back', () => {
  markThree();
  store.setState({ shown: null });
  expect(nextIn(now(), -1)).toBeUndefined();
  walk(1);
  expect(shown()).toBe('one');
});

test('marking, titles, order, replacing and removing are each one step for undo', () => {
  markThree();
  const steps: readonly (() => void)[] = [
    () => rename(idOf('two'), '  the   second '),
    () => move(idOf('three'), 0),
    () => replace(idOf('one')),
    () => remove(idOf('one')),
    () => mark('four'),
  ];
  const talks = [now().talk];
  for (const step of steps) {
    step();
    talks.push(now().talk);
  }
  expect(titles()).toEqual(['three', 'the second', 'four']);
  for (const talk of talks.slice(0, -1).reverse()) {
    undo();
    expect(now().talk).toBe(talk);
  }
  expect(titles()).toEqual(['one', 'two', 'three']);
  for (const talk of talks.slice(1)) {
    redo();
    expect(now().talk).toBe(talk);
  }
});

test('what changes nothing is no step for undo', () => {
  markThree();
  const { past } = now();
  rename(idOf('two'), 'two');
  rename(idOf('two'), ' ');
  move(idOf('two'), 1);
  move(idOf('three'), 99);
  mark('\n\t');
  expect(now().past).toBe(past);
  expect(titles()).toEqual(['one', 'two', 'three']);
});

test('where one stands follows its moment, not its place', () => {
  markThree();
  goTo(idOf('two'));
  move(idOf('two'), 0);
  expect(shown()).toBe('two');
  expect(nextIn(now(), 1)?.title).toBe('one');
  remove(idOf('one'));
  expect(nextIn(now(), 1)?.title).toBe('three');
  remove(idOf('two'));
  expect(shown()).toBeUndefined();
  walk(1);
  expect(shown()).toBe('three');
});

test('a moment that is replaced keeps its title and its place', () => {
  const { one } = markThree();
  goTo(idOf('one'));
  replace(idOf('two'));
  expect(titles()).toEqual(['one', 'two', 'three']);
  goTo(idOf('three'));
  goTo(idOf('two'));
  expect(seen(now())).toEqual(one);
});

test('a title is one line of at most 80 characters', () => {
  expect(asTitle(' a\u0000b\n\tc ')).toBe('a b c');
  expect([...asTitle('😀'.repeat(100))]).toHaveLength(80);
  expect(asTitle(' \u0007 ')).toBe('');
});

test('a talk has room for so many moments', () => {
  for (let k = 0; k < MOST_MOMENTS + 2; k++) mark(`moment ${k}`);
  expect(now().talk).toHaveLength(MOST_MOMENTS);
  expect(new Set(now().talk.map(({ id }) => id)).size).toBe(MOST_MOMENTS);
});

test('a clicker walks moments while a talk is presented, unless operations are chosen', () => {
  present(true);
  expect(walksMoments(now())).toBe(false);
  markThree();
  expect(walksMoments(now())).toBe(true);
  setClicker('operations');
  expect(walksMoments(now())).toBe(false);
  setClicker('moments');
  present(false);
  expect(walksMoments(now())).toBe(false);
  begin();
  expect(walksMoments(now())).toBe(true);
  expect(shown()).toBe('one');
});

test('a moment of the same network keeps its run', () => {
  setPlayhead(10);
  mark('early');
  setPlayhead(30);
  mark('late');
  const { trace } = run(now());
  const { past } = now();
  walk(-1);
  expect(now().playhead).toBe(10);
  expect(run(now()).trace).toBe(trace);
  expect(now().past).toBe(past);
});

test('every preset can be marked at every operation', () => {
  for (const { id, setup } of presets) {
    applyPreset(id);
    const end = run(now()).plan.ops.length;
    for (const playhead of [0, 1, Math.floor(end / 2), end]) {
      store.setState({ ...openingState, setup, chartOf: setup.T, playhead });
      mark('here');
      setPlayhead(end - playhead);
      goTo(idOf('here'));
      expect(now().playhead).toBe(playhead);
    }
  }
});
