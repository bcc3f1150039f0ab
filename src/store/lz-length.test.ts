import fc from 'fast-check';
import { compressToEncodedURIComponent as compress } from 'lz-string';
import { expect, test } from 'vitest';
import { decompressedLength } from './lz-length';

test('the length is that of what was compressed', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ maxLength: 400 }), fc.string({ unit: 'binary', maxLength: 400 })),
      (text) => {
        expect(decompressedLength(compress(text), 1e6)).toBe(text.length);
      },
    ),
  );
});

test.each(['a'.repeat(50_000), 'ab'.repeat(20_000), JSON.stringify(Array.from({ length: 5000 }, Math.sin))])(
  'long texts, too',
  (text) => {
    expect(decompressedLength(compress(text), 1e6)).toBe(text.length);
  },
);

test('a bomb is seen before it goes off', () => {
  const bomb = compress('0'.repeat(1_000_000));
  expect(bomb.length).toBeLessThan(4096);
  const before = performance.now();
  expect(decompressedLength(bomb, 131_072)).toBeGreaterThan(131_072);
  expect(performance.now() - before).toBeLessThan(200);
});

test.each(['', '!', 'N4Ig DgTg', '%%%', 'A', 'ÿ'])('%j is no compressed text', (text) => {
  expect(decompressedLength(text, 1000)).toBeNaN();
});
