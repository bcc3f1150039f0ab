/** Lines through points, and the heads at their ends. */

export type Point = readonly [x: number, y: number];

/** The unit vector from one point to another; to itself, none. */
export const direction = ([x1, y1]: Point, [x2, y2]: Point): Point => {
  const length = Math.hypot(x2 - x1, y2 - y1) || 1;
  return [(x2 - x1) / length, (y2 - y1) / length];
};

/** A triangle that points along the end of a line. */
export const headAt = (points: readonly Point[], length: number, half: number): string => {
  const tip = points.at(-1);
  const before = points.at(-2);
  if (!tip || !before) return '';
  const [dx, dy] = direction(before, tip);
  const [x, y] = [tip[0] - dx * length, tip[1] - dy * length];
  return `M${tip[0]},${tip[1]}L${x - dy * half},${y + dx * half}L${x + dy * half},${y - dx * half}Z`;
};
