/**
 * The one table of rules. A rule says how an operation runs and, as operations again, what its derivative is: walking
 * a program backward through this table gives the backward pass, so that stepping, training and measuring share it.
 */

import { type Instruction, instructionOf, type Kernel } from './instruction';
import * as kernels from './kernels';
import { affine, affineOfShort, outer, splitAffine, transposed } from './products';
import type { Activation, CellId } from './types';

export interface Size {
  readonly rows: number;
  readonly cols: number;
}

/** An operation before it has a place in a list: what is applied to what. */
export interface Application {
  readonly rule: RuleName;
  readonly in: readonly CellId[];
}

/** The operation of the forward pass whose derivative is asked for. */
export interface Applied extends Application {
  readonly out: CellId;
}

/** Errors: where the sweep starts, with ∂E/∂E_t = 1. */
export const isError = (rule: RuleName): boolean => rule in slopesOfErrors;

const slopesOfErrors: Partial<Record<RuleName, RuleName>> = {
  squared: 'squaredSlope',
  halfSquared: 'halfSquaredSlope',
  crossEntropy: 'crossEntropySlope',
};

interface Rule {
  /** How it runs; absent where `out` has the numbers of input 0 and shares their place. */
  readonly kernel?: Kernel;
  /** How it runs where the vectors it multiplies are all short (see `products/`), if that is another way. */
  readonly kernelOfShort?: Kernel;
  /** How it runs on more than two inputs, if that is another way. */
  readonly kernelOfMore?: Kernel;
  /** How it runs where the first input's transpose stands ready, and is input a. */
  readonly kernelOfTurned?: Kernel;
  /** The instructions that do it together, each in a better way, where it is not to be merged with others. */
  split?(instruction: Instruction): readonly Instruction[];
  /** Which input goes into which place (a, b, c, d, e) of the instruction, where that is not their order. */
  arrange?(inputs: readonly CellId[]): readonly (CellId | undefined)[];
  /**
   * How many of its inputs are read entry by entry, as the result is written; the others are one number for all. Then
   * operations on neighbouring cells are one on all their entries. Absent for what is not done entry by entry.
   */
  readonly entrywise?: number;
  /** Reads any number of inputs, cells of one lane, which stand side by side: all of them are input a. */
  readonly readsAll?: boolean;
  /** Size of the result. */
  size(inputs: readonly Size[]): Size;
  /**
   * What input `i` receives from the gradient `d` of the result: an operation, `d` itself where it passes unchanged, or
   * nothing. Absent for operations that are never differentiated.
   */
  vjp?(op: Applied, i: number, d: CellId): Application | CellId | undefined;
}

const likeFirst = ([first]: readonly Size[]): Size => first;
const likeSecond = ([, second]: readonly Size[]): Size => second;
const scalar = (): Size => ({ rows: 1, cols: 1 });

/** The bias of an affine goes into place e, whether one product comes before it or two. */
const withBias = (inputs: readonly CellId[]): (CellId | undefined)[] => {
  const [bias] = inputs.slice(-1);
  const products = inputs.slice(0, -1);
  return [...products, ...new Array<undefined>(4 - products.length), bias];
};

/** An activation's derivative is read off its output (see `slopeOf`), so its rule needs only that. */
const activation = (kernel: Kernel | undefined, slope: RuleName): Rule => ({
  kernel,
  entrywise: 1,
  size: likeFirst,
  vjp: (op, _, d) => ({ rule: slope, in: [d, op.out] }),
});

export type RuleName =
  | 'affine'
  | Activation
  | 'hadamard'
  | 'squared'
  | 'halfSquared'
  | 'halfSquaredSlope'
  | 'softmax'
  | 'crossEntropy'
  | 'crossEntropySlope'
  | 'mix'
  | 'mixGate'
  | 'mixNew'
  | 'total'
  | 'mean'
  | 'transposed'
  | 'outer'
  | `${Activation}Slope`
  | 'squaredSlope'
  | 'add'
  | 'pass'
  | 'clip'
  | 'norm'
  | 'clipByNorm'
  | 'clipByValue'
  | 'momentum'
  | 'average'
  | 'averageSquare'
  | 'unbias'
  | 'descendAdam'
  | 'descend';

export const rules: Readonly<Record<RuleName, Rule>> = {
  /** W v (+ W₂ v₂) (+ b), with in = [W, v, W₂?, v₂?, b?]. */
  affine: {
    kernel: affine,
    kernelOfShort: affineOfShort,
    split: splitAffine,
    arrange: (inputs) => (inputs.length % 2 === 1 ? withBias(inputs) : inputs),
    size: ([w]) => ({ rows: w.rows, cols: 1 }),
    vjp: (op, i, d) => {
      const isBias = i === op.in.length - 1 && op.in.length % 2 === 1;
      if (isBias) return d;
      return i % 2 === 0
        ? { rule: 'outer', in: [d, op.in[i + 1]] }
        : { rule: 'transposed', in: [op.in[i - 1], d] };
    },
  },

  tanh: activation(kernels.tanh, 'tanhSlope'),
  sigmoid: activation(kernels.sigmoid, 'sigmoidSlope'),
  relu: activation(kernels.relu, 'reluSlope'),
  identity: activation(undefined, 'identitySlope'),

  /** u ⊙ v (+ u₂ ⊙ v₂), with in = [u, v, u₂?, v₂?]: gates. */
  hadamard: {
    kernel: kernels.hadamard,
    kernelOfMore: kernels.hadamards,
    entrywise: 4,
    size: likeFirst,
    vjp: (op, i, d) => ({ rule: 'hadamard', in: [d, op.in[i % 2 === 0 ? i + 1 : i - 1]] }),
  },

  /** ‖d − Y‖², with in = [d, Y, share?]: `share` is ∂E/∂E_t where that is not 1. */
  squared: {
    kernel: kernels.squared,
    size: scalar,
    vjp: (op, i) => (i === 1 ? { rule: 'squaredSlope', in: op.in } : undefined),
  },

  /** ½‖d − Y‖². */
  halfSquared: {
    kernel: kernels.halfSquared,
    size: scalar,
    vjp: (op, i) => (i === 1 ? { rule: 'halfSquaredSlope', in: op.in } : undefined),
  },

  softmax: { kernel: kernels.softmax, size: likeFirst },

  /**
   * −Σ d ln softmax(o), with in = [d, o, Y = softmax(o), share?]. Fused: its gradient reaches o directly and does not pass
   * through Y, whose own might be infinite where the product is not.
   */
  crossEntropy: {
    kernel: kernels.crossEntropy,
    size: scalar,
    vjp: (op, i) => (i === 1 ? { rule: 'crossEntropySlope', in: [op.in[0], ...op.in.slice(2)] } : undefined),
  },

  /** (1 − z) ⊙ n + z ⊙ h, with in = [z, n, h]: the GRU's new state. */
  mix: {
    kernel: kernels.mix,
    entrywise: 3,
    size: likeFirst,
    vjp: ({ in: [z, n, h] }, i, d) => {
      if (i === 0) return { rule: 'mixGate', in: [d, h, n] };
      return i === 1 ? { rule: 'mixNew', in: [d, z] } : { rule: 'hadamard', in: [d, z] };
    },
  },
  mixGate: { kernel: kernels.mixGate, entrywise: 3, size: likeFirst },
  mixNew: { kernel: kernels.mixNew, entrywise: 2, size: likeFirst },

  /** Sum, or mean, of the steps' errors. */
  mean: { kernel: kernels.mean, readsAll: true, size: scalar },
  total: { kernel: kernels.total, readsAll: true, size: scalar },

  transposed: {
    kernel: transposed,
    kernelOfTurned: affine,
    size: ([w]) => ({ rows: w.cols, cols: 1 }),
  },
  outer: { kernel: outer, size: ([d, v]) => ({ rows: d.rows, cols: v.rows }) },
  tanhSlope: { kernel: kernels.tanhSlope, entrywise: 2, size: likeFirst },
  sigmoidSlope: { kernel: kernels.sigmoidSlope, entrywise: 2, size: likeFirst },
  reluSlope: { kernel: kernels.reluSlope, entrywise: 2, size: likeFirst },
  identitySlope: { size: likeFirst },
  crossEntropySlope: { kernel: kernels.crossEntropySlope, entrywise: 2, size: likeFirst },
  squaredSlope: { kernel: kernels.squaredSlope, entrywise: 2, size: likeSecond },
  halfSquaredSlope: { kernel: kernels.halfSquaredSlope, entrywise: 2, size: likeSecond },
  add: {
    kernel: kernels.add,
    kernelOfMore: kernels.addMore,
    entrywise: 5,
    size: likeFirst,
    vjp: (_, __, d) => d,
  },
  /** The same numbers at a second place. */
  pass: { kernel: kernels.copy, entrywise: 1, size: likeFirst },
  clip: { kernel: kernels.clip, size: likeFirst },

  /** ‖all inputs together‖. */
  norm: { kernel: kernels.normOfAll, readsAll: true, size: scalar },
  clipByNorm: { kernel: kernels.clipByNorm, size: likeFirst },
  clipByValue: { kernel: kernels.clipByValue, size: likeFirst },
  momentum: { kernel: kernels.momentum, size: likeFirst },
  average: { kernel: kernels.average, size: likeFirst },
  averageSquare: { kernel: kernels.averageSquare, size: likeFirst },
  unbias: { kernel: kernels.unbias, size: likeFirst },
  descend: { kernel: kernels.descend, size: likeFirst },
  descendAdam: { kernel: kernels.descendAdam, size: likeFirst },
};

/**
 * g′(a) of an activation, from its output g(a): 1 − y², y(1 − y), 1 or 0, 1. What the slope rules multiply by,
 * run through their own kernels with a gradient of 1.
 */
export function slopeOf(g: Activation, output: number): number {
  const kernel = rules[`${g}Slope`].kernel;
  if (!kernel) return 1;
  const m = new Float64Array([0, 1, output]);
  kernel(m, instructionOf({ kernel, out: 0, n: 1, a: 1, aSize: 1, b: 2, bSize: 1 }));
  return m[0];
}
