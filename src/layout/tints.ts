/** The colours of numbers as pixels: a table for each scale, for drawings of thousands of numbers at once. */
import { type GradientDomain, type Palette, palette, type Theme } from './colour';
import { channelsOf } from './lab';

/** Colours of a scale, evenly spaced; each the four bytes of a pixel as one word, in the order of this machine. */
type Table = Uint32Array;

/** More than can be told apart. */
const STEPS = 1024;

interface Tables {
  /** From −1 to 1. */
  readonly value: Table;
  /** From the least norm to the largest. */
  readonly gradient: Table;
}

const tables = new Map<Theme, Tables>();

const pixelOf = (colour: string): number => {
  const [word] = new Uint32Array(Uint8Array.from([...channelsOf(colour), 255]).buffer);
  return word;
};

const tableOf = (colourAt: (share: number) => string): Table =>
  Uint32Array.from({ length: STEPS }, (_, step) => pixelOf(colourAt(step / (STEPS - 1))));

const tablesOf = (theme: Theme): Tables => {
  const known = tables.get(theme);
  if (known) return known;
  const colours: Palette = palette(theme);
  const made = {
    value: tableOf((share) => colours.value(2 * share - 1)),
    gradient: tableOf((share) => colours.gradient(10 ** share, [1, 10])),
  };
  tables.set(theme, made);
  return made;
};

/** What a number looks like, as a pixel. */
export type Tint = (value: number) => number;

const within = (share: number): number =>
  share <= 0 ? 0 : share >= 1 ? STEPS - 1 : Math.round(share * (STEPS - 1));

/** A signed number, `most` having the end's colour; NaN as 0. */
export const valueTint = (theme: Theme, most: number): Tint => {
  const { value: table } = tablesOf(theme);
  const zero = table[within(0.5)];
  return (value) => (Number.isNaN(value) ? zero : table[within((value / most + 1) / 2)]);
};

/** An entry of a gradient: the sign by its hue, the size on the log scale of the domain. */
export const entryTint = (theme: Theme, [least, most]: GradientDomain): Tint => {
  const { value: table } = tablesOf(theme);
  const zero = table[within(0.5)];
  const span = Math.log(most / least);
  return (value) => {
    const size = Math.abs(value);
    if (!(size > least)) return zero;
    const share = size >= most ? 1 : Math.log(size / least) / span;
    return table[within((value < 0 ? 1 - share : 1 + share) / 2)];
  };
};

/** The norm of a gradient, on the log scale of the domain. */
export const normTint = (theme: Theme, [least, most]: GradientDomain): Tint => {
  const { gradient: table } = tablesOf(theme);
  const span = Math.log(most / least);
  return (norm) =>
    norm > least ? table[within(norm >= most ? 1 : Math.log(norm / least) / span)] : table[0];
};
