/** A moment or a talk as a file: JSON, versioned, with the content of a link. Everything is checked on the way in, as of one. */
import { files as text } from '../messages/files';
import { contentOf, linkedIn, linkedOf, parse, talkContent, talkOf } from './content';
import { VERSION } from './link';
import type { Linked, Marked, State } from './state';

const SETUP = 'unrolled-setup';
const TALK = 'unrolled-talk';

/** In bytes; a talk of a dozen of the largest networks, trained, takes about as much, a set-up a tenth. */
export const LARGEST_FILE = 16_777_216;

/** The content of a file for a state. */
export const encodeFile = (state: State): string =>
  spread({ format: SETUP, version: VERSION, moment: contentOf(linkedIn(state)) });

/** The content of a file for a talk. */
export const encodeTalkFile = (talk: readonly Marked[]): string =>
  spread({ format: TALK, version: VERSION, moments: talkContent(talk) });

/** Laid out to be read: a list of numbers on a line, everything else on lines of its own. */
const spread = (content: object): string =>
  // Only what the layout has broken: no text has a line break of its own.
  `${JSON.stringify(content, null, 2).replace(
    /\[\n\s+([^[\]{}]*?)\n\s*\]/g,
    (_, list: string) => `[${list.replace(/\n\s+/g, ' ')}]`,
  )}\n`;

type Found = Linked | readonly Marked[];

/** For each format, where its content stands and what it brings back, or what it asks for that is not allowed. */
const formats: Readonly<Record<string, readonly [field: string, read: (given: unknown) => Found | string]>> =
  {
    [SETUP]: ['moment', linkedOf],
    [TALK]: ['moments', talkOf],
  };

/**
 * What a file brings back, a moment or a talk, or a sentence why it can't.
 *
 * @param name the file's own, for the sentence
 */
export function decodeFile(name: string, content: string): Found | { readonly error: string } {
  if (content.trim() === '') return { error: text.empty(name) };
  // A byte order mark, which some editors write, is no part of the JSON.
  const parsed = parse(content.replace(/^\ufeff/, ''));
  if (parsed === undefined) {
    const isNamedSo = /\.json$/i.test(name);
    return { error: isNamedSo ? text.damaged(name) : text.otherType(name) };
  }
  const { format, version, ...rest } = isObject(parsed) ? parsed : {};
  const known = typeof format === 'string' && Object.hasOwn(formats, format) ? formats[format] : undefined;
  if (known === undefined || typeof version !== 'number') return { error: text.otherJson(name) };
  if (version > VERSION) return { error: text.newer(name) };
  if (version !== VERSION) return { error: text.notAllowed(name, `version = ${version}`) };
  const [field, read] = known;
  const unknown = Object.keys(rest).find((key) => key !== field);
  if (unknown !== undefined) return { error: text.notAllowed(name, unknown.slice(0, 40)) };
  const found = read(rest[field]);
  return typeof found === 'string' ? { error: text.notAllowed(name, found || field) } : found;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
