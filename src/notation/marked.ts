import type { CellId, Plan } from '../engine/types';
import { label, type Parts, parts, spoken } from './labels';

/**
 * Stands for a cell's symbol in a sentence; the sentence is then spelled for the screen or for the ear. Sentences may
 * also hold markers of any step, written by hand: `{S_t}`, `{d:S_t−1}`, `{E_N}`, and of what has none: `{Ws}`, `{S}`.
 */
export const mark = (id: CellId): string => `{${id}}`;

const marker = /\{([^{}]+)\}/g;

/** A sentence as text and symbols in turn, for the screen. */
export const segments = (
  sentence: string,
  plan?: Plan,
): readonly (string | { readonly id: CellId; readonly parts: Parts })[] =>
  sentence
    .split(marker)
    .map((piece, i) => (i % 2 === 0 ? piece : { id: piece, parts: parts(piece, plan) }))
    .filter((piece) => piece !== '');

/** A sentence as plain text. */
export const plainText = (sentence: string, plan?: Plan): string =>
  sentence.replace(marker, (_, id: string) => label(id, plan));

/** A sentence for the ear. */
export const spokenText = (sentence: string, plan?: Plan): string =>
  sentence.replace(marker, (_, id: string) => spoken(id, plan));
