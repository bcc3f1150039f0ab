/**
 * What a number looks like. The stops are also tokens of `src/app/tokens.css`, for legends and plain CSS;
 * `test/theme` holds the two together and checks their contrast.
 */
import { channelsOf, interpolateLab, linear } from './lab';

export type Theme = 'light' | 'dark';

/** Ends and middle of the signed scale; stops of a gradient's size from least to most, evenly spaced in the log. */
export interface Stops {
  readonly value: readonly [minus: string, zero: string, plus: string];
  readonly gradient: readonly [string, string, string, string];
  /** Outline that keeps the least gradient visible against the page. */
  readonly gradientOutline: string;
}

export const stops: Readonly<Record<Theme, Stops>> = {
  light: {
    value: ['#e8730c', '#f3f4f6', '#2563eb'],
    gradient: ['#f3a9c8', '#e4609c', '#bd1766', '#8a0050'],
    gradientOutline: '#b5125f',
  },
  // Turned round: near the page is small, bright is large.
  dark: {
    value: ['#f08a2c', '#2b3036', '#5b8ff9'],
    gradient: ['#902060', '#c2407f', '#ea6aa8', '#ff9cc8'],
    gradientOutline: '#e26aa3',
  },
};

/** Least and largest norm that the gradient scale tells apart. */
export type GradientDomain = readonly [min: number, max: number];

export interface Palette {
  readonly theme: Theme;
  readonly stops: Stops;
  /** Fill of a signed number given as a share of the largest, −1 … 0 … 1; beyond, the end's colour; NaN: the zero's. */
  value(share: number): string;
  /** Fill of a gradient's norm, on a log scale; beyond the domain, the end's colour; NaN: as 0. */
  gradient(norm: number, domain: GradientDomain): string;
}

/**
 * Where a norm stands in the domain on a log scale, 0 … 1. 0 for a norm of 0, 1 for ∞ and for a domain that is a
 * single point (there is only "what set out"); NaN stays NaN.
 */
export const gradientShare = (norm: number, [min, max]: GradientDomain): number => {
  if (Number.isNaN(norm)) return Number.NaN;
  if (norm <= 0) return 0;
  if (norm >= max || max <= min) return 1;
  if (norm <= min) return 0;
  return Math.log(norm / min) / Math.log(max / min);
};

/** Evenly spaced colours joined in CIELAB, from 0 to 1; beyond, the end's colour. */
const blend = (colours: readonly string[]): ((share: number) => string) => {
  const pieces = colours.slice(1).map((colour, i) => interpolateLab(colours[i], colour));
  return (share) => {
    const place = Math.min(1, Math.max(0, share)) * pieces.length;
    const piece = Math.min(pieces.length - 1, Math.floor(place));
    return pieces[piece](place - piece);
  };
};

const paletteOf = (theme: Theme): Palette => {
  const own = stops[theme];
  const signed = blend(own.value);
  const sized = blend(own.gradient);
  return {
    theme,
    stops: own,
    value: (share) => signed(Number.isNaN(share) ? 0.5 : (share + 1) / 2),
    gradient: (norm, domain) => sized(gradientShare(norm, domain) || 0),
  };
};

const palettes: Readonly<Record<Theme, Palette>> = { light: paletteOf('light'), dark: paletteOf('dark') };

/** The colours of a theme; the same object each time. */
export const palette = (theme: Theme): Palette => palettes[theme];

/** Relative luminance of a colour, 0 … 1 (WCAG 2.2). */
const luminance = (colour: string): number => {
  const [r, g, b] = channelsOf(colour);
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
};

/** Contrast of two colours, 1 … 21 (WCAG 2.2). */
export const contrast = (a: string, b: string): number => {
  const [darker, lighter] = [luminance(a), luminance(b)].sort((p, q) => p - q);
  return (lighter + 0.05) / (darker + 0.05);
};

/** Black or white, whichever is easier to read on the fill: never less than 4.58 to 1. */
export const inkOn = (fill: string): '#000000' | '#ffffff' =>
  contrast(fill, '#000000') >= contrast(fill, '#ffffff') ? '#000000' : '#ffffff';
