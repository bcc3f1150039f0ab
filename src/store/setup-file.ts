/** A moment as a file: JSON, versioned, with the content of a link. Everything is checked on the way in, as of a link. */
import { files as text } from '../messages/files';
import { contentOf, type Linked, linkedOf, parse, VERSION } from './link';
import type { State } from './state';

const FORMAT = 'unrolled-setup';

/** In bytes; three of the largest networks with every entry given and trained, laid out for reading, take about half. */
export const LARGEST_FILE = 2_097_152;

/** The content of a file for a state: a list of numbers on a line, everything else on lines of its own. */
export function encodeFile(state: State): string {
  const content = { format: FORMAT, version: VERSION, moment: contentOf(state) };
  const spread = JSON.stringify(content, null, 2);
  return `${spread.replace(/\[\s+([^[\]{}]*?)\s+\]/g, (_, list: string) => `[${list.replace(/\s+/g, ' ')}]`)}\n`;
}

/**
 * What a file brings back, or a sentence why it can't.
 *
 * @param name the file's own, for the sentence
 */
export function decodeFile(name: string, content: string): Linked | { readonly error: string } {
  if (content.trim() === '') return { error: text.empty(name) };
  // A byte order mark, which some editors write, is no part of the JSON.
  const parsed = parse(content.replace(/^\ufeff/, ''));
  if (parsed === undefined) {
    const isNamedSo = /\.json$/i.test(name);
    return { error: isNamedSo ? text.damaged(name) : text.otherType(name) };
  }
  const { format, version, moment, ...rest } = isObject(parsed) ? parsed : {};
  if (format !== FORMAT || typeof version !== 'number') return { error: text.otherJson(name) };
  if (version > VERSION) return { error: text.newer(name) };
  if (version !== VERSION) return { error: text.notAllowed(name, `version = ${version}`) };
  const [unknown] = Object.keys(rest);
  if (unknown !== undefined) return { error: text.notAllowed(name, unknown.slice(0, 40)) };
  const linked = linkedOf(moment);
  return typeof linked === 'string' ? { error: text.notAllowed(name, linked || 'moment') } : linked;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
