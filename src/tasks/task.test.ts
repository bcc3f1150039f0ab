import { describe, expect, test } from 'vitest';
import { alphabetOf, drawSequence, HELD_OUT, isKeptBack, type ManyTask, sizesOf, textProblem } from './task';
import { setupOfTask } from './task-setups';

const T = 12;
const numbers = Array.from({ length: 200 }, (_, number) => number);

describe('a sequence follows from the seed and its number alone', () => {
  for (const kind of ['adding', 'echo', 'sine', 'text'] as const)
    test(kind, () => {
      const task = setupOfTask(kind).task as ManyTask;
      const { X, Y } = sizesOf(task) ?? { X: 0, Y: 0 };
      const one = drawSequence(task, T, 1, 7);
      expect(one).toEqual(drawSequence({ ...task, shown: 3 }, T, 1, 7));
      expect([one.x.length, one.d.length]).toEqual([T * X, T * Y]);
      expect(one).not.toEqual(drawSequence(task, T, 1, 8));
      expect(one).not.toEqual(drawSequence(task, T, 2, 7));
    });
});

test('adding: two marks, one in each half, and the sum of what they mark as the last target', () => {
  for (const number of numbers) {
    const { x, d } = drawSequence({ kind: 'adding', shown: 0 }, T, 1, number);
    const marked = Array.from({ length: T }, (_, t) => t).filter((t) => x[2 * t + 1] === 1);
    expect(marked.map((t) => (t < T / 2 ? 'first half' : 'second half'))).toEqual([
      'first half',
      'second half',
    ]);
    expect(d[T - 1]).toBe(x[2 * marked[0]] + x[2 * marked[1]]);
    expect(Array.from(d.subarray(0, T - 1))).toEqual(new Array(T - 1).fill(0));
  }
});

test('echo: every target is the input so many steps before, and 0 before there was one', () => {
  const { x, d } = drawSequence({ kind: 'echo', delay: 3, shown: 0 }, T, 1, 0);
  expect(Array.from(d)).toEqual([0, 0, 0, ...x.subarray(0, T - 3)]);
  expect(new Set(x)).toEqual(new Set([-1, 1]));
});

test('sine: every target is the next input, and turning points lie half a period of 8 to 24 steps apart', () => {
  for (const number of numbers) {
    const { x, d } = drawSequence({ kind: 'sine', shown: 0 }, 60, 1, number);
    expect(Array.from(d.subarray(0, 59))).toEqual(Array.from(x.subarray(1)));
    const crossings = Array.from(x).flatMap((value, t) => (t > 0 && value > 0 !== x[t - 1] > 0 ? [t] : []));
    const apart = crossings.slice(1).map((t, k) => t - crossings[k]);
    for (const steps of apart) {
      expect(steps).toBeGreaterThanOrEqual(3);
      expect(steps).toBeLessThanOrEqual(13);
    }
  }
});

describe('text', () => {
  const text = 'abcdefghij'.repeat(10);
  const task = { kind: 'text', text, shown: 0 } as const;

  test('each step is a 1 among zeros, and its target the character after it', () => {
    const { x, d } = drawSequence(task, T, 1, 5);
    const K = alphabetOf(text).length;
    const read = (lane: Float64Array) => Array.from({ length: T }, (_, t) => lane.indexOf(1, t * K) - t * K);
    const letters = read(x);
    expect(letters.slice(1)).toEqual(read(d).slice(0, -1));
    for (const [t, letter] of letters.entries()) expect(letter).toBe((letters[0] + t) % 10);
    expect(x.reduce((sum, value) => sum + value, 0)).toBe(T);
  });

  test('its last fifth is kept from training where that is long enough', () => {
    const marked = { ...task, text: `${'ab'.repeat(40)}${'cd'.repeat(10)}` };
    expect(isKeptBack(marked.text, T)).toBe(true);
    for (const number of numbers) {
      const [trained, kept] = [number, HELD_OUT + number].map((n) => drawSequence(marked, T, 1, n));
      // Entries 2 and 3 are c and d.
      expect(trained.x.some((value, i) => value === 1 && i % 4 >= 2)).toBe(false);
      expect(kept.x.some((value, i) => value === 1 && i % 4 < 2)).toBe(false);
    }
    expect(isKeptBack('abcabc', T)).toBe(false);
  });

  test('too long, too many characters or only one is refused', () => {
    expect(textProblem(text)).toBeNull();
    expect(textProblem('ab'.repeat(2001))).toBe('long');
    expect(textProblem(Array.from({ length: 33 }, (_, i) => String.fromCharCode(65 + i)).join(''))).toBe(
      'varied',
    );
    expect(textProblem('aaaa')).toBe('uniform');
  });
});
