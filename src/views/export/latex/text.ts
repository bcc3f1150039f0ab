/** Sentences in LaTeX: plain ASCII, so that every TeX reads them whatever encoding it expects. */
import type { Plan } from '../../../engine/types';
import { type Parts, segments } from '../../../notation';
import { mathematics, signTex, withMarksApart } from './math';

/** Characters that are commands to TeX, or other glyphs in its old fonts. */
const special: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  '%': '\\%',
  _: '\\_',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '"': "''",
  '“': '``',
  '”': "''",
  '‘': '`',
  '’': "'",
  '…': '\\dots{}',
  '–': '--',
  '—': '---',
  '\u202f': '\\,',
  '\u00a0': '~',
  '‹': '$\\langle$',
  '›': '$\\rangle$',
  '✓': 'ok',
  '⌘': 'Cmd',
};

const accents: Readonly<Record<string, string>> = {
  '\u0300': '`',
  '\u0301': "'",
  '\u0302': '^',
  '\u0303': '~',
  '\u0308': '"',
  '\u0327': 'c',
  '\u030a': 'r',
};

/** A letter with an accent; what no table knows is named by its number, so that nothing is lost unseen. */
const foreign = (sign: string): string => {
  const [letter, accent] = sign.normalize('NFD');
  if (accent !== undefined && accent in accents) return `\\${accents[accent]}{${letter}}`;
  return sign === 'ß' ? '\\ss{}' : `[U+${sign.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}]`;
};

const plain = (text: string): string =>
  text
    .replace(/[\\{}$&#%_~^"“”‘’…–—\u202f\u00a0‹›✓⌘]/g, (sign) => special[sign])
    .replace(/[\u0080-\u{10ffff}]/gu, foreign);

/** Text as LaTeX, its signs of mathematics as formulas. Signs that follow each other are one formula. */
export function textTex(text: string): string {
  const prepared = withMarksApart(text);
  let tex = '';
  let formula = '';
  let from = 0;
  const close = () => {
    if (formula !== '') tex += `$${formula.trim()}$`;
    formula = '';
  };
  for (const match of prepared.matchAll(mathematics)) {
    const between = prepared.slice(from, match.index);
    if (between !== '') {
      close();
      tex += plain(between);
    }
    formula += signTex(match.groups ?? {});
    from = match.index + match[0].length;
  }
  close();
  return tex + plain(prepared.slice(from));
}

/** Text that stands inside a formula: letters stay, signs become commands. */
const insideTex = (text: string): string =>
  withMarksApart(text)
    .replace(mathematics, (...match) => signTex(match.at(-1) as Record<string, string | undefined>))
    .replace(/[\u0080-\u{10ffff}]/gu, foreign);

/** A cell's symbol in a line of text: `$\partial E_{3}/\partial a_{3}$`. */
export function symbolTex({ prefix = '', base, sub, suffix = '' }: Parts): string {
  const index = sub === undefined ? '' : `_{${insideTex(sub)}}`;
  const isNorm = suffix === '‖';
  const symbol = insideTex(prefix) + insideTex(base).trim() + index + (isNorm ? '\\Vert' : '');
  return `$${symbol}$${isNorm ? '' : textTex(suffix)}`;
}

/** A sentence of `notation`, with its symbols. */
export const sentenceTex = (sentence: string, plan: Plan): string =>
  segments(sentence, plan)
    .map((piece) => (typeof piece === 'string' ? textTex(piece) : symbolTex(piece.parts)))
    .join('');
