/**
 * Arenas for recording. To allocate a typed array costs over half a microsecond, more than a whole gradient of a small
 * network; so small arenas are views into one buffer, used up front to back and never again.
 */
const bufferBytes = 1 << 16;
const smallBytes = bufferBytes >> 4;

let buffer = new ArrayBuffer(0);
let used = 0;

/** `size` doubles of 0 that nobody else has. */
export function newArena(size: number): Float64Array {
  const bytes = size * Float64Array.BYTES_PER_ELEMENT;
  if (bytes > smallBytes) return new Float64Array(size);
  if (used + bytes > buffer.byteLength) {
    buffer = new ArrayBuffer(bufferBytes);
    used = 0;
  }
  const arena = new Float64Array(buffer, used, size);
  used += bytes;
  return arena;
}
