import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { applyPreset, changeSetup, setPlayhead, updateOnce } from '../../src/store';
import { momentOf, resume } from '../../src/store/change';
import { editEntry } from '../../src/store/entries';
import { decodeLink, encodeLink, leftOut } from '../../src/store/link';
import { run } from '../../src/store/run';
import { openingState, store } from '../../src/store/state';
import { presets } from '../../src/tasks/presets';
import { limits, type Setup } from '../../src/tasks/setup';
import { real, setups, whole } from './any-setup.ts';

beforeEach(() => store.setState(openingState, true));

/** Links that were given away. Each must open for ever, and at this very moment. Never change one; add new ones. */
const golden = [
  '#v1.N4IghgLiBcDaICMwGMDWB3MAnAJiANAEz4g7QDKIAugL5A',
  '#v1.N4IgzgpgLgrgDiAXKAKkgHAGhACSQFmwgCdiB7YgQSiRAgDcSBPEbAYwBsBLBRcKCAmyQIAEyQAmAAwBmCdlEBDKIoDKEMZNnzwbRRwgEiorlDBJgAX0vZlSANogARorYBrAO6Li4zIRCcPIiqIAC62AaiAOYktADqAB6sIABmZByimohQxDAQlkA',
  '#v1.N4IgzgpgLgrgDiAXKCATAllMTQA8CMAdAAxL4A0IuATCUsYdQKyW4DMdiAtBSKh6UQMA7JQDquEpwYsQYsFMEMAHOICeisgF8tlKACcAhugB2aHHNxIA2gwAs1YW2rEmATib47w4g7cA2AF1xbERbQjdqRztiHzc2NiY7O3xqYLk1GwY3YWFlf2VhfGIC6jY3fCDdEHhUQygIUN4IfX0Ae30AIQgAMw6IekJ-eP9-YjZhHIdlZXxeepsQACNDAGMAawB3Q31UEHJeAF5URABlUnSAGzQAcxakDJAtIA',
  '#v1.N4IghgLiBcDaICMwGMDWB3MAnAJiANAMz4gDOArgLbQDqAngAIgC6JADlgKY4CWyU0UAjowQEHpU4ACUhE5sCITCOggAFjxycQAXx1A',
  '#v1.N4IgzgpgLgrgDiAXKAxhANupJ1igWxABoQAVJARgCYSAJJAFhMggBMkBOABhNYEMofAMoQ2nHuBR90EJFwB0HEmwCWUMEmABfLSRQB7fHD4AnMYgDaoSLATIQaTNhMA7FyB1Fr0eJocYsRBAAcxMYDy0AXRI4dD40ShIBJAsQACN4gGsAd1N2IgBWXkQhEEitIA',
  '#v1.N4IgxgNglgZjIC5QDsCmAXA7gewE4GtEQAHAQ2NVxABoQBXYgE1PVUQBYAmAX26A',
];

const opened = (link: string) => {
  const linked = decodeLink(link);
  if (!linked || 'error' in linked) throw new Error(`The link was not opened: ${linked?.error}`);
  return { ...linked, playhead: resume(linked.setup, linked.position) };
};

test('the golden link to the gradient of S_2 in the article’s network opens', () => {
  expect(opened(golden[0])).toMatchObject({
    setup: { T: 3, H: 1, edits: { 'x1.0': 1, 'x2.0': 0.5, 'x3.0': -1, 'd3.0': 0.7 } },
    position: { pass: 'backward', t: 2, op: 'd:S' },
    playhead: 24,
    trained: null,
    ledger: 'Ws',
  });
});

test('the golden link to Clipped with every error, folded, opens', () => {
  expect(opened(golden[1])).toMatchObject({
    setup: { T: 8, H: 4, g1: 'tanh', errorAt: 'every', clip: 'step', threshold: 1, scale: 4, seed: 2032 },
    position: { pass: 'backward', t: 4, op: 'clip:S' },
    playhead: 99,
    ledger: 'Wx',
    folded: true,
  });
});

test('the golden link to the article’s network after an edit and an update opens', () => {
  expect(opened(golden[2])).toMatchObject({
    setup: { T: 3, edits: { 'x2.0': 0.25 } },
    trained: { Wx: [0.42732059514704296], Ws: [0.9227407093354412], Wy: [0.9778687106823916] },
    updates: 1,
    position: { pass: 'backward', t: 1, op: '=d:S0' },
    playhead: 36,
    ledger: 'Wy',
  });
});

test('the golden link that predicts by time step, hidden until a key, opens', () => {
  expect(opened(golden[3])).toMatchObject({
    setup: { T: 3, H: 1 },
    playhead: 17,
    predict: { by: 'time step', way: 'hide' },
  });
});

test('the golden link to an LSTM that is compared with an RNN and a GRU opens', () => {
  expect(opened(golden[4])).toMatchObject({
    setup: { cell: 'lstm', T: 12, H: 4, scale: 0.9, seed: 90 },
    comparison: {
      place: 1,
      others: [{ setup: { cell: 'rnn', T: 12, seed: 90 } }, { setup: { cell: 'gru', T: 12, seed: 90 } }],
    },
    position: { pass: 'backward', t: 5, op: 'd:S' },
    playhead: 243,
  });
});

test('the golden link to the cliff, where the descent that is not clipped has just been thrown off it, opens', () => {
  expect(opened(golden[5]).cliff).toEqual({ network: 'paper', update: 42 });
});

test('any setup, trained or not, and any playhead survive a link', () => {
  fc.assert(
    fc.property(setups, fc.double({ min: 0, max: 1, noNaN: true }), fc.boolean(), (setup, at, isTrained) => {
      store.setState({ ...openingState, setup, chartOf: setup.T }, true);
      if (isTrained) updateOnce();
      setPlayhead(at * run(store.getState()).plan.ops.length);
      const state = store.getState();
      const back = opened(encodeLink(state));
      const plain = JSON.parse(JSON.stringify(setup)) as Setup;
      // JSON writes −0 as 0; as an input it makes no difference to any number but the sign of a zero.
      expect(back.setup).toEqual(plain);
      expect(back.playhead).toBe(state.playhead);
      expect(back.position).toEqual(momentOf(state).position);
      // The largest networks' trained weights are more than a link has room for, and it says so.
      if (leftOut(state)) {
        expect(back).toMatchObject({ left: 'trained', trained: null, updates: 0 });
        return;
      }
      expect(back.updates).toBe(state.updates);
      for (const [name, weight] of Object.entries(state.trained ?? {})) {
        expect(back.trained?.[name]).toEqual(Array.from(weight));
      }
      const again = { ...state, setup: back.setup, trained: back.trained, playhead: back.playhead };
      expect(encodeLink(again)).toBe(encodeLink(state));
    }),
    { numRuns: 40 },
  );
  // Every drawn network is compiled anew, and the largest have thousands of operations.
}, 30_000);

test('whatever is compared survives a link, and the one that is chosen', () => {
  fc.assert(
    fc.property(fc.array(setups, { minLength: 2, maxLength: 3 }), fc.nat(2), (drawn, chosen) => {
      const all = drawn.map((setup) => ({
        ...{ trained: null, updates: 0, errorBefore: null },
        setup: { ...setup, T: drawn[0].T },
      }));
      const place = chosen % all.length;
      const comparison = { place, others: all.filter((_, index) => index !== place) };
      const state = { ...openingState, ...all[place], comparison, chartOf: drawn[0].T };
      const back = opened(encodeLink(state));
      expect(JSON.parse(JSON.stringify([back.setup, back.comparison]))).toEqual(
        JSON.parse(JSON.stringify([state.setup, comparison])),
      );
    }),
    { numRuns: 40 },
  );
}, 30_000);

const weightEntry = fc
  .tuple(fc.constantFrom('Wx', 'Ws', 'Wy', 'bx', 'bs', 'by'), fc.nat(255))
  .map(([weight, entry]) => `${weight}:${entry}`);

test('the cliff survives a link as it is looked at', () => {
  const cliffs = fc.record(
    {
      network: fc.constantFrom('paper' as const, 'present' as const),
      update: whole(limits.descent),
      across: weightEntry,
      up: weightEntry,
      reach: real(limits.reach),
      start: fc.tuple(real(limits.parameter), real(limits.parameter)),
      eta: real(limits.learningRate),
      theta: real(limits.threshold),
    },
    { requiredKeys: ['network', 'update'], noNullPrototype: true },
  );
  fc.assert(
    fc.property(cliffs, (cliff) => {
      expect(opened(encodeLink({ ...openingState, cliff })).cliff).toEqual(cliff);
    }),
  );
});

test('every playhead of every preset comes back exactly', () => {
  for (const { id } of presets) {
    applyPreset(id);
    changeSetup({ errorAt: id === 'clipped' ? 'every' : 'last', T: 4, bias: true });
    const end = run(store.getState()).plan.ops.length;
    for (let playhead = 0; playhead <= end; playhead++) {
      const state = { ...store.getState(), playhead };
      expect(opened(encodeLink(state)).playhead).toBe(playhead);
    }
  }
});

test('whatever stands behind #, there is a sentence or a sound start, never a failure', () => {
  applyPreset('clipped');
  editEntry('Ws.1.2', 0.5);
  updateOnce();
  const link = encodeLink(store.getState());
  const damaged = fc
    .tuple(fc.nat(link.length), fc.string({ maxLength: 3 }), fc.nat(4))
    .map(([at, put, cut]) => link.slice(0, at) + put + link.slice(at + cut));
  fc.assert(
    fc.property(
      fc.oneof(
        damaged,
        fc.string(),
        fc.string().map((text) => `#v1.${text}`),
      ),
      (hash) => {
        const linked = decodeLink(hash);
        if (!linked) return;
        if ('error' in linked) expect(linked.error.length).toBeGreaterThan(20);
        else expect(run(linked).valueMax).toBeGreaterThanOrEqual(1);
      },
    ),
    { numRuns: 300 },
  );
});
