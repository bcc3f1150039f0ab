/** The engine's vocabulary: what a network is (`Shape`), what it is fed (`Values`), what is done (`Op`). */

import type { Instruction } from './instruction';
import type { Program } from './programs/program';
import type { RuleName } from './rules';

/** Name of a cell, e.g. `S3`, `Ws`, `d:S3`; made by the functions of `cells.ts`. */
export type CellId = string;

export type Pass = 'forward' | 'backward' | 'update';

export type CellKind = 'rnn' | 'lstm' | 'gru';

export type Activation = 'tanh' | 'sigmoid' | 'relu' | 'identity';

/** Softmax goes with cross-entropy as the error, and only with it; all others with the squared error. */
export type OutputActivation = Activation | 'softmax';

/**
 * How gradients are clipped at the threshold θ: not at all; δ_t at every time step of the sweep (δ̃_t); after the sweep,
 * all weights' gradients together by their norm (Pascanu, Mikolov & Bengio 2013), or every entry by itself.
 */
export type Clip = 'off' | 'step' | 'norm' | 'value';

/** How updates are made; as `torch.optim.SGD` (without and with momentum 0.9) and `torch.optim.Adam`. */
export type Optimizer = 'sgd' | 'momentum' | 'adam';

/** All that decides which operations there are. Numbers (weights, inputs, θ, η) are not part of it. */
export interface Shape {
  readonly cell: CellKind;
  /** Number of time steps. */
  readonly T: number;
  /** Sizes of input, hidden state and output. */
  readonly X: number;
  readonly H: number;
  readonly Y: number;
  /** State activation; the LSTM has its own and ignores it. */
  readonly g1: Activation;
  /** Output activation, and with it the error. */
  readonly g2: OutputActivation;
  readonly bias: boolean;
  /** Steps at which an error is taken, ascending, each in 1 … T. */
  readonly errorAt: readonly number[];
  readonly clip: Clip;
  /** The squared error with a factor ½: ½‖d_t − Y_t‖². */
  readonly isHalved?: boolean;
  /** E is the mean of the steps' errors, not their sum. */
  readonly isMean?: boolean;
  /** Truncation: windows of so many steps, the state carried over and no gradient; undefined for none. */
  readonly window?: number;
  /** Truncation: E_t reaches S_t … S_{t−k+1} and no further, with k the horizon; undefined for none. */
  readonly horizon?: number;
  readonly optimizer?: Optimizer;
}

/**
 * The numbers a run starts from, flat and row-major, by lane: `x` (T·X), `d` (T·Y; entries at steps without an
 * error are ignored), `S0` (H), `C0` (H, LSTM), `Wx` (H·X), `Ws` (H·H), `bs` (H), `Wy` (Y·H), `by` (Y),
 * `theta` (the clip threshold) and `eta` (the learning rate), one number each. An LSTM's Wx, Ws, bs have 4H rows: i, f, g,
 * o; a GRU's 3H: r, z, n, and a second bias `bx`. The optimizer's state may be left out: `v:Ws`, `m:Ws` … (0), `updates`
 * (how many were made, 0), `momentum` (0.9), `beta1` (0.9), `beta2` (0.999), `epsilon` (1e-8).
 */
export type Values = Readonly<Record<string, ArrayLike<number>>>;

/** Whose derivative an operation of the backward pass is: of the forward operation that writes `of`, by its input. */
export interface Derives {
  readonly of: CellId;
  readonly input: number;
}

/** One atomic operation: reads the cells `in`, writes the cell `out`. */
export interface Op {
  /** Place in the plan's list, from 0. The playhead stands at `index + 1` once it is done. */
  readonly index: number;
  readonly pass: Pass;
  /** The time step, 1 … T, in whose column the operation is shown; 0 for operations on the whole sequence. */
  readonly t: number;
  readonly rule: RuleName;
  readonly out: CellId;
  readonly in: readonly CellId[];
  readonly derives?: Derives;
}

/** Where a cell's numbers are and when they are there. */
export interface Cell {
  readonly id: CellId;
  /** The quantity over time that the cell belongs to: `S` for `S3`, `d:S` for `d:S3`. */
  readonly lane: string;
  /** Time step, 0 … T; -1 for what is the same at every step (weights, θ, η, totals). */
  readonly t: number;
  readonly rows: number;
  readonly cols: number;
  /** First place in the arena, or -1 for what is made when asked for: terms, partial sums, updated weights. */
  readonly offset: number;
  /** The playhead from which on the cell is known; 0 for what is given. */
  readonly doneAt: number;
}

/** `length` entries of a given lane, from `from` on. */
export interface Given {
  readonly lane: string;
  readonly from: number;
  readonly length: number;
}

/** One time step's part in the gradient of a weight: d vᵀ, or d alone for a bias. */
export interface Term {
  readonly t: number;
  readonly d: CellId;
  readonly v?: CellId;
}

export interface Plan {
  readonly shape: Shape;
  /** The forward pass that all else is derived from. */
  readonly program: Program;
  readonly ops: readonly Op[];
  readonly cells: ReadonlyMap<CellId, Cell>;
  /** Lanes that `Values` must hold, with the number of entries of each. */
  readonly inputs: ReadonlyMap<string, number>;
  /** Lanes that `Values` may leave out, with the number that then stands in every entry. */
  readonly defaults: ReadonlyMap<string, number>;
  /** The pieces of those lanes that the run reads, in order: together they are the beginning of the arena. */
  readonly given: readonly Given[];
  /** Names of the weights in order: Wx, Ws, bs, Wy, by (biases only where there are any). */
  readonly weights: readonly string[];
  /** The terms of each weight's gradient, latest step first. */
  readonly terms: ReadonlyMap<string, readonly Term[]>;
  /** The cell of E: `E`, or `E3` where the error is taken at one step only. */
  readonly error: CellId;
  /** Index of the first operation of the backward pass and of the update, and how many there are in all. */
  readonly bounds: { readonly backward: number; readonly update: number; readonly end: number };
  /** Length of the arena in doubles. */
  readonly size: number;
  /** The run's instructions: forward, backward, the sums of the weights' terms. The rest is made when asked for. */
  readonly code: readonly Instruction[];
  /** Where in `code` the backward pass begins. */
  readonly backwardCode: number;
  /** Where the weights' gradients are complete and only those of the initial states are to come. */
  readonly initialCode: number;
}

/** One run, immutable: the plan and every number it wrote. */
export interface Trace {
  readonly plan: Plan;
  readonly arena: Float64Array;
}
