/**
 * The state as the part of an address behind `#`, which no server sees: `#v1.`, and, compressed, the JSON of the moment
 * that is shown; where there is a talk, a point and, compressed apart, the JSON of its moments, which stay the same while
 * the playhead moves. A talk that is too long for an address leaves the point alone.
 */
import lz from 'lz-string';
import * as v from 'valibot';
import { messages } from '../messages';
import { contentOf, describe, linkedFrom, linkedIn, parse, talkContent, talkOf } from './content';
import { type Payload, payload } from './link-schema';
import { decompressedLength } from './lz-length';
import type { Compared, Linked, Marked, State } from './state';

const text = messages.store;

export const VERSION = 1;
/** No link of this app comes near, but for long talks. */
export const LONGEST_HASH = 393_216;
/** Characters of JSON; three of the largest networks with every entry given and trained take about half. */
const LONGEST_JSON = 786_432;

/** Trained weights and numbers of the optimizer's state, of all that is compared, that an address has room for. */
const MOST_TRAINED = 16_384;
/** Characters of JSON that are written; more are understood. */
const LONGEST_WRITTEN = 524_288;

/** What an address had no room for: trained weights, or numbers given by hand. */
export type Left = 'trained' | 'edits';

/** What an address brings back. */
export interface Opened extends Linked, Pick<State, 'clicker'> {
  /** What is missing, if anything. */
  readonly left?: Left;
  /** The moments of its talk; `'apart'` if they were too long for it. */
  readonly talk: readonly Marked[] | 'apart';
  /** Which of them was gone to last, from 0. */
  readonly shown: number | null;
}

/** The part of the address for a state, from `#` on. */
export function encodeLink(state: State): string {
  const { talk, clicker } = state;
  const shown = talk.findIndex(({ id }) => id === state.shown);
  const ofTalk = { ...(shown >= 0 && { shown }), ...(clicker !== 'moments' && { clicker }) };
  return hashOf({ ...writtenOf(state), ...(talk.length > 0 && ofTalk) }, talk);
}

/** What the address of a state has no room for; a file has. */
export const leftOut = (state: State): Left | undefined => writtenOf(state).left;

/** What an address says of a state. */
function writtenOf(state: State): Payload & { readonly left?: Left } {
  const linked = linkedIn(state);
  const all = [linked, ...(linked.comparison?.others ?? [])];
  const lightened = countTrained(all) > MOST_TRAINED ? withoutTrained(linked) : linked;
  const content = contentOf(lightened);
  const isShort = all.every(({ setup }) => Object.keys(setup.edits).length < FEW_EDITS);
  if (isShort || JSON.stringify(content).length <= LONGEST_WRITTEN)
    return { ...content, ...(lightened !== linked && { left: 'trained' }) };
  const { setup, ...rest } = content;
  const { edits: _edits, ...kept } = setup ?? {};
  return { ...rest, setup: { ...kept, edits: {} }, left: 'edits' };
}

/** With fewer there is no need to count characters. */
const FEW_EDITS = 4096;

const countTrained = (all: readonly Compared[]): number =>
  all
    .flatMap(({ trained }) => Object.values(trained ?? {}))
    .reduce((count, numbers) => count + numbers.length, 0);

const none = { trained: null, updates: 0, errorBefore: null } as const;

const withoutTrained = (linked: Linked): Linked => ({
  ...linked,
  ...none,
  comparison: linked.comparison && {
    ...linked.comparison,
    others: linked.comparison.others.map((other) => ({ ...other, ...none })),
  },
});

/** The same for a talk of at least one moment, at its first; null if it is too long for an address. */
export function encodeTalk(talk: readonly Marked[]): string | null {
  const hash = hashOf({ ...contentOf(talk[0]), shown: 0 }, talk);
  return hash.endsWith('.') ? null : hash;
}

function hashOf(content: object, talk: readonly Marked[]): string {
  const own = `#v${VERSION}.${lz.compressToEncodedURIComponent(JSON.stringify(content))}`;
  if (talk.length === 0) return own;
  const moments = momentsOf(talk);
  return own.length + 1 + moments.length > LONGEST_HASH ? `${own}.` : `${own}.${moments}`;
}

const made = new WeakMap<readonly Marked[], string>();

/** The moments of a talk, compressed once; nothing if a link may not hold so much. */
function momentsOf(talk: readonly Marked[]): string {
  let moments = made.get(talk);
  if (moments === undefined) {
    const json = JSON.stringify(talkContent(talk));
    moments = json.length > LONGEST_JSON ? '' : lz.compressToEncodedURIComponent(json);
    made.set(talk, moments);
  }
  return moments;
}

/** Whether two talks say the same, but for what tells their moments apart. */
export function isSameTalk(one: readonly Marked[], other: readonly Marked[]): boolean {
  if (one === other || one.length !== other.length) return one === other;
  return one.length === 0 || (momentsOf(one) !== '' && momentsOf(one) === momentsOf(other));
}

/** What a hash brings back, or a sentence why it can't; null for an address without one. */
export function decodeLink(hash: string): Opened | { readonly error: string } | null {
  if (hash === '' || hash === '#') return null;
  if (hash.length > LONGEST_HASH) return { error: text.linkTooLong };
  const [, version, rest = ''] = /^#v(\d{1,9})\.(.*)$/s.exec(hash) ?? [];
  if (Number(version) > VERSION) return { error: text.linkNewer };
  if (Number(version) !== VERSION) return { error: text.linkDamaged };
  const [own, moments, ...more] = rest.split('.');
  const content = decompress(own);
  const given = moments ? decompress(moments) : moments;
  if (content === undefined || (moments && given === undefined) || more.length > 0)
    return { error: text.linkDamaged };
  const opened = openedOf(content, given);
  return typeof opened === 'string' ? { error: text.linkNotAllowed(opened) } : opened;
}

/** The JSON behind a part of a link; undefined if it is none. */
function decompress(compressed: string): unknown {
  const length = decompressedLength(compressed, LONGEST_JSON);
  if (!(length > 0 && length <= LONGEST_JSON)) return undefined;
  const json = lz.decompressFromEncodedURIComponent(compressed);
  return json?.length === length ? parse(json) : undefined;
}

/**
 * What a link brings back, or what it asks for that is not allowed.
 *
 * @param moments those of its talk; undefined if it has none, the empty text if they were too long for it
 */
function openedOf(content: unknown, moments: unknown): Opened | string {
  const checked = v.safeParse(payload, content);
  if (!checked.success) return describe(checked.issues[0]);
  const linked = linkedFrom(checked.output);
  if (typeof linked === 'string') return linked;
  const { shown = null, clicker = 'moments', left } = checked.output;
  const talk = moments === undefined ? [] : moments === '' ? 'apart' : talkOf(moments);
  if (typeof talk === 'string' && talk !== 'apart') return talk;
  if (shown !== null && talk !== 'apart' && shown >= talk.length) return `shown = ${shown}`;
  return { ...linked, talk, shown, clicker, ...(left && { left }) };
}
