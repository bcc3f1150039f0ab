/** How long a compressed text would be, found without making it: a few kilobytes can stand for hundreds of megabytes. */

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-';
const BITS = 6;

/** Codes of the format; every other code names a phrase seen before. */
const SHORT_CHARACTER = 0;
const LONG_CHARACTER = 1;
const END = 2;

/**
 * The number of characters that lz-string's `decompressFromEncodedURIComponent` would make of a text. The format (LZ78
 * with codes that grow): a code is a new character or a phrase; each phrase is the one before it and one character more,
 * so lengths alone are enough to follow it.
 *
 * @returns NaN if the text is not of this format or ends too early; more than `most` as soon as it is more
 */
export function decompressedLength(compressed: string, most: number): number {
  const read = bitReader(compressed);
  /** Lengths of the phrases by code; the first three codes name none. */
  const lengths = [0, 0, 0];
  let width = 2;
  let total = 0;
  let previous = 0;
  // lz-string lets codes grow when this many more have been given out.
  let untilWider = 1;
  const countDown = () => {
    untilWider--;
    if (untilWider > 0) return;
    untilWider = 2 ** width;
    width++;
  };
  while (total <= most) {
    const code = read(width);
    if (Number.isNaN(code)) return Number.NaN;
    if (code === END) return total;
    let length = lengths[code];
    if (code === SHORT_CHARACTER || code === LONG_CHARACTER) {
      if (Number.isNaN(read(code === SHORT_CHARACTER ? 8 : 16))) return Number.NaN;
      length = 1;
      lengths.push(length);
      countDown();
    } else if (code === lengths.length && previous > 0) {
      length = previous + 1;
    } else if (length === undefined) {
      return Number.NaN;
    }
    total += length;
    if (previous > 0) {
      lengths.push(previous + 1);
      countDown();
    }
    previous = length;
  }
  return total;
}

/** Reads numbers of so many bits, the lowest bit first; NaN beyond the end or at a character of no meaning. */
function bitReader(text: string): (bits: number) => number {
  let at = 0;
  let value = 0;
  let left = 0;
  return (bits) => {
    let result = 0;
    for (let i = 0; i < bits; i++) {
      if (left === 0) {
        value = ALPHABET.indexOf(text.charAt(at++));
        if (at > text.length || value < 0) return Number.NaN;
        left = BITS;
      }
      left--;
      result += ((value >> left) & 1) * 2 ** i;
    }
    return result;
  };
}
