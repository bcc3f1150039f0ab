/**
 * Colours as CIELAB sees them, where equal distances look equal. Only what a blend needs: d3's `interpolateLab` says the same
 * to the digit (its test holds that), but brings every colour space and the names of 148 colours into the first script.
 */

export type Triple = readonly [number, number, number];
type Matrix = readonly [Triple, Triple, Triple];

/** Linear sRGB to CIE XYZ under D50, Bradford-adapted, and back (B. Lindbloom, brucelindbloom.com, "RGB/XYZ Matrices"). */
const toXyz: Matrix = [
  [0.4360747, 0.3850649, 0.1430804],
  [0.2225045, 0.7168786, 0.0606169],
  [0.0139322, 0.0971045, 0.7141733],
];
const fromXyz: Matrix = [
  [3.1338561, -1.6168667, -0.4906146],
  [-0.9787684, 1.9161415, 0.033454],
  [0.0719453, -0.2289914, 1.4052427],
];
/** What D50 makes of white. */
const white: Triple = [0.96422, 1, 0.82521];

/** Where the cube root of CIELAB goes over into a straight line, so that black has a finite slope. */
const KNEE = 6 / 29;

const root = (share: number): number =>
  share > KNEE ** 3 ? Math.cbrt(share) : share / (3 * KNEE ** 2) + 4 / 29;
const cube = (share: number): number => (share > KNEE ? share ** 3 : 3 * KNEE ** 2 * (share - 4 / 29));

/** Light of a channel 0 … 255, 0 … 1, and back (IEC 61966-2-1). */
export const linear = (channel: number): number => {
  const share = channel / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
};
const encoded = (light: number): number =>
  255 * (light <= 0.0031308 ? 12.92 * light : 1.055 * light ** (1 / 2.4) - 0.055);

const dot = ([a, b, c]: Triple, [x, y, z]: Triple): number => a * x + b * y + c * z;
const times = ([a, b, c]: Matrix, v: Triple): Triple => [dot(a, v), dot(b, v), dot(c, v)];
const each = ([a, b, c]: Triple, change: (value: number, index: number) => number): Triple => [
  change(a, 0),
  change(b, 1),
  change(c, 2),
];

/** The channels, 0 … 255, of `#rrggbb` or `rgb(r, g, b)`. */
export function channelsOf(colour: string): Triple {
  const texts = colour.startsWith('#') ? colour.match(/[0-9a-f]{2}/gi) : colour.match(/\d+/g);
  const [r, g, b] = (texts ?? []).map((text) => Number.parseInt(text, colour.startsWith('#') ? 16 : 10));
  return [r, g, b];
}

/** CIELAB before its last step, which is linear, too, and so does not change a blend: the roots of X, Y and Z. */
const rootsOf = (colour: string): Triple =>
  each(times(toXyz, each(channelsOf(colour), linear)), (value, i) => root(value / white[i]));

/** Joins two colours (`#rrggbb`) by a straight line in CIELAB: 0 is the first, 1 the second; as `rgb(r, g, b)`. */
export function interpolateLab(first: string, second: string): (share: number) => string {
  const from = rootsOf(first);
  const to = rootsOf(second);
  return (share) => {
    const roots = each(from, (value, i) => value + (to[i] - value) * share);
    const light = times(
      fromXyz,
      each(roots, (value, i) => cube(value) * white[i]),
    );
    const [r, g, b] = each(light, (value) => Math.min(255, Math.max(0, Math.round(encoded(value)))));
    return `rgb(${r}, ${g}, ${b})`;
  };
}
