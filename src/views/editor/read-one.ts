import { messages } from '../../messages';
import { parseRows, readEntry } from '../../tasks/parse';

const text = messages.inspector;

/** Reads one number as people type or copy it, also with a decimal comma; else a sentence why it cannot be taken. */
export const readOne = (typed: string): number | string => {
  const plain = typed.trim().replace(/^([^,.]*),([^,.]*)$/, '$1.$2');
  const parsed = parseRows(plain);
  if ('rows' in parsed) {
    const [[first], ...others] = parsed.rows;
    return parsed.rows[0].length === 1 && others.length === 0 ? first : text.notOneNumber(typed.trim());
  }
  // What is a number but cannot be computed with is told so.
  const entry = /^[^\s,;[\]]+$/.test(plain) ? readEntry(plain.replaceAll('−', '-')) : '';
  return typeof entry === 'string' && isNumeral(plain) ? entry : text.notOneNumber(typed.trim());
};

const isNumeral = (plain: string): boolean =>
  /^[-+−]?(nan|inf|infinity|∞|[\d.]+(e[-+−]?\d+)?)$/i.test(plain) && !/\..*\./.test(plain);
