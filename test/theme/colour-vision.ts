/** Colour as others see it: simulation of dichromacy, and a perceptual difference. */
import { lab, rgb } from 'd3';

export type Vision = 'normal' | 'protanopia' | 'deuteranopia';

/**
 * Machado, Oliveira & Fernandes, "A Physiologically-based Model for Simulation of Color Vision Deficiency", IEEE TVCG
 * 15(6), 2009, matrices for severity 1.0, in linear RGB.
 */
const matrices: Readonly<Record<Exclude<Vision, 'normal'>, readonly (readonly number[])[]>> = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
};

const toLinear = (c: number): number => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
const toDisplay = (c: number): number => (c <= 0.0031308 ? c * 12.92 : 1.055 * c ** (1 / 2.4) - 0.055);

/** A colour as a person with that vision sees it. */
export const seenWith = (vision: Vision, colour: string): string => {
  if (vision === 'normal') return colour;
  const { r, g, b } = rgb(colour);
  const linear = [r, g, b].map((c) => toLinear(c / 255));
  const [red, green, blue] = matrices[vision].map((row) => {
    const seen = row.reduce((sum, weight, index) => sum + weight * linear[index], 0);
    return 255 * toDisplay(Math.min(1, Math.max(0, seen)));
  });
  return rgb(red, green, blue).formatHex();
};

export type Lab = readonly [L: number, a: number, b: number];

const degrees = (angle: number): number => (angle * Math.PI) / 180;

/**
 * CIEDE2000 colour difference with kL = kC = kH = 1, after Sharma, Wu & Dalal, "The CIEDE2000 Color-Difference Formula:
 * Implementation Notes, Supplementary Test Data, and Mathematical Observations", Color Res. Appl. 30(1), 2005.
 */
export const deltaE2000 = ([L1, a1, b1]: Lab, [L2, a2, b2]: Lab): number => {
  const meanC = (Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2;
  const G = 0.5 * (1 - Math.sqrt(meanC ** 7 / (meanC ** 7 + 25 ** 7)));
  const hue = (a: number, b: number) =>
    a === 0 && b === 0 ? 0 : (Math.atan2(b, a) * 180) / Math.PI + (b < 0 ? 360 : 0);
  const [p1, p2] = [a1 * (1 + G), a2 * (1 + G)];
  const [C1, C2] = [Math.hypot(p1, b1), Math.hypot(p2, b2)];
  const [h1, h2] = [hue(p1, b1), hue(p2, b2)];
  const isGrey = C1 * C2 === 0;
  const turn = h2 - h1;
  const dh = isGrey ? 0 : turn > 180 ? turn - 360 : turn < -180 ? turn + 360 : turn;
  const dL = L2 - L1;
  const dC = C2 - C1;
  const dH = 2 * Math.sqrt(C1 * C2) * Math.sin(degrees(dh / 2));
  const L = (L1 + L2) / 2;
  const C = (C1 + C2) / 2;
  const sum = h1 + h2;
  const h = isGrey ? sum : Math.abs(turn) <= 180 ? sum / 2 : sum < 360 ? (sum + 360) / 2 : (sum - 360) / 2;
  const T =
    1 -
    0.17 * Math.cos(degrees(h - 30)) +
    0.24 * Math.cos(degrees(2 * h)) +
    0.32 * Math.cos(degrees(3 * h + 6)) -
    0.2 * Math.cos(degrees(4 * h - 63));
  const SL = 1 + (0.015 * (L - 50) ** 2) / Math.sqrt(20 + (L - 50) ** 2);
  const SC = 1 + 0.045 * C;
  const SH = 1 + 0.015 * C * T;
  const RC = 2 * Math.sqrt(C ** 7 / (C ** 7 + 25 ** 7));
  const RT = -Math.sin(degrees(60 * Math.exp(-(((h - 275) / 25) ** 2)))) * RC;
  return Math.sqrt((dL / SL) ** 2 + (dC / SC) ** 2 + (dH / SH) ** 2 + RT * (dC / SC) * (dH / SH));
};

/** How far apart two colours are for a person with that vision. */
export const difference = (vision: Vision, one: string, other: string): number => {
  const [p, q] = [one, other].map((colour) => {
    const { l, a, b } = lab(seenWith(vision, colour));
    return [l, a, b] as const;
  });
  return deltaE2000(p, q);
};
