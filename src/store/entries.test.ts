import { expect, test } from 'vitest';
import { beginAfresh, now, value } from '../../test/networks/store';
import { applyPreset, changeSetup, reset, undo, updateOnce } from './actions';
import { editEntry, pasteCell } from './entries';
import { openingState } from './state';

beginAfresh();

test('an edited number is exactly what was typed', () => {
  expect(editEntry('Wx.0.0', 0.1 + 0.2)).toBeNull();
  expect(value('Wx')).toEqual([0.1 + 0.2]);
  expect(editEntry('S0.0', -0)).toBeNull();
  expect(Object.is(value('S0')[0], 0)).toBe(true);
});

test('a number that can’t be computed with is refused with a sentence', () => {
  expect(editEntry('x1.0', Number.NaN)).toContain('finite');
  expect(editEntry('__proto__', 1)).toContain('__proto__');
  expect(now().setup).toBe(openingState.setup);
});

test('an edit of a scaled Ws keeps the other entries and ends the scaling', () => {
  applyPreset('vanishing');
  const before = value('Ws');
  editEntry('Ws.1.2', 0.5);
  expect(now().setup.scale).toBeNull();
  expect(value('Ws')).toEqual(before.map((entry, index) => (index === 6 ? 0.5 : entry)));
});

test('a trained weight is edited where it stands, and undo takes the edit back', () => {
  updateOnce();
  const trained = value('Wx');
  editEntry('Ws.0.0', 2);
  expect(value('Ws')).toEqual([2]);
  expect(value('Wx')).toEqual(trained);
  expect(now().setup).toBe(openingState.setup);
  undo();
  expect(value('Wx')).toEqual(trained);
  reset();
  expect(value('Ws')).toEqual([0.8]);
});

test('a pasted matrix takes its cell, a wrong one gives a sentence and changes nothing', () => {
  changeSetup({ H: 2 });
  expect(pasteCell('Ws', '[[1, 2], [3, 4]]')).toBeNull();
  expect(value('Ws')).toEqual([1, 2, 3, 4]);
  const { setup } = now();
  expect(pasteCell('Ws', '1 2 3')).toBe('Ws is 2 × 2; the text has 1 row of 3.');
  expect(pasteCell('S3', '1')).toContain('computed');
  expect(pasteCell('bs', '1 2')).toContain('has none');
  expect(pasteCell('x9', '1')).toContain('“x₉”');
  expect(now().setup).toBe(setup);
  expect(pasteCell('S0', '5; 6')).toBeNull();
  expect(value('S0')).toEqual([5, 6]);
});

test('a pasted sequence fits T, or sets it when asked to', () => {
  expect(pasteCell('x', '1 2 3')).toBeNull();
  expect(value('x3')).toEqual([3]);
  expect(pasteCell('x', '1 2 3 4 5')).toBe('x has 3 time steps; the text has 5.');
  expect(pasteCell('x', '1 2 3 4 5', { setsLength: true })).toBeNull();
  expect(now()).toMatchObject({ chartOf: 5, setup: { T: 5 } });
  expect(value('x5')).toEqual([5]);
  expect(pasteCell('x', '1 '.repeat(1001), { setsLength: true })).toContain('1 to 1000 time steps');
  undo();
  expect(now().setup.T).toBe(3);
});

test('targets are pasted for the steps that have an error', () => {
  expect(pasteCell('d', '0.25')).toBeNull();
  expect(value('d3')).toEqual([0.25]);
  changeSetup({ errorAt: 'every' });
  expect(pasteCell('d', '1 2 3')).toBeNull();
  expect([value('d1'), value('d2'), value('d3')]).toEqual([[1], [2], [3]]);
});
