/**
 * How numbers are written. One rule for every number on the screen:
 * a number with at most three significant digits is shown as it is (`0.5`, `−1`); any other is rounded to three and
 * keeps its zeros, which say that it was rounded (`0.600`). From 0.001 up to 99 999 it is written out, thousands
 * apart (`25 300`); smaller and larger ones are written with a power of ten (`1.23×10⁻⁷`, `2.53×10⁵`, `10⁻⁵`).
 */

const minus = '−';
const narrowSpace = '\u202f';
const superscripts: Readonly<Record<string, string>> = {
  '-': '⁻',
  '0': '⁰',
  '1': '¹',
  '2': '²',
  '3': '³',
  '4': '⁴',
  '5': '⁵',
  '6': '⁶',
  '7': '⁷',
  '8': '⁸',
  '9': '⁹',
};

/** The power of ten of the first digit, after rounding to `digits` significant digits; `value` finite, not 0. */
export const exponentOf = (value: number, digits = 3): number =>
  Number(value.toExponential(digits - 1).split('e')[1]);

const groupThousands = (digits: string): string => {
  const [whole, fraction] = digits.split('.');
  const grouped = whole.length < 4 ? whole : whole.replace(/\B(?=(\d{3})+$)/g, narrowSpace);
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
};

/** A count: all of its digits, thousands apart. */
export const formatCount = (count: number): string => groupThousands(String(Math.round(count)));

/** A power of ten: `10⁻³`. */
export const formatPower = (exponent: number): string =>
  `10${[...String(exponent)].map((sign) => superscripts[sign]).join('')}`;

const isExact = (value: number, digits: number): boolean => Number(value.toPrecision(digits)) === value;

const unsigned = (size: number, digits: number): string => {
  const exponent = exponentOf(size, digits);
  if (exponent < -3 || exponent > 4) {
    const mantissa = isExact(size, digits)
      ? size.toExponential().split('e')[0]
      : size.toExponential(digits - 1).split('e')[0];
    return mantissa === '1' ? formatPower(exponent) : `${mantissa}×${formatPower(exponent)}`;
  }
  if (isExact(size, digits)) return groupThousands(String(size));
  const decimals = digits - 1 - exponent;
  return groupThousands(decimals >= 0 ? size.toFixed(decimals) : String(Number(size.toPrecision(digits))));
};

/** A number as it is shown: `digits` significant digits (three unless told), a real minus, −0 as 0. */
export const formatNumber = (value: number, digits = 3): string => {
  if (Number.isNaN(value)) return 'NaN';
  if (value === 0) return '0';
  const sign = value < 0 ? minus : '';
  if (!Number.isFinite(value)) return `${sign}∞`;
  return sign + unsigned(Math.abs(value), digits);
};

/** The full double, the shortest text that reads back as the same number, with a real minus: for hovering. */
export const formatFull = (value: number): string => {
  if (value === 0) return '0';
  if (!Number.isFinite(value)) return formatNumber(value);
  return String(value).replaceAll('-', minus);
};

/** The full double in plain ASCII, for copying: `Number(copyNumber(v))` is `v`. */
export const copyNumber = (value: number): string => (Object.is(value, -0) ? '0' : String(value));

/** A ratio in per cent: `64 %`, `3.2 %`, `0.53 %`, `< 0.01 %`, `1 250 %`; `NaN` where there is none. */
export const formatPercent = (ratio: number): string => {
  const percent = Math.abs(ratio) * 100;
  if (Number.isNaN(percent)) return 'NaN';
  const unit = `${narrowSpace}%`;
  if (percent === 0) return `0${unit}`;
  if (percent < 0.01) return `<${narrowSpace}0.01${unit}`;
  if (percent < 9.95) return `${Number(percent.toPrecision(2))}${unit}`;
  // What is nearly all is not said to be all.
  if (percent >= 99.5 && percent < 99.95) return `${percent.toFixed(1)}${unit}`;
  if (percent < 99_999.5) return `${groupThousands(String(Math.round(percent)))}${unit}`;
  return `${formatNumber(percent, 2)}${unit}`;
};

/** A part as a share of a whole, in percent; of nothing, nothing is no share that could be told. */
export const formatShare = (part: number, whole: number): string =>
  part === 0 && whole === 0 ? NO_QUOTIENT : formatPercent(part / whole);

/** What stands in the place of 0/0, which is no number that broke. */
export const NO_QUOTIENT = '–';

/** Numbers of one vector or matrix, written alike so that they can be compared: equal decimals, one power of ten. */
export interface Aligned {
  readonly entries: readonly string[];
  /** The power of ten that stands before all of them; 0 if there is none. */
  readonly exponent: number;
}

/**
 * Writes numbers that stand together: `digits` significant digits for the largest (three from 1 up), the same
 * decimals for all. An entry that would round to 0 without being 0 has its first digit instead.
 */
export const alignNumbers = (values: ArrayLike<number>, digits = 2): Aligned => {
  const list = Array.from(values);
  const finite = list.filter(Number.isFinite);
  const largest = finite.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const isAsGiven = list.every(
    (value) => !Number.isFinite(value) || (isExact(value, digits) && isShort(value)),
  );
  if (isAsGiven) {
    const decimals = Math.max(0, ...finite.map((value) => String(value).split('.')[1]?.length ?? 0));
    return { entries: list.map((value) => fixed(value, decimals)), exponent: 0 };
  }
  const leading = exponentOf(largest, digits);
  const exponent = leading < -2 || leading > 3 ? leading : 0;
  // From 1 up three digits are needed for the same two decimals that smaller numbers have.
  const place = exponent === 0 ? leading : 0;
  const decimals = Math.max(0, (place < 0 ? digits : 3) - 1 - place);
  const entries = list.map((value) => {
    const text = fixed(value / 10 ** exponent, decimals);
    // What is not 0 is never written as 0, however small it is beside the largest.
    return value === 0 || /[1-9∞N]/.test(text) ? text : formatNumber(value / 10 ** exponent, 1);
  });
  return { entries, exponent };
};

/** With so many decimals; what rounds to 0 has no sign. */
const fixed = (value: number, decimals: number): string => {
  if (!Number.isFinite(value)) return formatNumber(value);
  const text = groupThousands(Math.abs(value).toFixed(decimals));
  return value < 0 && /[1-9]/.test(text) ? minus + text : text;
};

const isShort = (value: number): boolean => value === 0 || (Math.abs(value) >= 0.01 && Math.abs(value) < 1e4);

/** A list of numbers in words: `−0.24, −0.07, 0.30, −0.17`. */
export const formatList = (values: ArrayLike<number>, digits = 2): string => {
  const { entries, exponent } = alignNumbers(values, digits);
  if (exponent !== 0) return Array.from(values, (value) => formatNumber(value, digits)).join(', ');
  return entries.join(', ');
};
