/** Reads PyTorch's cases: the file or folder that ORACLE_CASES names, or the project's own copy. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Activation, Optimizer, OutputActivation, Shape, Values } from '../../src/engine';

/** A tensor as JSON has it: a number, or arrays of numbers of any depth. */
export type Nested = number | readonly Nested[];
type Weights = Readonly<Record<string, Nested>>;

export interface Case {
  readonly id: string;
  readonly title: string;
  readonly config: {
    readonly cell: 'rnn' | 'lstm' | 'gru';
    readonly g1: Activation | null;
    readonly g2: OutputActivation;
    readonly T: number;
    readonly input: number;
    readonly hidden: number;
    readonly output: number;
    readonly bias: boolean;
    readonly loss: { readonly kind: string; readonly at: readonly number[] };
    readonly truncation: number | null;
    readonly clip: { readonly mode: 'delta' | 'global_norm' | 'value'; readonly threshold: number } | null;
    readonly initial: Readonly<Record<string, readonly number[]>>;
    readonly optim: { readonly lr: number };
  };
  readonly inputs: Nested;
  readonly targets: readonly (readonly number[] | null)[];
  readonly weights: Weights;
  readonly expected: Expected;
}

type OverTime = readonly (Nested | null)[];

/** Row t, null without an error: for j = 1 … t the norm of what E_t alone sends to step j. */
export type NormMatrix = Readonly<Record<string, readonly (readonly number[] | null)[]>>;

export interface Expected {
  readonly E: number;
  readonly E_t: OverTime;
  readonly S: OverTime;
  readonly C?: OverTime;
  readonly gates?: Readonly<Record<string, OverTime>>;
  readonly a: OverTime;
  readonly o: OverTime;
  readonly Y: OverTime;
  readonly dY: OverTime | null;
  readonly do: OverTime;
  readonly delta: OverTime;
  readonly deltaRaw?: OverTime;
  readonly deltaC?: OverTime;
  readonly da: OverTime;
  readonly dS0: Nested;
  readonly dC0?: Nested;
  readonly contrib: Readonly<Record<string, OverTime>>;
  readonly dah?: OverTime;
  readonly grads: Weights;
  readonly gradsClipped?: Weights;
  readonly globalNorm: { readonly before: number; readonly after: number };
  readonly jacobian: readonly (Nested | Readonly<Record<string, Nested>>)[];
  readonly normMatrix: NormMatrix;
  readonly untruncated?: { readonly grads: Weights; readonly normMatrix: NormMatrix };
  readonly optim: Readonly<
    Record<string, { readonly E: readonly number[]; readonly after1: Weights; readonly after3: Weights }>
  >;
}

export function readCases(): Case[] {
  const place = process.env.ORACLE_CASES ?? join(import.meta.dirname, 'cases.json');
  const files = statSync(place).isDirectory()
    ? readdirSync(place)
        .filter((name) => name.endsWith('.json'))
        .sort()
        .map((name) => join(place, name))
    : [place];
  return files.flatMap((file) => JSON.parse(readFileSync(file, 'utf8')).cases as Case[]);
}

export const flatten = (nested: Nested): number[] =>
  typeof nested === 'number' ? [nested] : nested.flatMap(flatten);

const clips = { delta: 'step', global_norm: 'norm', value: 'value' } as const;

export function shapeOf({ config }: Case, optimizer: Optimizer = 'sgd'): Shape {
  return {
    cell: config.cell,
    T: config.T,
    X: config.input,
    H: config.hidden,
    Y: config.output,
    g1: config.g1 ?? 'tanh',
    g2: config.g2,
    bias: config.bias,
    errorAt: config.loss.at,
    clip: config.clip ? clips[config.clip.mode] : 'off',
    window: config.truncation ?? undefined,
    optimizer,
  };
}

export function valuesOf({ config, inputs, targets, weights }: Case): Values {
  const noTarget = new Array<number>(config.output).fill(Number.NaN);
  const values: Record<string, number[]> = {
    ...config.initial,
    x: flatten(inputs),
    d: targets.flatMap((d) => d ?? noTarget),
    theta: [config.clip?.threshold ?? 1],
    eta: [config.optim.lr],
  };
  for (const [name, weight] of Object.entries(weights)) values[name] = flatten(weight);
  return values;
}
