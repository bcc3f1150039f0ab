import { describe, expect, test } from 'vitest';
import { grad } from './cells';
import { compile } from './compile';
import { execute } from './execute';
import { norm } from './linear';
import { clippingOfTotals } from './totals';
import { numbersIn, stateAfter } from './trace';
import { type Sequence, Trainer } from './train';
import type { Shape, Values } from './types';

const shape: Shape = {
  cell: 'gru',
  ...{ T: 6, X: 2, H: 3, Y: 2 },
  ...{ g1: 'tanh', g2: 'tanh', bias: true, clip: 'off' },
  errorAt: [2, 5, 6],
};

const wave = (length: number, phase: number) =>
  Float64Array.from({ length }, (_, i) => 0.7 * Math.sin(3 * i + phase));

function start(changed: Shape): Values {
  const { inputs } = compile(changed);
  const lanes = [...inputs].filter(([lane]) => !compile(changed).defaults.has(lane));
  const values = lanes.map(([lane, length], k) => [lane, wave(length, k)] as const);
  return { ...Object.fromEntries(values), theta: [0.2], eta: [0.05] };
}

describe('the numbers of a training are those of traces, one after the other', () => {
  for (const optimizer of ['sgd', 'momentum', 'adam'] as const)
    for (const clip of ['off', 'step', 'norm', 'value'] as const)
      test(`${optimizer}, clip ${clip}`, () => {
        const changed: Shape = { ...shape, optimizer, clip };
        const plan = compile(changed);
        let values = start(changed);
        const trainer = new Trainer(plan, values);
        for (let k = 0; k < 4; k++) {
          const trace = execute(plan, values);
          const updated = trainer.update([values as Sequence]);
          expect(updated.error).toBe(numbersIn(trace, plan.error)?.[0]);
          const all = plan.weights.flatMap((weight) => Array.from(numbersIn(trace, grad(weight)) ?? []));
          expect(updated.norm).toBeCloseTo(norm(all), 13);
          expect(updated.clippedNorm).toBeCloseTo(clippingOfTotals(trace)?.after ?? norm(all), 13);
          values = { ...values, ...stateAfter(trace) };
        }
        const expected = Object.entries(values).filter(([lane]) => lane in trainer.state());
        expect(trainer.state()).toEqual(
          Object.fromEntries(expected.map(([lane, numbers]) => [lane, Float64Array.from(numbers)])),
        );
        expect(Object.keys(trainer.state())).toEqual(expect.arrayContaining([...plan.weights]));
      });
});

test('a batch counts by its mean: two sequences together move the weights by half of what each would', () => {
  const plan = compile(shape);
  const values = start(shape);
  const other = { x: wave(12, 7), d: wave(12, 9) };
  const step = (batch: readonly Sequence[]) => {
    const trainer = new Trainer(plan, values);
    const { error } = trainer.update(batch);
    return { error, Ws: trainer.state().Ws.map((w, i) => w - values.Ws[i]) };
  };
  const [one, two, both] = [step([values as Sequence]), step([other]), step([values as Sequence, other])];
  expect(both.error).toBeCloseTo((one.error + two.error) / 2, 14);
  for (const [i, moved] of both.Ws.entries()) expect(moved).toBeCloseTo((one.Ws[i] + two.Ws[i]) / 2, 15);
});

test('a learning rate changed on the way holds from the next update on, and answers are the outputs', () => {
  const plan = compile(shape);
  const values = start(shape);
  const trainer = new Trainer(plan, values);
  const before = execute(plan, values);
  const outputs = new Float64Array(12);
  expect(trainer.answer(values as Sequence, outputs)).toBe(numbersIn(before, plan.error)?.[0]);
  expect(Array.from(outputs.subarray(10))).toEqual(Array.from(numbersIn(before, 'Y6') ?? []));
  trainer.set('eta', 0);
  trainer.update([values as Sequence]);
  expect(trainer.state().Ws).toEqual(Float64Array.from(values.Ws));
});
