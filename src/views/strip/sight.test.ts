import { expect, test } from 'vitest';
import { panned, stretched, zoomed } from './sight';

const bounds = { T: 1000, most: 60 };

test('a window is moved within the sequence', () => {
  expect(panned({ first: 10, count: 60 }, 5.5, bounds)).toEqual({ first: 15.5, count: 60 });
  expect(panned({ first: 10, count: 60 }, -50, bounds).first).toBe(1);
  expect(panned({ first: 10, count: 60 }, 5000, bounds).first).toBe(941);
});

test('zooming keeps the step under the pointer where it is', () => {
  const before = { first: 100, count: 40 };
  const after = zoomed(before, 0.5, 130, bounds);
  expect(after.count).toBe(20);
  expect((130 - after.first) / after.count).toBeCloseTo((130 - before.first) / before.count, 12);
});

test('no window holds more steps than have a column, or fewer than three', () => {
  expect(zoomed({ first: 100, count: 40 }, 100, 120, bounds).count).toBe(60);
  expect(zoomed({ first: 100, count: 40 }, 0.001, 120, bounds).count).toBe(3);
  expect(zoomed({ first: 1, count: 2 }, 0.1, 1, { T: 2, most: 60 }).count).toBe(2);
  expect(zoomed({ first: 990, count: 11 }, 4, 1000, bounds)).toEqual({ first: 957, count: 44 });
});

test('an edge is drawn while the other stays', () => {
  expect(stretched(100, 120, bounds)).toEqual({ first: 100, count: 21 });
  expect(stretched(120, 100, bounds)).toEqual({ first: 100, count: 21 });
  expect(stretched(100, 400, bounds)).toEqual({ first: 100, count: 60 });
  expect(stretched(120, 121, bounds)).toEqual({ first: 120, count: 3 });
});
