/**
 * A moment as the part of an address behind `#`, which no server sees: `#v1.` and, compressed, the JSON of what differs
 * from the article's network at its start. Everything is checked on the way in: a link is written by anyone.
 */
import lz from 'lz-string';
import * as v from 'valibot';
import { compile } from '../engine';
import { messages } from '../messages';
import { article } from '../tasks/article';
import { type Setup, shapeOf } from '../tasks/setup';
import { momentOf } from './change';
import { type Payload, payload } from './link-schema';
import { decompressedLength } from './lz-length';
import { isContradiction } from './patch';
import { differences } from './same';
import { type Compared, type Excerpt, type Moment, openingState, type State, type Weights } from './state';

const text = messages.store;

export const VERSION = 1;
/** No link of this app comes near. */
const LONGEST_HASH = 393_216;
/** Characters of JSON; three of the largest networks with every entry given and trained take about half. */
const LONGEST_JSON = 786_432;

/** How the network is looked at, as far as a link tells of it: each as at the opening unless it is named. */
export const looks = [
  ...(['ledger', 'folded', 'chartScale', 'convention', 'predict'] as const),
  ...(['bound', 'immediate', 'factor', 'chain', 'heard', 'cliff'] as const),
] as const;
type Looks = Pick<State, (typeof looks)[number]>;

/** What a link brings back. */
export interface Linked extends Moment, Looks {
  /** Where the window on a long sequence was put, and whether it stays there, wherever the playhead is. */
  readonly sight: Payload['excerpt'] | null;
}

/** The looks that another may change, as they are in a state or in what stands for one. */
export const looksIn = (source: Partial<Looks>): Looks =>
  Object.fromEntries(looks.map((look) => [look, source[look] ?? openingState[look]])) as unknown as Looks;

/** Version 1 says what differs from this. It must stay as it is, or old links change their meaning. */
const base: Setup = article;

/** The part of the address for a state, from `#` on. */
export function encodeLink(state: State): string {
  return `#v${VERSION}.${lz.compressToEncodedURIComponent(JSON.stringify(contentOf(state)))}`;
}

/** What a link or a file says of a state. */
export function contentOf(state: State): Payload {
  const { setup, comparison, position } = momentOf(state);
  const { chartOf } = state;
  return {
    ...networkIn(state, base),
    ...(comparison && {
      compared: comparison.others.map((other) => networkIn(other, setup)),
      place: comparison.place,
    }),
    ...(state.playhead > 0 && { at: [position.pass, position.t, position.op] }),
    ...(chartOf !== setup.T && { chartOf }),
    ...(state.excerpt && { excerpt: excerptOf(state.excerpt, state.playhead) }),
    ...Object.fromEntries(
      looks.filter((look) => state[look] !== openingState[look]).map((look) => [look, state[look]]),
    ),
  };
}

const excerptOf = ({ from, count, at }: Excerpt, playhead: number): Payload['excerpt'] => ({
  ...{ from, count },
  ...(at === playhead && { stays: true }),
});

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

/** What a hash brings back, or a sentence why it can't; null for an address without one. */
export function decodeLink(hash: string): Linked | { readonly error: string } | null {
  if (hash === '' || hash === '#') return null;
  if (hash.length > LONGEST_HASH) return { error: text.linkTooLong };
  const [, version, compressed] = /^#v(\d{1,9})\.(.*)$/s.exec(hash) ?? [];
  if (version === undefined) return { error: text.linkDamaged };
  if (Number(version) > VERSION) return { error: text.linkNewer };
  if (Number(version) !== VERSION) return { error: text.linkDamaged };
  const json = decompress(compressed);
  if (json === undefined) return { error: text.linkDamaged };
  const content = parse(json);
  if (content === undefined) return { error: text.linkDamaged };
  const linked = linkedOf(content);
  return typeof linked === 'string' ? { error: text.linkNotAllowed(linked) } : linked;
}

function decompress(compressed: string): string | undefined {
  const length = decompressedLength(compressed, LONGEST_JSON);
  if (!(length > 0 && length <= LONGEST_JSON)) return undefined;
  const json = lz.decompressFromEncodedURIComponent(compressed);
  return json?.length === length ? json : undefined;
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

/** What a link or a file brings back, or what it asks for that is not allowed. */
export function linkedOf(given: unknown): Linked | string {
  const checked = v.safeParse(payload, given);
  if (!checked.success) return describe(checked.issues[0]);
  const content = checked.output;
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
  const trained = content.trained ? mapWeights(content.trained, (weight) => weight.map(Number)) : null;
  if (trained && !fits(trained, setup)) return 'trained';
  const errorBefore = content.errorBefore === undefined ? null : Number(content.errorBefore);
  return { setup, trained, updates, errorBefore };
}

/** Whether there is each weight of the network, and no more than these and its optimizer's state, each in its size. */
function fits(trained: Weights, setup: Setup): boolean {
  const { weights, inputs } = compile(shapeOf(setup));
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
function describe(issue: v.BaseIssue<unknown>): string {
  const path = (v.getDotPath(issue) ?? '').slice(0, 40);
  const { input } = issue;
  // Of a name that there is not, the name is the input, too.
  if (path.endsWith(String(input))) return path;
  const isShort = typeof input === 'number' || (typeof input === 'string' && input.length <= 20);
  return isShort ? `${path} = ${input}` : path;
}
