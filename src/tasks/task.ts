/**
 * What there is to learn: one sequence, which a person gives or a seed draws, or a task with as many as one likes. A task's
 * sequence follows from the setup's seed and the sequence's number alone, whatever was drawn before it.
 */
import { randomUniform } from 'd3';
import { drawSequenceSource } from './seeded';

/** Tasks with many sequences; `shown` is the number of the one that the score shows. */
export type ManyTask =
  | { readonly kind: 'adding'; readonly shown: number }
  | { readonly kind: 'sine'; readonly shown: number }
  | { readonly kind: 'echo'; readonly delay: number; readonly shown: number }
  | { readonly kind: 'text'; readonly text: string; readonly shown: number };

/** `own`: the inputs and targets of the setup, and no others. */
export type Task = { readonly kind: 'own' } | ManyTask;

/** Inputs (T·X) and targets (T·Y). */
export interface Sequence {
  readonly x: Float64Array;
  readonly d: Float64Array;
}

/** Characters that a text may have in all, and different ones. */
export const LONGEST_TEXT = 4000;
export const MOST_CHARACTERS = 32;

/** The different characters of a text, in the order of their codes: entry k of x_t is 1 where the character is the k-th. */
export const alphabetOf = (text: string): readonly string[] => [...new Set(text)].sort();

/** Why a text cannot be trained on; null where it can. */
export function textProblem(text: string): 'long' | 'varied' | 'uniform' | null {
  if (text.length > LONGEST_TEXT) return 'long';
  const { length } = alphabetOf(text);
  return length > MOST_CHARACTERS ? 'varied' : length < 2 ? 'uniform' : null;
}

/** Whether a setup's inputs and outputs are as large as its task's. */
export function fitsTask({ task, X, Y }: { task: Task; X: number; Y: number }): boolean {
  const sizes = sizesOf(task);
  return !sizes || (sizes.X === X && sizes.Y === Y);
}

/** How many entries input and target of a task's steps have; null for an own sequence, which may have any number. */
export function sizesOf(task: Task): { readonly X: number; readonly Y: number } | null {
  if (task.kind === 'own') return null;
  if (task.kind === 'adding') return { X: 2, Y: 1 };
  if (task.kind === 'text') {
    const { length } = alphabetOf(task.text);
    return { X: length, Y: length };
  }
  return { X: 1, Y: 1 };
}

/** Numbers of sequences from here on are kept from training: with them it is tried what was learned. */
export const HELD_OUT = 1_000_000;

/** The sequence with a number, T steps long. */
export function drawSequence(task: ManyTask, T: number, seed: number, number: number): Sequence {
  const uniform = randomUniform.source(drawSequenceSource(seed, number));
  if (task.kind === 'adding') return adding(T, uniform(0, 1));
  if (task.kind === 'echo') return echo(T, task.delay, uniform(0, 1));
  if (task.kind === 'sine') return sine(T, uniform(0, 1));
  return text(task.text, T, uniform(0, 1), number >= HELD_OUT);
}

const rounded = (value: number) => Math.round(value * 100) / 100 + 0;

/**
 * Numbers in [0, 1], two of them marked, one in each half; the target of the last step is the sum of the two. Hochreiter &
 * Schmidhuber, "Long short-term memory" (1997), with the range of Le, Jaitly & Hinton (2015).
 */
function adding(T: number, draw: () => number): Sequence {
  const [x, d] = [new Float64Array(2 * T), new Float64Array(T)];
  for (let t = 0; t < T; t++) x[2 * t] = rounded(draw());
  const middle = Math.floor(T / 2);
  const marked = [Math.floor(draw() * middle), middle + Math.floor(draw() * (T - middle))];
  for (const t of marked) {
    // Of a single step both marks are the same one.
    if (x[2 * t + 1] === 0) d[T - 1] += x[2 * t];
    x[2 * t + 1] = 1;
  }
  return { x, d };
}

/** 1 and −1 by chance; the target is what was read `delay` steps ago, 0 before there was anything. */
function echo(T: number, delay: number, draw: () => number): Sequence {
  const x = Float64Array.from({ length: T }, () => (draw() < 0.5 ? -1 : 1));
  return { x, d: Float64Array.from(x, (_, t) => x[t - delay] ?? 0) };
}

/** A sine of some period from 8 to 24 steps and of any phase; the target is its next value. */
function sine(T: number, draw: () => number): Sequence {
  const [period, phase] = [8 + 16 * draw(), 2 * Math.PI * draw()];
  const at = (t: number) => rounded(Math.sin((2 * Math.PI * t) / period + phase));
  return {
    x: Float64Array.from({ length: T }, (_, t) => at(t)),
    d: Float64Array.from({ length: T }, (_, t) => at(t + 1)),
  };
}

/** So much of a text is kept from training, at its end, if it is long enough for a sequence. */
const KEPT_BACK = 0.2;

/** Whether a text is long enough for a part of it to be kept from training. */
export const isKeptBack = (source: string, T: number): boolean => source.length * KEPT_BACK >= T + 1;

/** Some characters in a row, each as a 1 among zeros; the target is the character after it. Beyond its end a text begins anew. */
function text(source: string, T: number, draw: () => number, isHeldOut: boolean): Sequence {
  const alphabet = alphabetOf(source);
  const cut = isKeptBack(source, T) ? Math.ceil(source.length * (1 - KEPT_BACK)) : source.length;
  const part = isHeldOut && cut < source.length ? source.slice(cut) : source.slice(0, cut);
  const start = Math.floor(draw() * Math.max(1, part.length - T));
  const K = alphabet.length;
  const [x, d] = [new Float64Array(T * K), new Float64Array(T * K)];
  const at = (t: number) => alphabet.indexOf(part[(start + t) % part.length]);
  for (let t = 0; t < T; t++) {
    x[t * K + at(t)] = 1;
    d[t * K + at(t + 1)] = 1;
  }
  return { x, d };
}
