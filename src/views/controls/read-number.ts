import { setup } from '../../messages/setup';
import { formatFull, formatNumber } from '../../notation';

/** What a number may be: from and to, both allowed; `isWhole` allows no fraction. */
export interface Limits {
  readonly range: readonly [least: number, most: number];
  readonly isWhole?: boolean;
}

/** Either the number that a text says, or a sentence why it cannot be taken. */
export type Reading = { readonly value: number } | { readonly problem: string };

/**
 * Reads a number as people type or copy it: with a decimal point or comma, a real minus, spaces between
 * thousands, `1e-3` or `1×10⁻³`. `name` is what the sentence calls the control.
 */
export const readNumber = (text: string, name: string, limits: Limits): Reading => {
  const plain = text
    .trim()
    .replaceAll('−', '-')
    .replace(/[\s\u202f\u00a0]/g, '')
    .replace(/×10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)$/, (_, power: string) => `e${lowerPower(power)}`)
    .replace(/^([^,.]*),([^,.]*)$/, '$1.$2');
  if (!/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(plain))
    return { problem: text.trim() === '' ? setup.noNumber : setup.notANumber(text.trim()) };
  const value = Number(plain);
  const [least, most] = limits.range;
  if (value >= least && value <= most && (!limits.isWhole || Number.isInteger(value))) return { value };
  const sentence = limits.isWhole ? setup.notWhole : setup.outOfRange;
  const write = limits.isWhole ? formatFull : formatNumber;
  return { problem: sentence(name, write(least), write(most)) };
};

const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const lowerPower = (power: string): string =>
  [...power].map((sign) => (sign === '⁻' ? '-' : String(raised.indexOf(sign)))).join('');
