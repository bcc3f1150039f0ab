import { expect, test } from 'vitest';
import { compile } from '../../engine';
import { formatNumber } from '../../notation';
import { presets } from '../../tasks/presets';
import { shapeOf } from '../../tasks/setup';
import { factorPerStep, originStep, reachedStep, trendOf } from './decay';
import { labelsAlong } from './labelled';

const norms = [Number.NaN, 0.6744621745216656, 1.2104612516471467, 1.5183978049309437];

test('the factor per step is the geometric mean of what has been seen', () => {
  expect(factorPerStep(norms, 3, 2)).toBeCloseTo(norms[2] / norms[3], 12);
  expect(factorPerStep(norms, 3, 1)).toBeCloseTo(Math.sqrt(norms[1] / norms[3]), 12);
  expect(factorPerStep(norms, 3, 3)).toBeNaN();
});

test('a factor is found where the quotient of the norms would overflow', () => {
  expect(factorPerStep([Number.NaN, 1e300, 1, 1e-300], 3, 1)).toBeCloseTo(1e300, -290);
  expect(factorPerStep([Number.NaN, 0, 1], 2, 1)).toBe(0);
  expect(factorPerStep([Number.NaN, 1, 0], 2, 1)).toBeNaN();
});

test('trends in words', () => {
  expect(trendOf(0.53, 1)).toBe('shrinks');
  expect(trendOf(1.4, 1)).toBe('grows');
  expect(trendOf(1.001, 1)).toBe('keeps');
  expect(trendOf(0, 0)).toBe('vanished');
  expect(trendOf(Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY)).toBe('overflowed');
  expect(trendOf(Number.NaN, Number.NaN)).toBe('notANumber');
});

test('the gradient sets out from the last step that it reaches', () => {
  expect(originStep(norms)).toBe(3);
  expect(originStep([Number.NaN, 1, Number.NaN])).toBe(1);
  expect(originStep([Number.NaN])).toBe(0);
});

test('a step is reached when its gradient is known, not before', () => {
  const plan = compile(shapeOf(presets[0].setup));
  const known = (id: string) => plan.cells.get(id)?.doneAt ?? Number.NaN;
  expect(reachedStep(plan, plan.bounds.backward)).toBe(4);
  expect(reachedStep(plan, known('d:S3') - 1)).toBe(4);
  expect(reachedStep(plan, known('d:S3'))).toBe(3);
  expect(reachedStep(plan, known('d:S2'))).toBe(2);
  expect(reachedStep(plan, plan.ops.length)).toBe(1);
});

const all = { first: 1, last: 3 };

test('numbers are shown where they do not overlap, the latest first', () => {
  expect([...labelsAlong(norms, all, 60, 12, formatNumber).shown]).toEqual([3, 2, 1]);
  expect([...labelsAlong(norms, all, 26, 12, formatNumber).shown]).toEqual([3, 1]);
});

test('numbers that stand beside their points are told apart where they stand', () => {
  const inwards = (t: number, size: number) => (2 - t) * (3 + size / 2);
  expect([...labelsAlong(norms, all, 26, 12, formatNumber, inwards).shown]).toEqual([3]);
});

test('two digits are written for all where three would leave some of them out', () => {
  expect(Object.values(labelsAlong(norms, all, 60, 12, formatNumber).texts)).toEqual([
    '0.674',
    '1.21',
    '1.52',
  ]);
  expect(Object.values(labelsAlong(norms, all, 30, 12, formatNumber).texts)).toEqual(['0.67', '1.2', '1.5']);
  expect(labelsAlong(norms, all, 30, 12, formatNumber).shown.size).toBe(3);
});

test('of an excerpt only its own numbers are written, and none has to give way to one out of sight', () => {
  const { texts, shown } = labelsAlong(norms, { first: 1, last: 2 }, 26, 12, formatNumber);
  expect([Object.keys(texts), [...shown]]).toEqual([
    ['1', '2'],
    [2, 1],
  ]);
});
