import { parseRows } from '../../tasks/parse';

/** Reads one number as people type or copy it, also with a decimal comma; undefined if it is not one. */
export const readOne = (text: string): number | undefined => {
  const parsed = parseRows(text.trim().replace(/^([^,.]*),([^,.]*)$/, '$1.$2'));
  if ('error' in parsed || parsed.rows.length !== 1 || parsed.rows[0].length !== 1) return undefined;
  return parsed.rows[0][0];
};
