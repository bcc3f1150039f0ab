/**
 * At most one change per frame while something is dragged: the first takes effect at once, of those that follow within
 * the frame only the latest, at its end. None that matters is lost: whatever reads or changes the state otherwise calls
 * `settle` first.
 */

let waiting: { readonly key: string; readonly apply: () => void } | null = null;
let isHeld = false;

/**
 * Applies a change now or at the end of the frame.
 *
 * @param key which changes replace each other: the gesture and what it sets
 */
export function oncePerFrame(key: string, apply: () => void): void {
  if (waiting && waiting.key !== key) settle();
  if (isHeld) {
    waiting = { key, apply };
    return;
  }
  apply();
  hold();
}

/** Applies what still waits for the end of the frame. */
export function settle(): void {
  const change = waiting;
  waiting = null;
  change?.apply();
}

function hold(): void {
  isHeld = true;
  const schedule = globalThis.requestAnimationFrame ?? ((callback: () => void) => setTimeout(callback, 16));
  schedule(() => {
    isHeld = false;
    if (!waiting) return;
    settle();
    hold();
  });
}
