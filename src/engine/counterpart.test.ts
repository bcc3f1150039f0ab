import fc from 'fast-check';
import { expect, test } from 'vitest';
import { presets } from '../tasks/presets';
import { type Setup, shapeOf } from '../tasks/setup';
import { compile } from './compile';
import { counterpart } from './counterpart';
import { nameOf } from './position';
import { doneAt } from './trace';
import type { Plan } from './types';

const planOf = (patch: Partial<Setup>): Plan => compile(shapeOf({ ...presets[0].setup, ...patch }));
const cells = ['rnn', 'lstm', 'gru'] as const;

const patches = fc.record({
  cell: fc.constantFrom(...cells),
  T: fc.constant(5),
  bias: fc.boolean(),
  errorAt: fc.constantFrom<Setup['errorAt']>('last', 'every', [2, 4]),
  clip: fc.constantFrom<Setup['clip']>('off', 'step', 'norm'),
  isMean: fc.boolean(),
  truncation: fc.constantFrom<Setup['truncation']>({ kind: 'full' }, { kind: 'window', k: 2 }),
  optimizer: fc.constantFrom<Setup['optimizer']>('sgd', 'adam'),
});
const pairs = fc.tuple(patches, patches);

/** Playheads at which a time step of a pass ends, by its name. */
const ends = (plan: Plan): Map<string, number> =>
  new Map(plan.ops.map(({ pass, t, index }) => [`${pass} ${t}`, index + 1]));

test('the same plan stands where it stands', () => {
  const plan = planOf({});
  expect(counterpart(plan, 17, plan)).toBe(17);
});

test('it never moves back, begins with the other and ends with it', () => {
  fc.assert(
    fc.property(pairs, (pair) => {
      const [from, to] = pair.map(planOf);
      const all = Array.from({ length: from.ops.length + 1 }, (_, done) => counterpart(from, done, to));
      expect(all[0]).toBe(0);
      expect(all.at(-1)).toBe(to.ops.length);
      expect(all).toEqual([...all].sort((a, b) => a - b));
    }),
  );
});

test('where a time step or a pass ends in one it ends in the other', () => {
  fc.assert(
    fc.property(pairs, (pair) => {
      const [from, to] = pair.map(planOf);
      const theirs = ends(to);
      // With its last step a pass ends, and the other may have more steps to go in it.
      const isEnd = (done: number) => done === from.bounds.backward || done === from.bounds.update;
      for (const [step, done] of ends(from))
        if (theirs.has(step) && !isEnd(done))
          expect(counterpart(from, done, to), step).toBe(theirs.get(step));
      for (const bound of ['backward', 'update', 'end'] as const)
        expect(counterpart(from, from.bounds[bound], to)).toBe(to.bounds[bound]);
    }),
  );
});

test('within a step it stays in the same pass and step', () => {
  fc.assert(
    fc.property(pairs, (pair) => {
      const [from, to] = pair.map(planOf);
      const theirs = ends(to);
      for (const { pass, t, index } of from.ops) {
        const done = counterpart(from, index + 1, to);
        if (!theirs.has(`${pass} ${t}`) || done === to.bounds.backward || done === to.bounds.update) continue;
        const op = to.ops[done - 1];
        const before = to.ops[done];
        const isHere = (one: typeof op | undefined) => one?.pass === pass && one.t === t;
        expect(isHere(op) || isHere(before), `${pass} ${t}`).toBe(true);
      }
    }),
  );
});

test.each(cells.flatMap((from) => cells.map((to) => [from, to] as const)))(
  'what both compute is there at the same moment: %s beside %s',
  (one, other) => {
    const [from, to] = [planOf({ cell: one, errorAt: 'every' }), planOf({ cell: other, errorAt: 'every' })];
    for (const cell of ['S2', 'Y1', 'E3', 'd:Y2', 'd:S3', 'd:S1', 'd:Ws@2', 'sum:Wx@1', 'next:Wy'])
      expect(counterpart(from, doneAt(from, cell), to), cell).toBe(doneAt(to, cell));
  },
);

test('of what the other has not, the share of the way is done that is done here', () => {
  const [rnn, lstm] = [planOf({}), planOf({ cell: 'lstm' })];
  // Seven operations of an LSTM lead from a_1 to S_1, where the RNN has one.
  const lanes = lstm.ops.slice(0, 8).map(nameOf);
  expect(lanes).toEqual(['a', 'i', 'f', 'g', 'q', 'C', 'h', 'S']);
  expect(lanes.map((_, index) => counterpart(lstm, index + 1, rnn))).toEqual([1, 1, 1, 1, 1, 1, 1, 2]);
  expect([1, 2].map((done) => counterpart(rnn, done, lstm))).toEqual([1, 8]);
});

test('a step that the other does not go through is passed over', () => {
  const whole = planOf({ T: 5 });
  const early = planOf({ T: 5, errorAt: [2] });
  const at = doneAt(whole, 'd:S4');
  expect(counterpart(whole, at, early)).toBe(early.bounds.backward);
  expect(counterpart(whole, doneAt(whole, 'd:S2'), early)).toBe(doneAt(early, 'd:S2'));
});
