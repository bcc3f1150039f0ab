import { expect, test, vi } from 'vitest';
import { beginAfresh, now } from '../../test/networks/store';
import { numbersIn, opAt } from '../engine';
import {
  applyPreset,
  changeSetup,
  check,
  redo,
  rescue,
  setPlayhead,
  toBroken,
  undo,
  updateOnce,
} from './actions';
import { editEntry } from './entries';
import { run } from './run';
import { openingState, store } from './state';

/** A state that grows beyond every double: S_4 is the first, 1e108 · 1e99 · … */
const breakStates = () => {
  changeSetup({ g1: 'identity', T: 6 });
  editEntry('Ws.0.0', 1e100);
};

beginAfresh();

test('the check compares every weight gradient of a small network, and all agree', async () => {
  await check();
  expect(now().check).toMatchObject({ kind: 'whole', compared: 3, agreeing: 3, outOf: 3 });
});

test('the check uses the weights in use: the trained ones', async () => {
  changeSetup({ cell: 'gru', H: 3, bias: true, optimizer: 'adam', errorAt: 'every' });
  updateOnce();
  await check();
  const { compared, agreeing } = now().check ?? {};
  expect(compared).toBeGreaterThan(50);
  expect(agreeing).toBe(compared);
});

test.each(['window', 'horizon'] as const)(
  'with a %s each local derivative is checked, and all agree',
  async (kind) => {
    changeSetup({ cell: 'lstm', H: 2, T: 5, errorAt: 'every', truncation: { kind, k: 2 } });
    await check();
    const { kind: checked, compared, agreeing } = now().check ?? {};
    expect(checked).toBe('local');
    expect(agreeing).toBe(compared);
  },
);

test.each([
  ['an edit', () => editEntry('x1.0', 0.3)],
  ['another setting', () => changeSetup({ threshold: 0.5 })],
  ['an update', () => updateOnce()],
  ['a preset', () => applyPreset('vanishing')],
  ['undo', () => undo()],
])('%s clears what the check found', async (_, act) => {
  changeSetup({ T: 4 });
  await check();
  expect(now().check).toMatchObject({ kind: 'whole', agreeing: 3, outOf: 3 });
  act();
  expect(now().check).toBeNull();
});

test('moving the playhead, and a change that changes nothing, keep what the check found', async () => {
  await check();
  const found = now().check;
  expect(found).toMatchObject({ kind: 'whole', agreeing: 3, outOf: 3 });
  setPlayhead(5);
  changeSetup({ T: 3 });
  expect(now().check).toBe(found);
});

test('the playhead jumps to the first number that broke', () => {
  expect(run(now()).broken).toBeUndefined();
  toBroken();
  expect(now().playhead).toBe(0);
  breakStates();
  toBroken();
  const { plan, trace, broken } = run(now());
  const op = opAt(plan, now().playhead);
  expect(op).toBe(broken);
  expect(numbersIn(trace, op?.out ?? '')?.every(Number.isFinite)).toBe(false);
  for (const { out } of plan.ops.slice(0, op?.index)) {
    expect(numbersIn(trace, out)?.every(Number.isFinite), out).toBe(true);
  }
});

test('the rescue leads back to the last sound set-up, however many broken ones followed, and can be undone', () => {
  changeSetup({ g1: 'identity', T: 6 });
  const sound = now().setup;
  editEntry('Ws.0.0', 1e100);
  editEntry('Wx.0.0', 1e200);
  changeSetup({ T: 9 });
  const broken = now().setup;
  rescue();
  expect(now().setup).toBe(sound);
  expect(run(now()).broken).toBeUndefined();
  undo();
  expect(now().setup).toBe(broken);
  redo();
  expect(now().setup).toBe(sound);
});

test('an update that breaks the weights is rescued to the weights before it', () => {
  changeSetup({ g1: 'identity', T: 20 });
  editEntry('Ws.0.0', 1.5);
  changeSetup({ learningRate: 1e-12 });
  updateOnce();
  changeSetup({ learningRate: 10 });
  let sound = now();
  while (!run(now()).broken) {
    sound = now();
    updateOnce();
  }
  rescue();
  const { setup, trained, updates, errorBefore } = sound;
  expect(Object.keys(trained ?? {}).sort()).toEqual(['Ws', 'Wx', 'Wy']);
  expect(now()).toMatchObject({ setup, trained, updates, errorBefore, notice: null });
});

test('while a slider is dragged into numbers that break, the last sound value is what is kept', () => {
  changeSetup({ g1: 'identity', T: 60, errorAt: 'last' });
  for (const weight of [1e2, 1e4, 1e30, 1e60]) {
    changeSetup({ edits: { ...now().setup.edits, 'Ws.0.0': weight } }, 'drag');
    vi.runAllTimers();
  }
  rescue();
  expect(now().setup.edits['Ws.0.0']).toBe(1e2);
});

test('a sound network is not rescued, and one that was broken from the start becomes the article’s', () => {
  rescue();
  expect(now().canUndo).toBe(false);
  store.setState({
    setup: { ...openingState.setup, edits: { 'Ws.0.0': 1e300, 'Wx.0.0': 1e300 }, g1: 'identity' },
  });
  expect(run(now()).broken?.out).toBe('a2');
  rescue();
  expect(now().setup).toBe(openingState.setup);
});

test('whatever breaks, the ends of every scale are numbers', () => {
  breakStates();
  for (const cell of ['rnn', 'lstm', 'gru'] as const) {
    changeSetup({ cell });
    editEntry('Wy.0.0', 1e300);
    const { gradientDomain, valueMax } = run(now());
    for (const end of [...gradientDomain, valueMax]) expect(end > 0 && Number.isFinite(end)).toBe(true);
  }
});
