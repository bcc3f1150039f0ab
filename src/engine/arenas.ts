/**
 * Arenas for recording. To allocate a typed array costs over half a microsecond, more than a whole gradient of a small
 * network; so small arenas are views into one buffer, used up front to back and never again.
 */
const bufferBytes = 1 << 18;
const smallBytes = bufferBytes >> 4;

/**
 * Under Node, the memory of arenas that are no more goes back to the system, and comes page by page with a fault each, which
 * takes longer than a run. Its C library (glibc) stops that, and keeps as much for the next ones, once it has seen a
 * piece of up to 32 MiB come and go. So once much was recorded such a piece is made and let go; nothing touches it.
 */
const muchBytes = 1 << 24;
const pieceBytes = 31 << 20;

let buffer = new ArrayBuffer(0);
let used = 0;
let allocated = 0;

/** `size` doubles of 0 that nobody else has. */
export function newArena(size: number): Float64Array {
  const bytes = size * Float64Array.BYTES_PER_ELEMENT;
  if (bytes > smallBytes) return new Float64Array(allocate(bytes));
  if (used + bytes > buffer.byteLength) {
    buffer = allocate(bufferBytes);
    used = 0;
  }
  const arena = new Float64Array(buffer, used, size);
  used += bytes;
  return arena;
}

function allocate(bytes: number): ArrayBuffer {
  if (allocated < muchBytes) {
    allocated += bytes;
    if (allocated >= muchBytes) allocated += new ArrayBuffer(pieceBytes).byteLength;
  }
  return new ArrayBuffer(bytes);
}
