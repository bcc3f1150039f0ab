/** What the app remembers. Whatever follows from the setup is derived (`run.ts`), never kept here. */
import { createStore } from 'zustand/vanilla';
import type { CellId, GradientCheck, Position, Stride } from '../engine';
import {
  article as articleConvention,
  type Convention,
  conventionPattern,
  followConvention,
} from '../notation/convention';
import { article } from '../tasks/article';
import type { Setup } from '../tasks/setup';
import { recall } from './remembered';
import { rememberedTheme } from './theme';

/** What an update left: the weights by name, row-major, and by lane the optimizer's state (`v:Ws`, `updates`). */
export type Weights = Readonly<Record<string, ArrayLike<number>>>;

/** A set-up with what came of it by training. */
export interface Compared {
  readonly setup: Setup;
  /** The weights in use once an update was made or a trained weight was edited; null: the setup's. */
  readonly trained: Weights | null;
  /** Updates made since the setup's weights. */
  readonly updates: number;
  /** E before the last update; null when it says nothing about the present setup. */
  readonly errorBefore: number | null;
}

/** The set-ups that are compared with the chosen one, which is the state's own. */
export interface Comparison {
  /** One or two, in their order. */
  readonly others: readonly Compared[];
  /** Where the chosen one stands among them, from 0. */
  readonly place: number;
}

/** A network, and where one is in it. */
export interface Moment extends Compared {
  readonly comparison: Comparison | null;
  /** Whose error's gradient the chart shows, with errors at every step: E_N of a step, or the sum. */
  readonly chartOf: number | 'sum';
  readonly position: Position;
}

/** What undo brings back: a moment, and the talk as it stood then. */
export interface Past extends Moment, Pick<State, 'talk' | 'shown'> {}

/** Predicting what comes: every operation or only a time step's main results, typed or just hidden until a key. */
export interface Predicting {
  readonly by: 'operation' | 'time step';
  readonly way: 'ask' | 'hide';
}

/**
 * What became of error and gradient over the updates of a training. Entry i stands for updates `span · i + 1` …
 * `span · (i + 1)`, the last one for as many as were made.
 */
export interface Curve {
  readonly updates: number;
  readonly span: number;
  /** Mean, least and greatest E of the updates of each entry. */
  readonly error: Float64Array;
  readonly least: Float64Array;
  readonly most: Float64Array;
  /** The largest ‖g‖ of each, g the gradient of all weights together, and the largest after clipping. */
  readonly norm: Float64Array;
  readonly clippedNorm: Float64Array;
}

/** How a network does on sequences that it was not trained on. */
export interface Judged {
  /** E, the mean over the sequences. */
  readonly error: number;
  /** The share of answers that are right, from 0 to 1. */
  readonly right: number;
  /** How many sequences. */
  readonly sequences: number;
}

/** The record of a training: what was trained last, and what became of it. */
export interface Training {
  readonly setup: Setup;
  readonly curve: Curve;
  /** Null where there are no sequences but the one that is trained on. */
  readonly judged: Judged | null;
  /** Updates a second; 0 once it has stopped. */
  readonly rate: number;
  readonly isRunning: boolean;
}

/** The cliff as it is looked at: the error over two parameters, and how far two descents on it have come. */
export interface Cliff {
  /** The paper's network, or two parameters of the present one. */
  readonly network: 'paper' | 'present';
  /** Updates that both descents have made. */
  readonly update: number;
  /** Of the present network, the parameters across and up: an entry of a weight, row-major (`Ws:0`). */
  readonly across?: string;
  readonly up?: string;
  /** How far the map reaches around the present weights. */
  readonly reach?: number;
  /** Where both start, their learning rate and their threshold; the network's own unless changed. */
  readonly start?: readonly [number, number];
  readonly eta?: number;
  readonly theta?: number;
}

/** How results came to be shown: by a right prediction at once, by one later or with hints, or without. */
export type Outcome = 'first' | 'later' | 'shown';

export interface Question {
  /** Whether the coming result is asked for; else what was shown last is looked at. */
  readonly isAsking: boolean;
  /** Hints given: the equation in symbols, in numbers. */
  readonly hints: number;
  /** Wrong predictions. */
  readonly tries: number;
  /** How often someone wanted to go on without an answer. */
  readonly nudges: number;
  /** How the last question ended; null before the first, and after another move. */
  readonly outcome: Outcome | null;
  /** The latest playhead that was shown: up to it nothing is asked again. */
  readonly seen: number;
  readonly score: Readonly<Record<Outcome, number>>;
  /** Cells that have counted, once each in a network. */
  readonly counted: readonly CellId[];
}

/** The window on a long sequence, as someone put it. */
export interface Excerpt {
  readonly from: number;
  /** How many steps it holds, or as many as fit. */
  readonly count: number;
  /** The playhead at which it was put there: until that moves, the window stays, whatever step is in focus. */
  readonly at: number;
}

/** How the network is looked at, as far as a link tells of it: each as at the opening unless it is named. */
export const looks = [
  ...(['ledger', 'folded', 'chartScale', 'convention', 'predict'] as const),
  ...(['bound', 'immediate', 'factor', 'chain', 'heard', 'inside', 'cliff', 'panels'] as const),
] as const;
export type Looks = Pick<State, (typeof looks)[number]>;

/** What a link brings back. */
export interface Linked extends Moment, Looks {
  /** Where the window on a long sequence was put, and whether it stays there, wherever the playhead is. */
  readonly sight: { readonly from: number; readonly count: number; readonly stays?: true } | null;
}

/** A moment that was marked, to come back to. */
export interface Marked extends Linked {
  /** Tells it from the others of its talk, whatever their order. */
  readonly id: number;
  readonly title: string;
}

export interface State extends Omit<Moment, 'position'> {
  /** How many operations have been done. */
  readonly playhead: number;
  readonly playing: boolean;
  /** Times the usual pace; see `speeds`. */
  readonly speed: number;
  readonly stride: Stride;
  /** The weight whose terms the ledger shows. */
  readonly ledger: 'Wx' | 'Ws' | 'Wy';
  readonly chartScale: 'log' | 'linear';
  /** Whether the chart has the line of the bound γ σ_max. */
  readonly bound: boolean;
  /** Whether the ledger shows immediate derivatives instead of terms. */
  readonly immediate: boolean;
  /** The factor of the chain that is open, J_t by its t; null for none. */
  readonly factor: number | null;
  /** What the chain follows in an LSTM: its whole state (S, C), or S alone. */
  readonly chain: 'SC' | 'S';
  /** With respect to what the score shows who hears whom: each error's gradient of the states, or its terms of Ws. */
  readonly heard: 'closed' | 'S' | 'C' | 'Ws';
  /**
   * The step whose cell is open, of an LSTM or a GRU; 0 for the one in focus, null to open that where there is room for it.
   */
  readonly inside: number | 'closed' | null;
  /** Whether the network is drawn rolled up. */
  readonly folded: boolean;
  /** The cliff, while it is open. */
  readonly cliff: Cliff | null;
  readonly presenting: boolean;
  /** The moments that were marked, in their order. */
  readonly talk: readonly Marked[];
  /** The moment that was gone to last, by its id. */
  readonly shown: number | null;
  /** What a clicker walks while a talk is presented. */
  readonly clicker: 'moments' | 'operations';
  /** Whether the list of moments is open. */
  readonly isTalkOpen: boolean;
  /** How symbols are written. */
  readonly convention: Convention;
  /** What is asked for before it is shown; null shows everything. */
  readonly predict: Predicting | null;
  /** How the prediction stands; null as long as nothing was predicted. */
  readonly question: Question | null;
  readonly theme: 'system' | 'light' | 'dark';
  readonly panels: { readonly left: boolean; readonly right: boolean };
  /** Where the window on a long sequence was put; null lets it follow the playhead, as wide as fits. */
  readonly excerpt: Excerpt | null;
  /** The cell that is pointed at, in a formula or in the network. */
  readonly pointed: CellId | null;
  /** The cells of a gradient's way through the network that is pointed at. */
  readonly path: ReadonlySet<CellId>;
  /** One sentence about what went wrong or was undone, until dismissed. */
  readonly notice: string | null;
  /** What the check of the gradients found; null unless it was made of the present setup and weights. */
  readonly check: GradientCheck | null;
  /** The latest training; null before the first. */
  readonly training: Training | null;
  /** An earlier one that is kept beside it. */
  readonly keptTraining: Training | null;
  /** The latest moment that was left with every number finite. */
  readonly sound: Moment | null;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly past: readonly Past[];
  readonly future: readonly Past[];
  /** The continuous change under way: its key, and the playhead that its last step left. */
  readonly gesture: { readonly key: string; readonly playhead: number } | null;
}

export const speeds = [0.5, 1, 2, 4] as const;

/** The article's network before its first operation: inputs and weights, and nothing of what is to come. */
export const openingState: State = {
  setup: article,
  trained: null,
  updates: 0,
  errorBefore: null,
  comparison: null,
  chartOf: article.T,
  playhead: 0,
  playing: false,
  speed: 1,
  stride: 'operation',
  ledger: 'Ws',
  chartScale: 'log',
  bound: true,
  immediate: false,
  factor: null,
  chain: 'SC',
  heard: 'closed',
  inside: null,
  folded: false,
  cliff: null,
  presenting: false,
  talk: [],
  shown: null,
  clicker: 'moments',
  isTalkOpen: false,
  convention: articleConvention,
  predict: null,
  question: null,
  theme: 'system',
  panels: { left: true, right: true },
  excerpt: null,
  pointed: null,
  path: new Set(),
  notice: null,
  check: null,
  training: null,
  keptTraining: null,
  sound: null,
  canUndo: false,
  canRedo: false,
  past: [],
  future: [],
  gesture: null,
};

/** What the page begins with unless a link says otherwise: the article's network, written as was chosen on this machine. */
export const freshState = (): State => {
  const convention = recall('convention');
  return {
    ...openingState,
    setup: recall('loss') === 'half' ? { ...article, loss: 'half' } : article,
    convention: conventionPattern.test(convention) ? (convention as Convention) : articleConvention,
  };
};

export const store = createStore<State>(() => ({ ...freshState(), theme: rememberedTheme() }));

followConvention(() => store.getState().convention);
