/** What tells the lines of the comparison apart besides their letters: the shape of their points, and their dashes. */

/** Dashes of the lines, in their order. */
export const dashes = [undefined, '7 4', '2 4'] as const;

/** The outline of a point around (x, y): a circle, a diamond, a square. */
export const pointPath = (index: number, x: number, y: number, r: number): string => {
  if (index === 0) return `M${x - r},${y}a${r},${r} 0 1 0 ${2 * r},0a${r},${r} 0 1 0 ${-2 * r},0Z`;
  if (index === 1) {
    const d = r * 1.25;
    return `M${x},${y - d}l${d},${d}l${-d},${d}l${-d},${-d}Z`;
  }
  const s = r * 0.9;
  return `M${x - s},${y - s}h${2 * s}v${2 * s}h${-2 * s}Z`;
};

/** A piece of a line with its point, as a key to the chart. */
export const Mark = ({ index }: { index: number }) => (
  <svg className="compare-mark" viewBox="0 0 28 12" aria-hidden="true">
    <line x1="1" x2="27" y1="6" y2="6" strokeDasharray={dashes[index]} />
    <path d={pointPath(index, 14, 6, 4)} />
  </svg>
);
