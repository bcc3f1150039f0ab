/** Walks every operation of every cell in every convention: no letter of another convention may be left anywhere. */
import { afterEach, expect, test } from 'vitest';
import { seededRun } from '../../test/networks/seeded-run';
import type { Plan, Shape, Trace } from '../engine';
import {
  article,
  type Convention,
  type DeltaOf,
  followConvention,
  type Letters,
  type WeightNames,
} from './convention';
import { describe } from './describe';
import { label, spoken } from './labels';
import { plainText, spokenText } from './marked';
import { nodeName } from './node-name';
import { readName } from './symbols';
import { tex } from './tex';

const cells = ['rnn', 'lstm', 'gru'] as const;
const losses = [{}, { isHalved: true }, { g2: 'softmax' }] as const;
const ways = [
  ...[{ clip: 'off' }, { clip: 'off', window: 1 }, { clip: 'off', horizon: 1 }],
  ...[{ clip: 'step' }, { clip: 'step', window: 1 }, { clip: 'norm' }, { clip: 'value', horizon: 2 }],
] as const;
const optimizers = ['sgd', 'momentum', 'adam'] as const;

/** Every cell, loss, clip and truncation together; optimizers, sizes, biases and the mean take turns. */
const shapes = cells
  .flatMap((cell) => losses.map((loss) => ({ cell, loss })))
  .flatMap((shape) => ways.map((way) => ({ ...shape, way })))
  .map(
    ({ cell, loss, way }, i): Shape => ({
      ...{ cell, T: 2, X: 1, H: 1 + (i % 2), Y: 2, g1: 'tanh', g2: i % 4 < 2 ? 'sigmoid' : 'identity' },
      ...{ bias: i % 3 > 0, errorAt: i % 5 === 0 ? [2] : [1, 2], isMean: i % 4 === 1 },
      ...{ optimizer: optimizers[Math.floor(i / 2) % 3], ...loss, ...way },
    }),
  );

const runs = shapes.map(seededRun);

const conventions = (['S', 'a'] as const).flatMap((delta) =>
  (['SYE', 'hyL'] as const).flatMap((letters) =>
    (['Ws', 'Whh', 'UWV'] as const).map((weights): Convention => `${delta} ${letters} ${weights}`),
  ),
);

const weightLanes = ['Wx', 'Ws', 'Wy', 'bx', 'bs', 'by'];

/** Everything that is said of an operation. */
const textsOf = (trace: Trace, index: number): readonly string[] => {
  const { plan } = trace;
  const { title, kicker, why, symbols, numbers } = describe(trace, plan.ops[index]);
  const sentences = [title, kicker, why];
  return [
    ...sentences.map((sentence) => plainText(sentence, plan)),
    ...sentences.map((sentence) => spokenText(sentence, plan)),
    ...[symbols.tex, symbols.text, symbols.spoken, numbers({ plain: 17, matrix: 22 }).tex],
  ];
};

/** Everything that a cell is called. */
const namesOf = (plan: Plan, id: string): readonly string[] => [
  label(id, plan),
  spoken(id, plan),
  tex(id, plan),
  nodeName(id, plan, [1], [2]),
];

/** The names of cells that equations point at are the program's own, and are never seen. */
const seen = (text: string): string => text.replace(/\\htmlData\{cell=[^}]*\}/g, '');

const standsAlone = (letter: string): RegExp => new RegExp(`(?<![A-Za-z\\\\])[${letter}]̃?(?![A-Za-z])`, 'u');

/** Letters of the other conventions, alone; and weights with the others' indices. */
const foreignTo = (delta: DeltaOf, letters: Letters, weights: WeightNames, plan: Plan): readonly RegExp[] => {
  const indices = { Ws: 'x|s|y', Whh: 'xh|hh|hy', UWV: 'none' }[weights];
  return [
    // An LSTM's h is what its output gate lets through.
    standsAlone(letters === 'hyL' ? 'SYE' : plan.shape.cell === 'lstm' ? 'yL' : 'hyL'),
    new RegExp(`W_\\{?(?!(${indices})(?![a-z]))[a-z]`),
    new RegExp(`W(?![${{ Ws: 'ₓₛ', Whh: 'ₓₕ', UWV: '' }[weights]}]|h)[ₓₛₕ]`),
    ...(weights === 'UWV' ? [] : [standsAlone('UV')]),
    ...(weights === 'Ws' ? [/\bW(xh|hh|hy)\b/, /\bb(xh|h)\b/] : [/\bW[sy]\b/, /\bb[s]\b/]),
    ...(delta === 'a' ? [/\\partial a[_}]/, /∂a/, /δ̃?[₀-₉]* from h/] : []),
  ];
};

/** The symbols of weights hold letters that are no states: they are taken out before states are looked for. */
const withoutWeights = (text: string, plan: Plan): string =>
  weightLanes
    .filter((lane) => plan.weights.includes(lane))
    .flatMap((lane) => [label(lane), tex(lane), spoken(lane)])
    .sort((one, other) => other.length - one.length)
    .reduce((rest, name) => (name.length > 1 ? rest.replaceAll(name, '') : rest), text);

afterEach(() => followConvention(() => article));

test.each(conventions)(
  'no letter of another convention is left in “%s”',
  { timeout: 60_000 },
  (convention) => {
    followConvention(() => convention);
    const [delta, letters, weights] = convention.split(' ') as [DeltaOf, Letters, WeightNames];
    const found: string[] = [];
    for (const trace of runs) {
      const { plan } = trace;
      const [alone, ...others] = foreignTo(delta, letters, weights, plan);
      const check = (texts: readonly string[], of: string) => {
        const shown = seen(texts.join(' ¦ '));
        const bare = withoutWeights(shown, plan);
        for (const [pattern, text] of [
          [alone, bare] as const,
          ...others.map((one) => [one, shown] as const),
        ]) {
          const at = text.search(pattern);
          if (at >= 0) found.push(`${of}: ${pattern} in “${text.slice(Math.max(0, at - 30), at + 30)}”`);
        }
      };
      for (const [index, { out, rule }] of plan.ops.entries()) check(textsOf(trace, index), `${rule} ${out}`);
      for (const id of plan.cells.keys()) check(namesOf(plan, id), id);
    }
    expect(found.slice(0, 20)).toEqual([]);
  },
);

test.each(conventions)('δ stands for one thing alone in “%s”', (convention) => {
  followConvention(() => convention);
  const wrong = runs.flatMap(({ plan }) =>
    Array.from(plan.cells.keys()).filter((id) => {
      const { kind, lane, t } = readName(id);
      const isOfState = lane === 'S' && t !== 0;
      const isOfArgument = /^a([rzn]|\.[a-z])?$/.test(lane);
      const isGradient = kind === 'gradient' || kind === 'via' || kind === 'clipped';
      const isShort = isGradient && (convention.startsWith('a') ? isOfArgument : isOfState);
      const shown = [label(id, plan).startsWith('δ'), /^\\(tilde\{\\)?delta/.test(tex(id, plan))];
      return shown.some((one) => one !== isShort);
    }),
  );
  expect(wrong).toEqual([]);
});
