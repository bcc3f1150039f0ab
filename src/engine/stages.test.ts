import { expect, test } from 'vitest';
import { compile } from './compile';
import { encodePass } from './encode';
import { rules } from './rules';
import { stagesOf } from './stages';
import type { Shape } from './types';

const shape: Shape = {
  cell: 'rnn',
  ...{ T: 5, X: 2, H: 3, Y: 2 },
  ...{ g1: 'tanh', g2: 'sigmoid', bias: true, clip: 'off' },
  errorAt: [1, 2, 3, 4, 5],
};

function stages(changes: Partial<Shape>) {
  const { ops, cells, bounds } = compile({ ...shape, ...changes });
  const run = (from: number, to: number) =>
    stagesOf(
      ops.slice(from, to).filter((op) => rules[op.rule].kernel && (cells.get(op.out)?.offset ?? -1) >= 0),
      cells,
    ).map(({ ops: [first, ...rest], isTogether }) =>
      isTogether ? `${rest.length + 1} × ${first.rule}` : `${first.out} and ${rest.length} more in turn`,
    );
  return { forward: run(0, bounds.backward), backward: run(bounds.backward, bounds.update) };
}

test('states wait for each other; outputs, errors and what they send back are made together', () => {
  expect(stages({})).toEqual({
    forward: ['a1 and 9 more in turn', '5 × affine', '5 × sigmoid', '5 × squared', '1 × total'],
    // d:S5 is no sum and stands in the circle: the last step receives from its output alone.
    backward: ['5 × squaredSlope', '5 × sigmoidSlope', '4 × transposed', 'd:S5 and 14 more in turn'],
  });
});

test('a state that shares the place of its pre-activation still waits for itself', () => {
  expect(stages({ g1: 'identity' }).forward[0]).toBe('a1 and 4 more in turn');
});

test('what does not recur takes one instruction for all steps', () => {
  const { ops, cells, bounds } = compile(shape);
  const code = encodePass(ops.slice(0, bounds.backward), cells);
  expect(code.map(({ n, count }) => [n, count])).toEqual([
    ...Array.from({ length: 10 }, () => [3, 1]), // a_t, S_t
    [2, 5], // o_t
    [10, 1], // Y_t, entry by entry
    [1, 5], // E_t
    [1, 1], // E
  ]);
});

test('gates that stand side by side take one instruction, forward and back', () => {
  const { cells, code } = compile({ ...shape, cell: 'gru' });
  const lengthAt = (id: string) => code.find(({ out }) => out === cells.get(id)?.offset)?.n;
  // r and z: where they are added up, where they are squashed, and the gradients of what they squash.
  for (const id of ['ar3', 'r3', 'd:w.r3']) expect(lengthAt(id), id).toBe(6);
  for (const id of ['az3', 'z3', 'd:w.z3']) expect(lengthAt(id), id).toBeUndefined();
  expect(lengthAt('n3')).toBe(3);
});

test('what a long state does not wait for is added up for all steps before', () => {
  const { cells, code } = compile({ ...shape, H: 16 });
  const [first] = code;
  expect([first.out, first.n, first.count]).toEqual([cells.get('a1')?.offset, 16, 5]);
});
