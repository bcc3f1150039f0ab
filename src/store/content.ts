/**
 * A moment as what links and files hold of it: what differs from the article's network at its start, as plain data. What
 * comes in is checked, all of it: a link is written by anyone.
 */
import * as v from 'valibot';
import { compile } from '../engine';
import { article } from '../tasks/article';
import { mostHorizon, type Setup, shapeOf } from '../tasks/setup';
import { fitsTask } from '../tasks/task';
import { momentOf } from './change';
import { LONGEST_TITLE, MOST_MOMENTS, marked, moment, type Payload } from './link-schema';
import { isContradiction } from './patch';
import { differences, isSame } from './same';
import {
  type Compared,
  type Excerpt,
  type Linked,
  type Looks,
  looks,
  type Marked,
  openingState,
  type State,
  type Weights,
} from './state';

export { LONGEST_TITLE, MOST_MOMENTS };

/** Version 1 says what differs from this. It must stay as it is, or old links change their meaning. */
const base: Setup = article;

/** The looks that another may change, as they are in a state or in what stands for one. */
export const looksIn = (source: Partial<Looks>): Looks =>
  Object.fromEntries(looks.map((look) => [look, source[look] ?? openingState[look]])) as unknown as Looks;

/** What a link would bring back of a state. */
export const linkedIn = (state: State): Linked => ({
  ...momentOf(state),
  ...looksIn(state),
  sight: state.excerpt && sightOf(state.excerpt, state.playhead),
});

const sightOf = ({ from, count, at }: Excerpt, playhead: number): Linked['sight'] => ({
  ...{ from, count },
  ...(at === playhead && { stays: true }),
});

/** What a link or a file says of a moment. */
export function contentOf(linked: Linked): Payload {
  const { setup, comparison, position, chartOf, sight } = linked;
  return {
    ...networkIn(linked, base),
    ...(comparison && {
      compared: comparison.others.map((other) => networkIn(other, setup)),
      place: comparison.place,
    }),
    ...(position.op !== '' && { at: [position.pass, position.t, position.op] }),
    ...(chartOf !== setup.T && { chartOf }),
    ...(sight && { excerpt: sight }),
    ...Object.fromEntries(
      looks.filter((look) => !isSame(linked[look], openingState[look])).map((look) => [look, linked[look]]),
    ),
  };
}

/** What a talk says, moment by moment. */
export const talkContent = (talk: readonly Marked[]): readonly unknown[] =>
  talk.map((one) => ({ title: one.title, ...contentOf(one) }));

/** A network as what differs from a setup. */
function networkIn({ setup, trained, updates, errorBefore }: Compared, from: Setup): Payload {
  const differing: [string, unknown][] = differences(setup, from).map((field) => [field, setup[field]]);
  return {
    ...(differing.length > 0 && { setup: Object.fromEntries(differing) }),
    ...(trained && { trained: mapWeights(trained, (weight) => Array.from(weight, toWord)) }),
    ...(updates > 0 && { updates }),
    ...(errorBefore !== null && { errorBefore: toWord(errorBefore) }),
  };
}

/** The content of a JSON text; undefined if it is none, or names what every object has (`__proto__`). */
export function parse(json: string): unknown {
  try {
    return JSON.parse(json, (key, value: unknown) => {
      if (key in Object.prototype) throw new Error(`${key} is not a name of this app`);
      return value;
    });
  } catch {
    return undefined;
  }
}

/** What a file brings back, or what it asks for that is not allowed. */
export function linkedOf(given: unknown): Linked | string {
  const checked = v.safeParse(moment, given);
  return checked.success ? linkedFrom(checked.output) : describe(checked.issues[0]);
}

/** The moments of a talk, or what it asks for that is not allowed. */
export function talkOf(given: unknown): readonly Marked[] | string {
  if (!Array.isArray(given)) return 'moments';
  if (given.length === 0 || given.length > MOST_MOMENTS) return `moments = ${given.length}`;
  const talk: Marked[] = [];
  for (const [index, one] of given.entries()) {
    const checked = v.safeParse(marked, one);
    const linked = checked.success ? linkedFrom(checked.output) : describe(checked.issues[0]);
    if (!checked.success || typeof linked === 'string') return `moments.${index}${linked && `.${linked}`}`;
    talk.push({ ...linked, id: index + 1, title: checked.output.title });
  }
  return talk;
}

/** What well-formed content brings back, or what it asks for that is not allowed. */
export function linkedFrom(content: Payload): Linked | string {
  const { compared, place = 0, at = ['forward', 0, ''] } = content;
  const networks: Compared[] = [];
  for (const one of [content, ...(compared ?? [])]) {
    const network = networkOf(one, networks[0]?.setup ?? base);
    if (typeof network === 'string') return network;
    networks.push(network);
  }
  const [chosen, ...others] = networks;
  const { T } = chosen.setup;
  const { chartOf = T } = content;
  if (chartOf !== 'sum' && chartOf > T) return `chartOf = ${chartOf}`;
  if (place > others.length) return `place = ${place}`;
  if (others.some(({ setup }) => setup.T !== T)) return 'compared';
  const [pass, t, op] = at;
  return {
    ...chosen,
    comparison: compared ? { others, place } : null,
    chartOf,
    position: { pass, t, op },
    sight: content.excerpt ?? null,
    ...looksIn(content as Partial<Looks>),
  };
}

/** A network from what differs from a setup; what is not allowed in it, if anything. */
function networkOf({ updates = 0, ...content }: Payload, from: Setup): Compared | string {
  const setup: Setup = { ...from, ...content.setup };
  if (isContradiction(setup)) return 'clip = step, truncation = horizon';
  const { truncation } = setup;
  if (truncation.kind === 'horizon' && truncation.k > mostHorizon(setup)) return `horizon = ${truncation.k}`;
  if (!fitsTask(setup)) return `task = ${setup.task.kind}`;
  const trained = content.trained ? mapWeights(content.trained, (weight) => weight.map(Number)) : null;
  if (trained && !fits(trained, setup)) return 'trained';
  const errorBefore = content.errorBefore === undefined ? null : Number(content.errorBefore);
  return { setup, trained, updates, errorBefore };
}

/** Whether there is each weight of the network, and no more than these and its optimizer's state, each in its size. */
function fits(trained: Weights, setup: Setup): boolean {
  // Of one step, since each step has the same: a talk may hold dozens of long networks.
  const { weights, inputs } = compile(shapeOf({ ...setup, T: 1 }));
  return (
    weights.every((name) => Object.hasOwn(trained, name)) &&
    Object.entries(trained).every(([name, numbers]) => numbers.length === inputs.get(name))
  );
}

/** JSON has no word for these; an update can make weights that need one. */
const toWord = (value: number): number | 'NaN' | 'Infinity' | '-Infinity' | '-0' => {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? 'Infinity' : '-Infinity';
  return Object.is(value, -0) ? '-0' : value;
};

const mapWeights = <From, To>(weights: Readonly<Record<string, From>>, to: (weight: From) => To) =>
  Object.fromEntries(Object.entries(weights).map(([name, weight]) => [name, to(weight)]));

/** The place and, where it is short, the value that was refused. */
export function describe(issue: v.BaseIssue<unknown>): string {
  const path = (v.getDotPath(issue) ?? '').slice(0, 40);
  const { input } = issue;
  // Of a name that there is not, the name is the input, too.
  if (path.endsWith(String(input))) return path;
  const isShort = typeof input === 'number' || (typeof input === 'string' && input.length <= 20);
  return isShort ? `${path} = ${input}` : path;
}
