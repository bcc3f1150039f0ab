import { describe, expect, it } from 'vitest';
import { contrast, inkOn, palette, stops, type Theme } from '../../src/layout/colour';
import { inks } from '../../src/layout/inks';
import { deltaE2000, difference, type Vision } from './colour-vision';
import { tokens } from './read-tokens';

const themes: readonly Theme[] = ['light', 'dark'];
const grounds = ['page', 'card', 'sunken', 'column'];
const shares = Array.from({ length: 41 }, (_, index) => index / 20 - 1);

describe.each(themes)('the %s theme', (theme) => {
  const token = (name: string): string => {
    const value = tokens[theme][name];
    if (!value) throw new Error(`no token --${name}`);
    return value;
  };

  it('has the same colours in CSS and in TypeScript', () => {
    const { value, gradient, gradientOutline } = stops[theme];
    expect([token('value-minus'), token('value-zero'), token('value-plus')]).toEqual([...value]);
    expect([1, 2, 3, 4].map((stop) => token(`gradient-${stop}`))).toEqual([...gradient]);
    expect(token('gradient-outline')).toBe(gradientOutline);
    for (const [name, colour] of Object.entries(inks[theme])) expect(token(name), name).toBe(colour);
  });

  it.each(grounds)('has readable text on --%s', (ground) => {
    for (const text of ['ink', 'label', 'forward', 'backward'])
      expect(contrast(token(text), token(ground)), text).toBeGreaterThanOrEqual(4.5);
  });

  it('has readable text on ink chips', () => {
    expect(contrast(token('on-chip'), token('chip'))).toBeGreaterThanOrEqual(4.5);
  });

  it('has readable numbers on every value and every gradient', () => {
    const colours = palette(theme);
    const fills = shares.flatMap((share) => [
      colours.value(share),
      colours.gradient(10 ** (share * 3), [1e-3, 1e3]),
    ]);
    for (const fill of fills) expect(contrast(fill, inkOn(fill)), fill).toBeGreaterThanOrEqual(4.5);
  });

  it.each(grounds)('draws what is to be seen 3 to 1 on --%s', (ground) => {
    for (const drawn of ['outline', 'edge', 'focus', 'chip', 'gradient-outline'])
      expect(contrast(token(drawn), token(ground)), drawn).toBeGreaterThanOrEqual(3);
  });

  it.each<Vision>(['normal', 'protanopia', 'deuteranopia'])('keeps its meanings apart with %s', (vision) => {
    const meanings: Record<string, string[]> = {
      'a negative value': [token('value-minus')],
      zero: [token('value-zero')],
      'a positive value': [token('value-plus')],
      'the size of a gradient': [1, 2, 3, 4].map((stop) => token(`gradient-${stop}`)),
      focus: [token('focus')],
    };
    const names = Object.keys(meanings);
    for (const [index, one] of names.entries())
      for (const other of names.slice(index + 1))
        for (const a of meanings[one])
          for (const b of meanings[other])
            expect(difference(vision, a, b), `${one} ${a}, ${other} ${b}`).toBeGreaterThanOrEqual(10);
  });

  it('turns the gradient ramp towards or away from the page evenly', () => {
    const away = stops[theme].gradient.map((stop) => contrast(stop, token('card')));
    expect(away).toEqual([...away].sort((p, q) => p - q));
  });
});

describe('CIEDE2000', () => {
  it.each([
    [[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425],
    [[50, 2.5, 0], [73, 25, -18], 27.1492],
    [[50, 2.5, 0], [58, 24, 15], 19.4535],
    [[2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514], 0.9082],
    [[60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644],
  ] as const)('agrees with the published pairs: %j %j', (one, other, expected) => {
    expect(deltaE2000(one, other)).toBeCloseTo(expected, 4);
  });
});
