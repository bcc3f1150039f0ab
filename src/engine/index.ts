/** The engine: recurrent networks forward and backward, one recorded operation at a time. Runs without a DOM. */

export { firstBroken } from './broken';
export * from './cells';
// What is asked for rarely is loaded then: import the check from `./check`, Jacobians from `./jacobian`, `./chain` and
// `./factors`, or they are in the first script again.
export type { GradientCheck } from './check';
export { compile, compileProgram } from './compile';
export { execute, gradient, pack, record } from './execute';
export { norm, spectralNorm, spectralRadius } from './linear';
export {
  deltaNorms,
  flowNorms,
  gain,
  largestTerm,
  receivedNorm,
  termNorms,
  waysBack,
} from './measures';
export { ofStep, opsOfStep } from './of-step';
// The sweeps themselves are asked for rarely, too: import them from `./pairs`.
export type { Heard } from './pairs';
export { type Position, playheadOf, positionOf, type Stride, strideFrom } from './position';
export { slopeOf } from './rules';
export { angleBetween, clippingOfTotals } from './totals';
export {
  doneAt,
  doneTimes,
  largestIn,
  normIn,
  numbersIn,
  opAt,
  stateAfter,
  valueAt,
  weightsAfter,
} from './trace';
export type * from './types';
export { gradientNorm } from './update';
export { ShapeError } from './validate';
