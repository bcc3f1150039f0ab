/** Where each finger is, across. */
export type Touches = Map<number, number>;

export interface Pinch {
  /** How far the middle of the fingers has moved, in px. */
  readonly moved: number;
  /** By how much more, or less, is to be in sight: 1 for one finger. */
  readonly factor: number;
}

/** Fingers nearer to each other than this do not pinch: the quotient would jump. */
const LEAST = 24;

/** What a finger's movement means among those on the screen, and takes it in; nothing for one that is not among them. */
export function pinchOf(touches: Touches, { pointerId, clientX }: PointerEvent): Pinch | undefined {
  const before = touches.get(pointerId);
  if (before === undefined) return undefined;
  const other = [...touches].find(([id]) => id !== pointerId)?.[1];
  touches.set(pointerId, clientX);
  const moved = (clientX - before) / touches.size;
  if (other === undefined) return { moved, factor: 1 };
  const [far, near] = [Math.abs(before - other), Math.abs(clientX - other)];
  return { moved, factor: Math.max(LEAST, far) / Math.max(LEAST, near) };
}
