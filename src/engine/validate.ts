import type { Plan, Shape, Values } from './types';

/** Sizes that don't fit together. The message names them and says what would fit. */
export class ShapeError extends Error {
  override readonly name = 'ShapeError';
}

/** @throws ShapeError if a size is not a whole number ≥ 1, or an error is placed outside 1 … T */
export function checkShape(shape: Shape): void {
  for (const size of ['T', 'X', 'H', 'Y'] as const) {
    if (!Number.isInteger(shape[size]) || shape[size] < 1) {
      throw new ShapeError(`${size} is ${shape[size]}; it must be a whole number of at least 1.`);
    }
  }
  for (const kind of ['window', 'horizon'] as const) {
    const length = shape[kind];
    if (length !== undefined && (!Number.isInteger(length) || length < 1)) {
      throw new ShapeError(`The ${kind} is ${length} steps; it must be a whole number of at least 1.`);
    }
  }
  if (shape.horizon !== undefined && shape.window !== undefined) {
    throw new ShapeError('Truncation is by windows or by a horizon, not both.');
  }
  if (shape.horizon !== undefined && shape.clip === 'step') {
    throw new ShapeError(
      'With a horizon the errors are followed apart, so their sum cannot be clipped at each step.',
    );
  }
  let before = 0;
  for (const t of shape.errorAt) {
    if (!Number.isInteger(t) || t < 1 || t > shape.T) {
      throw new ShapeError(
        `An error is placed at step ${t}; with T = ${shape.T} it must be at a step from 1 to ${shape.T}.`,
      );
    }
    if (t <= before)
      throw new ShapeError('The steps with an error must be named in ascending order, each once.');
    before = t;
  }
  if (shape.errorAt.length === 0) throw new ShapeError('No step has an error; at least one must.');
}

/** @throws ShapeError if a lane is missing or has another number of entries than the plan's sizes ask for */
export function checkValues(plan: Plan, values: Values): void {
  for (const [lane, length] of plan.inputs) {
    const given = values[lane];
    if (!given && plan.defaults.has(lane)) continue;
    if (!given)
      throw new ShapeError(`${lane} is missing; it needs ${length} entries (${describeSizes(plan)}).`);
    if (given.length !== length) {
      throw new ShapeError(
        `${lane} has ${given.length} entries; it needs ${length} (${describeSizes(plan)}).`,
      );
    }
  }
}

const describeSizes = ({ shape: { cell, T, X, H, Y } }: Plan): string =>
  `${cell}, T = ${T}, X = ${X}, H = ${H}, Y = ${Y}`;
