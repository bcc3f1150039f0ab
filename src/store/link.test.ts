import { compressToEncodedURIComponent as compress } from 'lz-string';
import { beforeEach, expect, test } from 'vitest';
import { numbersIn } from '../engine';
import { presets } from '../tasks/presets';
import {
  applyPreset,
  changeSetup,
  fold,
  setChartScale,
  setHeard,
  setInside,
  setLedger,
  setPlayhead,
  togglePanel,
  updateOnce,
} from './actions';
import { momentOf } from './change';
import { decodeLink, encodeLink, leftOut } from './link';
import { run } from './run';
import { showSteps } from './show-steps';
import { openingState, store } from './state';

beforeEach(() => store.setState(openingState, true));

const linkOf = (content: unknown) =>
  `#v1.${compress(typeof content === 'string' ? content : JSON.stringify(content))}`;
const error = (hash: string) => {
  const decoded = decodeLink(hash);
  if (!decoded || !('error' in decoded)) throw new Error(`${hash.slice(0, 40)} was opened`);
  return decoded.error;
};

test('an address without a link says nothing', () => {
  expect(decodeLink('')).toBeNull();
  expect(decodeLink('#')).toBeNull();
});

test('a link brings back setup, trained weights, place, and how it is looked at', () => {
  applyPreset('clipped');
  changeSetup({ errorAt: 'every', T: 5, edits: { 'x2.0': 0.25, 'Ws.3.3': -1e-300 } });
  updateOnce();
  setPlayhead(41);
  setLedger('Wx');
  fold(true);
  setChartScale('linear');
  store.setState({ bound: false, immediate: true, factor: 4, chain: 'S' });
  setHeard('Ws');
  setInside(3);
  showSteps(2, 3);
  togglePanel('left');
  const state = store.getState();
  expect(decodeLink(encodeLink(state))).toEqual({
    ...momentOf(state),
    trained: Object.fromEntries(
      Object.entries(state.trained ?? {}).map(([name, w]) => [name, Array.from(w)]),
    ),
    ledger: 'Wx',
    folded: true,
    chartScale: 'linear',
    heard: 'Ws',
    inside: 3,
    convention: 'S SYE Ws',
    predict: null,
    bound: false,
    immediate: true,
    factor: 4,
    chain: 'S',
    cliff: null,
    sight: { from: 2, count: 3, stays: true },
    panels: { left: false, right: true },
    talk: [],
    shown: null,
    clicker: 'moments',
  });
});

test('a window that the playhead has left since it was put there opens where it has been turned to', () => {
  changeSetup({ T: 30 });
  showSteps(1, 10);
  setPlayhead(100);
  const linked = decodeLink(encodeLink(store.getState()));
  expect(linked).toMatchObject({ sight: { from: 1, count: 10 } });
  expect(linked).not.toHaveProperty('sight.stays');
});

test.each(['momentum', 'adam'] as const)('the memory of %s comes back with the weights', (optimizer) => {
  changeSetup({
    cell: 'gru',
    H: 3,
    bias: true,
    optimizer,
    truncation: { kind: 'window', k: 2 },
    errorAt: [1, 3],
  });
  updateOnce();
  updateOnce();
  const state = store.getState();
  const back = decodeLink(encodeLink(state));
  if (!back || 'error' in back) throw new Error(back?.error);
  expect(back.setup).toEqual(state.setup);
  expect(Object.keys(back.trained ?? {})).toContain('v:bx');
  expect(numbersIn(run(back).trace, 'next:v:Ws')).toEqual(numbersIn(run(state).trace, 'next:v:Ws'));
});

test('weights that are no longer finite come back as they are', () => {
  const trained = { Wx: [Number.NaN], Ws: [Number.NEGATIVE_INFINITY], Wy: [-0] };
  const state = { ...openingState, trained, updates: 3, errorBefore: Number.POSITIVE_INFINITY };
  expect(decodeLink(encodeLink(state))).toMatchObject({ trained, errorBefore: Number.POSITIVE_INFINITY });
});

test('links stay short', () => {
  expect(encodeLink(openingState).length).toBeLessThan(12);
  for (const { id } of presets) {
    applyPreset(id);
    expect(encodeLink(store.getState()).length).toBeLessThan(260);
  }
});

test('the largest network with every number given and trained still has a link', () => {
  const edits: Record<string, number> = {};
  for (let t = 1; t <= 60; t++)
    for (let i = 0; i < 4; i++) edits[`x${t}.${i}`] = edits[`d${t}.${i}`] = Math.sin(t + i);
  for (let i = 0; i < 64; i++) {
    edits[`bs.${i}`] = Math.sqrt(i);
    for (let j = 0; j < 16; j++) edits[`Ws.${i}.${j}`] = Math.cos(i * 16 + j);
    for (let j = 0; j < 4; j++) edits[`Wx.${i}.${j}`] = edits[`Wy.${j}.${i % 16}`] = Math.sin(i * 4 + j);
  }
  changeSetup({ T: 60, H: 16, X: 4, Y: 4, bias: true, errorAt: 'every', edits });
  changeSetup({ cell: 'lstm', optimizer: 'adam' });
  updateOnce();
  const link = encodeLink(store.getState());
  expect(link.length).toBeLessThan(131_072);
  expect(decodeLink(link)).toMatchObject({ updates: 1, setup: { edits } });
});

test.each([
  ['cut off', (link: string) => link.slice(0, -4)],
  ['without a version', (link: string) => link.replace('#v1.', '#')],
  ['of version 0', (link: string) => link.replace('#v1.', '#v0.')],
  ['an anchor', () => '#top'],
  ['nothing behind the version', () => '#v1.'],
  ['not compressed', () => '#v1.{"setup":{}}'],
  ['percent signs', () => '#v1.%00%ff%'],
  ['no JSON', () => linkOf('{"setup":')],
  ['names that every object has', () => linkOf('{"setup":{"__proto__":{"T":4}}}')],
  ['a constructor', () => linkOf('{"constructor":{"prototype":{"T":4}}}')],
  ['a name of every object among the edits', () => linkOf('{"setup":{"edits":{"__proto__":1}}}')],
  ['a bomb', () => linkOf(`{"setup":{"T":${' '.repeat(800_000)}5}}`)],
])('a link that is damaged (%s) gives a sentence', (_, damage) => {
  applyPreset('vanishing');
  expect(error(damage(encodeLink(store.getState())))).toContain('damaged');
  expect(Object.prototype).not.toHaveProperty('T');
});

test('a link of a newer version says so', () => {
  expect(error('#v2.whatever it may be')).toContain('newer version');
});

test('a link too long to be one is not even looked at', () => {
  const before = performance.now();
  expect(error(`#v1.${'N'.repeat(1_000_000)}`)).toContain('too long');
  expect(performance.now() - before).toBeLessThan(50);
});

test.each<[unknown, string]>([
  [{ setup: { T: 1e9 } }, 'setup.T = 1000000000'],
  [{ setup: { T: 2.5 } }, 'setup.T = 2.5'],
  [{ setup: { T: '3' } }, 'setup.T = 3'],
  [{ setup: { T: null } }, 'setup.T'],
  [{ setup: { H: 65 } }, 'setup.H = 65'],
  [{ setup: { threshold: 0 } }, 'setup.threshold'],
  [{ setup: { g1: 'eval' } }, 'setup.g1 = eval'],
  [{ setup: { cell: 'mgu' } }, 'setup.cell'],
  [{ setup: { loss: 'hinge' } }, 'setup.loss = hinge'],
  [{ setup: { errorAt: [] } }, 'setup.errorAt'],
  [{ setup: { errorAt: [3, 2] } }, 'setup.errorAt'],
  [{ setup: { errorAt: [1001] } }, 'setup.errorAt'],
  [{ setup: { truncation: { kind: 'window' } } }, 'setup.truncation'],
  [{ setup: { truncation: { kind: 'window', k: 0 } } }, 'setup.truncation.k = 0'],
  [{ setup: { truncation: { kind: 'full', k: 3 } } }, 'setup.truncation'],
  [{ setup: { truncation: { kind: 'horizon', k: 2 }, clip: 'step' } }, 'clip = step'],
  [{ setup: { T: 1000, errorAt: 'every', truncation: { kind: 'horizon', k: 7 } } }, 'horizon = 7'],
  [{ setup: { forgetBias: 1e9 } }, 'setup.forgetBias'],
  [{ setup: { optimizer: 'lion' } }, 'setup.optimizer = lion'],
  [{ setup: { edits: { 'bx.192': 1 } } }, 'edits'],
  [{ setup: { edits: { 'C1.0': 1 } } }, 'edits'],
  [{ trained: { Wx: [1], Ws: [1], Wy: [1], bs: [0] } }, 'trained'],
  [{ trained: { Wx: [1], Ws: [1], Wy: [1], 'v:Ws': [0] } }, 'trained'],
  [{ trained: { Wx: [1], Ws: [1], Wy: [1], x: [0, 0, 0] } }, 'trained'],
  [{ setup: { edits: { 'x0.0': 1 } } }, 'edits'],
  [{ setup: { edits: { 'x1001.0': 1 } } }, 'edits'],
  [{ setup: { edits: { 'Ws.0': 1 } } }, 'edits'],
  [{ setup: { edits: { 'Ws.00.1': 1 } } }, 'edits'],
  [{ setup: { edits: { 'Ws.0.0': 'NaN' } } }, 'edits'],
  ['{"setup":{"edits":{"Ws.0.0":1e999}}}', 'edits'],
  [{ setup: { surprise: 1 } }, 'surprise'],
  [{ surprise: 1 }, 'surprise'],
  [{ trained: { Ws: [1] } }, 'trained'],
  [{ trained: { Wx: [1], Ws: [1, 2], Wy: [1] } }, 'trained'],
  [{ trained: { Wx: [1], Ws: ['x'], Wy: [1] } }, 'trained'],
  [{ trained: { Wx: [1], Ws: { length: 1e9 }, Wy: [1] } }, 'trained'],
  [{ at: ['forward', 1001, 'S'] }, 'at'],
  [{ at: ['sideways', 1, 'S'] }, 'at'],
  [{ at: ['forward', 1, '<script>'] }, 'at'],
  [{ chartOf: 4 }, 'chartOf = 4'],
  [{ compared: [] }, 'compared'],
  [{ compared: [{}, {}, {}] }, 'compared'],
  [{ compared: [{ setup: { T: 4 } }] }, 'compared'],
  [{ compared: [{ setup: { T: 1e9 } }] }, 'compared.0.setup.T = 1000000000'],
  [{ compared: [{ trained: { Ws: [1] } }] }, 'trained'],
  [{ compared: [{ setup: { truncation: { kind: 'horizon', k: 2 }, clip: 'step' } }] }, 'clip = step'],
  [{ compared: [{ at: ['forward', 1, 'S'] }] }, 'at'],
  [{ compared: [{}], place: 2 }, 'place = 2'],
  [{ place: 1 }, 'place = 1'],
  [{ updates: -1 }, 'updates'],
  [[], 'not allowed'],
  [null, 'not allowed'],
  [7, 'not allowed'],
])('a link that says %j is not allowed, and it is said why', (content, what) => {
  const sentence = error(linkOf(content));
  expect(sentence).toContain('not allowed');
  expect(sentence).toContain(what);
  expect(sentence.length).toBeLessThan(250);
});

test('a place that the network does not have is a sound start all the same', () => {
  expect(decodeLink(linkOf({ at: ['backward', 50, 'nothing'] }))).toMatchObject({
    position: { pass: 'backward', t: 50 },
  });
});

test('more trained weights than an address has room for are left out, and it is said', () => {
  const setup = { ...openingState.setup, cell: 'lstm' as const, H: 64, X: 2, bias: true };
  const Ws = new Float64Array(4 * 64 * 64).fill(0.1);
  const state = {
    ...openingState,
    setup,
    trained: { Ws, Wx: new Float64Array(512) },
    updates: 3,
    playhead: 5,
  };
  expect(leftOut(state)).toBe('trained');
  expect(decodeLink(encodeLink(state))).toMatchObject({ setup, trained: null, updates: 0, left: 'trained' });
  expect(leftOut({ ...state, trained: null })).toBeUndefined();
});

test('more numbers given by hand than an address has room for are left out, and it is said', () => {
  const given = Array.from({ length: 32_000 }, (_, i) => [
    `x${Math.floor(i / 32) + 1}.${i % 32}`,
    Math.sin(i),
  ]);
  const setup = { ...openingState.setup, T: 1000, X: 32, edits: Object.fromEntries(given) };
  const state = { ...openingState, setup, chartOf: 1000 };
  expect(leftOut(state)).toBe('edits');
  expect(decodeLink(encodeLink(state))).toMatchObject({
    setup: { T: 1000, X: 32, edits: {} },
    left: 'edits',
  });
  const few = { ...setup, edits: Object.fromEntries(given.slice(0, 6000)) };
  expect(decodeLink(encodeLink({ ...state, setup: few }))).toMatchObject({ setup: few });
});
