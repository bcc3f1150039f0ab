/** What a link of version 1 may say. Strict: what is not named here is refused. */
import * as v from 'valibot';
import { conventionPattern } from '../notation/convention';
import { limits } from '../tasks/setup';
import { textProblem } from '../tasks/task';
import { isEntryKey } from './entry-key';

/** More than the largest network has entries. */
const MOST_EDITS = 100_000;

const number = v.pipe(v.number(), v.finite());
/** A number, or the word for one that JSON does not know. */
const anyNumber = v.union([number, v.picklist(['NaN', 'Infinity', '-Infinity', '-0'])]);
const real = ([least, most]: readonly [number, number]) =>
  v.pipe(v.number(), v.minValue(least), v.maxValue(most));
const whole = ([least, most]: readonly [number, number]) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));
const activation = v.picklist(['tanh', 'sigmoid', 'relu', 'identity']);

const truncation = v.variant('kind', [
  v.strictObject({ kind: v.literal('full') }),
  v.strictObject({ kind: v.picklist(['window', 'horizon']), k: whole(limits.k) }),
]);
const steps = v.pipe(
  v.array(whole(limits.T)),
  v.minLength(1),
  v.maxLength(limits.T[1]),
  v.check((chosen) => chosen.every((t, k) => k === 0 || t > chosen[k - 1])),
);

const shown = whole(limits.shown);
const task = v.variant('kind', [
  v.strictObject({ kind: v.literal('own') }),
  v.strictObject({ kind: v.literal('adding'), shown }),
  v.strictObject({ kind: v.literal('sine'), shown }),
  v.strictObject({ kind: v.literal('echo'), delay: whole(limits.delay), shown }),
  v.strictObject({
    kind: v.literal('text'),
    text: v.pipe(
      v.string(),
      v.check((text) => textProblem(text) === null),
    ),
    shown,
  }),
]);

const setup = v.partial(
  v.strictObject({
    cell: v.picklist(['rnn', 'lstm', 'gru']),
    T: whole(limits.T),
    X: whole(limits.X),
    H: whole(limits.H),
    Y: whole(limits.Y),
    g1: activation,
    g2: v.union([activation, v.literal('softmax')]),
    loss: v.picklist(['squared', 'half']),
    isMean: v.boolean(),
    bias: v.boolean(),
    forgetBias: real(limits.forgetBias),
    errorAt: v.union([v.picklist(['last', 'every']), steps]),
    truncation,
    clip: v.picklist(['off', 'step', 'norm', 'value']),
    optimizer: v.picklist(['sgd', 'momentum', 'adam']),
    threshold: real(limits.threshold),
    learningRate: real(limits.learningRate),
    task,
    batch: whole(limits.batch),
    seed: whole(limits.seed),
    dataSeed: whole(limits.seed),
    scale: v.nullable(real(limits.scale)),
    edits: v.pipe(
      v.record(v.pipe(v.string(), v.check(isEntryKey)), number),
      v.check((edits) => Object.keys(edits).length <= MOST_EDITS),
    ),
  }),
);

/** The largest are an LSTM's Ws and Wx. */
const weight = v.pipe(v.array(anyNumber), v.maxLength(4 * limits.H[1] * Math.max(limits.H[1], limits.X[1])));
const weightNames = ['Wx', 'Ws', 'bx', 'bs', 'Wy', 'by'] as const;
/** The weights, the optimizer's state (mean m, square or velocity v, how many updates it has made). */
const trainedNames = [
  ...weightNames,
  ...weightNames.flatMap((name) => [`m:${name}`, `v:${name}`] as const),
  'updates',
] as const;

const network = {
  setup,
  trained: v.record(v.picklist(trainedNames), weight),
  updates: whole([0, 1e9]),
  errorBefore: anyNumber,
};

/** An entry of a weight, row-major: that there is no such entry in the network is found when it is looked for. */
const parameter = v.pipe(v.string(), v.regex(/^(W[xsy]|b[xsy]):\d{1,5}$/));

/** As many as are compared with the chosen one. */
const MOST_OTHERS = 2;

/** What a link may say of a moment. */
export const moment = v.partial(
  v.strictObject({
    ...network,
    /** What is compared with it, as what differs from it, and where it stands among them. */
    compared: v.pipe(v.array(v.partial(v.strictObject(network))), v.minLength(1), v.maxLength(MOST_OTHERS)),
    place: whole([0, MOST_OTHERS]),
    /** Pass, time step, lane of what the last operation wrote. */
    at: v.strictTuple([
      v.picklist(['forward', 'backward', 'update']),
      whole([0, limits.T[1]]),
      v.pipe(v.string(), v.regex(/^[A-Za-z0-9:/@=.~+]{0,24}$/)),
    ]),
    chartOf: v.union([v.literal('sum'), whole(limits.T)]),
    /** The window on a long sequence: its first step, how many it holds, and whether the playhead has left it. */
    excerpt: v.strictObject({
      from: whole(limits.T),
      count: whole(limits.T),
      stays: v.optional(v.literal(true)),
    }),
    ledger: v.picklist(['Wx', 'Ws', 'Wy']),
    folded: v.boolean(),
    chartScale: v.picklist(['log', 'linear']),
    convention: v.pipe(v.string(), v.regex(conventionPattern)),
    predict: v.strictObject({
      by: v.picklist(['operation', 'time step']),
      way: v.picklist(['ask', 'hide']),
    }),
    bound: v.boolean(),
    immediate: v.boolean(),
    factor: whole(limits.T),
    chain: v.picklist(['SC', 'S']),
    heard: v.picklist(['S', 'C', 'Ws']),
    inside: v.union([v.literal('closed'), whole([0, limits.T[1]])]),
    cliff: v.strictObject({
      network: v.picklist(['paper', 'present']),
      update: whole(limits.descent),
      across: v.optional(parameter),
      up: v.optional(parameter),
      reach: v.optional(real(limits.reach)),
      start: v.optional(v.strictTuple([real(limits.parameter), real(limits.parameter)])),
      eta: v.optional(real(limits.learningRate)),
      theta: v.optional(real(limits.threshold)),
    }),
    panels: v.strictObject({ left: v.boolean(), right: v.boolean() }),
  }),
);

/** As many moments as a talk has room for, and as many characters as a title. */
export const MOST_MOMENTS = 64;
export const LONGEST_TITLE = 80;

/** A moment of a talk. */
export const marked = v.strictObject({
  ...moment.entries,
  title: v.pipe(
    v.string(),
    v.check((title) => title.trim() !== '' && [...title].length <= LONGEST_TITLE && !/\p{Cc}/u.test(title)),
  ),
});

/** A link: the moment that is shown, what of it was too much for a link and, of a talk, which one was gone to last and what a clicker walks. */
export const payload = v.strictObject({
  ...moment.entries,
  left: v.optional(v.picklist(['trained', 'edits'])),
  shown: v.optional(whole([0, MOST_MOMENTS - 1])),
  clicker: v.optional(v.picklist(['moments', 'operations'])),
});

export type Payload = v.InferOutput<typeof moment>;
