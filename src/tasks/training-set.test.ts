import { expect, test } from 'vitest';
import { article } from './article';
import type { Setup } from './setup';
import { adding, echo, setupOfTask, sine } from './task-setups';
import { baselineOf, HELD_OUT_COUNT, isRight, TrainingSet } from './training-set';

test('batches go round all sequences in turn', () => {
  const set = new TrainingSet({ ...echo, batch: 16 });
  const perRound = set.count / 16;
  expect(set.count).toBe(1024);
  expect(set.batch(0)).toHaveLength(16);
  expect(set.batch(perRound)).toEqual(set.batch(0));
  expect(set.batch(perRound)[0]).toBe(set.batch(0)[0]);
  expect(set.batch(1)[0]).not.toEqual(set.batch(0)[0]);
});

test('what is kept from training is not trained on', () => {
  const set = new TrainingSet(adding);
  const trained = new Set(set.batch(0).map(({ x }) => x.join()));
  expect(set.heldOut()).toHaveLength(HELD_OUT_COUNT);
  for (const { x } of set.heldOut()) expect(trained.has(x.join())).toBe(false);
  expect(new TrainingSet(article).heldOut()).toEqual([]);
});

test('an own sequence is trained on as it stands in the setup', () => {
  const [{ x, d }] = new TrainingSet(article).batch(5);
  expect(Array.from(x)).toEqual([1, 0.5, -1]);
  expect(d[2]).toBe(0.7);
});

test('the error of a model that learned nothing is that of the best answer that is always the same', () => {
  // Two numbers uniform in [0, 1]: each has a variance of 1/12. Of 1024 sequences it is known to some 4 %.
  expect(baselineOf(adding) * 6).toBeGreaterThan(0.88);
  expect(baselineOf(adding) * 6).toBeLessThan(1.12);
  expect(baselineOf({ ...adding, loss: 'half' })).toBeCloseTo(baselineOf(adding) / 2, 12);
  // Nine of twelve targets are 1 or −1; E is their mean.
  expect(baselineOf(echo)).toBeCloseTo(9 / 12, 2);
  expect(baselineOf({ ...echo, isMean: false })).toBeCloseTo(9, 1);
  expect(baselineOf(sine)).toBeCloseTo(0.5, 1);
  // A single sequence could be known by heart: compared is the answer 0.
  expect(baselineOf(article)).toBeCloseTo(0.49, 12);
});

test('with softmax it is the entropy of how frequent the characters are', () => {
  const even: Setup = {
    ...setupOfTask('text'),
    X: 4,
    Y: 4,
    task: { kind: 'text', text: 'abcd'.repeat(40), shown: 0 },
  };
  expect(baselineOf(even)).toBeCloseTo(Math.log(4), 2);
  expect(baselineOf({ ...even, task: { kind: 'own' } })).toBeCloseTo((12 * Math.log(4)) / 12, 12);
});

test('an answer is right by its sign, its largest entry, or its distance', () => {
  expect(isRight(echo, [0.2], [1])).toBe(true);
  expect(isRight(echo, [-0.2], [1])).toBe(false);
  expect(isRight(echo, [0.2], [0])).toBeNull();
  expect(isRight(setupOfTask('text'), [0.2, 0.5, 0.3], [0, 1, 0])).toBe(true);
  expect(isRight(setupOfTask('text'), [0.2, 0.5, 0.3], [1, 0, 0])).toBe(false);
  expect(isRight(adding, [1.09], [1])).toBe(true);
  expect(isRight(adding, [1.11], [1])).toBe(false);
});
