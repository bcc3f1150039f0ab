/** How a number is written into a cell: as exactly as fits, never rounded to something it is not. */
import { formatNumber } from '../../notation';

/** Widths of Inter's tabular figures and signs, in em. */
const narrow: Readonly<Record<string, number>> = { '.': 0.29, '\u202f': 0.2, ' ': 0.28, ',': 0.29 };
const wide: Readonly<Record<string, number>> = { '−': 0.64, '×': 0.64, '%': 0.9, '∞': 0.92, '‖': 0.5 };
const superscript = /[⁰¹²³⁴⁵⁶⁷⁸⁹⁻]/;

/** The width of a number's text in px, estimated: layout must not wait for fonts. */
export const textWidth = (text: string, size: number): number => {
  let em = 0;
  for (const sign of text) em += narrow[sign] ?? wide[sign] ?? (superscript.test(sign) ? 0.42 : 0.63);
  return em * size;
};

/** `0.5` → `.5`, where every pixel counts. */
const withoutZero = (text: string): string => text.replace(/^(−?)0\./, '$1.');

/** `1.2×10⁻⁷` takes more room than `1e−7`. */
const asPower = (value: number): string => value.toExponential(0).replaceAll('-', '−').replace('+', '');

/**
 * The text of a number for `room` px at type of `size` px: three significant digits if they fit, else two, else
 * without the leading zero, else one, else a power of ten.
 */
export const fitNumber = (value: number, room: number, size: number): string => {
  const two = formatNumber(value, 2);
  const one = formatNumber(value, 1);
  const choices = [formatNumber(value), two, withoutZero(two), one, withoutZero(one)];
  if (Number.isFinite(value) && value !== 0) choices.push(asPower(value));
  return choices.find((text) => textWidth(text, size) <= room) ?? choices[choices.length - 1];
};
