import { describe, expect, test } from 'vitest';
import { gradientShare, palette } from './colour';
import { channelsOf } from './lab';
import { entryTint, normTint, valueTint } from './tints';

const bytes = (pixel: number) => Array.from(new Uint8Array(Uint32Array.of(pixel).buffer));
/** Apart by no more than a step of the table. */
const expectNear = (pixel: number, colour: string) => {
  const [red, green, blue, alpha] = bytes(pixel);
  expect(alpha).toBe(255);
  [red, green, blue].forEach((channel, i) => {
    expect(Math.abs(channel - channelsOf(colour)[i])).toBeLessThanOrEqual(2);
  });
};
const domain = [1e-3, 1e2] as const;

describe.each(['light', 'dark'] as const)(
  'pixels of the %s theme have the colours of the palette',
  (theme) => {
    const colours = palette(theme);

    test('for values', () => {
      const tint = valueTint(theme, 4);
      for (const value of [-9, -4, -1.3, 0, 0.01, 2.5, 4, Infinity, Number.NaN])
        expectNear(tint(value), colours.value(value / 4));
    });

    test('for entries of a gradient', () => {
      const tint = entryTint(theme, domain);
      for (const value of [-1e9, -3, -1e-2, -1e-5, 0, 1e-5, 1e-2, 1, 1e2, Infinity])
        expectNear(tint(value), colours.value(Math.sign(value) * gradientShare(Math.abs(value), domain)));
      expectNear(tint(Number.NaN), colours.value(0));
    });

    test('for norms', () => {
      const tint = normTint(theme, domain);
      for (const norm of [0, 1e-9, 1e-3, 1e-2, 1, 50, 1e2, 1e300, Infinity, Number.NaN])
        expectNear(tint(norm), colours.gradient(norm, domain));
    });
  },
);
