/** How a number is written into a cell: as exactly as fits, never rounded to something it is not. */
import { formatNumber, formatPercent } from '../../notation';

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
const withoutZero = (text: string): string => text.replace(/^([−<]?)0\./, '$1.');

/** `1.2×10⁻⁷` takes more room than `1e−7`. */
const asPower = (value: number): string => value.toExponential(0).replaceAll('-', '−').replace('+', '');

/** `0.32`, `−0.06`: decimals under each other; what they would round to nothing keeps its own first digit. */
const twoDecimals = (value: number): string => {
  const size = Math.abs(value);
  if (!(size >= 0.005 && size < 100)) return formatNumber(value, 1);
  return value.toFixed(2).replace('-', '−');
};

type Way = (value: number) => string;

const shorter: readonly Way[] = [
  (value) => formatNumber(value, 1),
  (value) => withoutZero(formatNumber(value, 1)),
  (value) => (Number.isFinite(value) && value !== 0 ? asPower(value) : formatNumber(value, 1)),
];

/** The ways to write a number that stands alone, and one of a vector, from the most exact to the shortest. */
const alone: readonly Way[] = [
  (value) => formatNumber(value),
  (value) => formatNumber(value, 2),
  (value) => withoutZero(formatNumber(value, 2)),
  ...shorter,
];
const together: readonly Way[] = [
  (value) => formatNumber(value),
  twoDecimals,
  (value) => withoutZero(twoDecimals(value)),
  ...shorter,
];

/**
 * The texts of the numbers of one vector for `room` px at type of `size` px. All are written alike: with three
 * significant digits if all fit, else two decimals, else those without the leading zero; a number that still does not
 * fit is written as short as it must be, as a power of ten if that is shorter.
 */
export const fitNumbers = (values: ArrayLike<number>, room: number, size: number): string[] => {
  const list = Array.from(values);
  const ways = list.length > 1 ? together : alone;
  const fits = (text: string) => textWidth(text, size) <= room;
  const isLarge = (value: number) => Math.abs(value) >= 0.005;
  const widest = list.filter(isLarge);
  const first =
    [0, 1, 2].find((way) => (way === 0 ? list : widest).every((value) => fits(ways[way](value)))) ?? 1;
  return list.map((value) => {
    const texts = ways.slice(first).map((way) => way(value));
    return texts.find(fits) ?? shortestOf(texts, size);
  });
};

const shortestOf = (texts: readonly string[], size: number): string =>
  texts.reduce((best, text) => (textWidth(text, size) < textWidth(best, size) ? text : best));

/** The text of one number. */
export const fitNumber = (value: number, room: number, size: number): string =>
  fitNumbers([value], room, size)[0];

/**
 * What is left of a gradient, for `room` px: `64 %`, where that is too long `64%`, `0.02%` for `0.015 %`, `×12.5`, at last
 * `3e−7`.
 */
export const fitPercent = (ratio: number, room: number, size: number): string => {
  const whole = formatPercent(ratio);
  const close = whole.replaceAll(/\s/g, '');
  const one = ratio < 1e-4 ? close : `${Number((100 * ratio).toPrecision(1))}%`;
  const texts = [
    whole,
    ...(ratio < 10 ? [close] : []),
    ...(ratio < 0.01 ? [one, withoutZero(one)] : []),
    `×${formatNumber(ratio, 3)}`,
    `×${formatNumber(ratio, 2)}`,
  ];
  return texts.find((text) => textWidth(text, size) <= room) ?? asPower(ratio);
};
