import { compare as text } from '../../messages/compare';
import { useUnrolled } from '../../store';
import { textOf } from '../charts/ChartPoint';
import type { ChartScale } from '../charts/scale';
import { fitNumber, textWidth } from '../network/fit-number';
import { useColumns } from '../score/columns-context';
import { height, type Lines, useReached } from './lines';

/** Type of the labels, and the size of a letter's box: on a page, and in a lecture hall. */
const page = { type: 12, box: 16 };
const hall = { type: 15, box: 20 };

/** Heights moved apart so that no two are nearer than `least`, each as little as can be, within an interval. */
export function movedApart(heights: readonly number[], least: number, from: number, to: number): number[] {
  const order = heights.map((_, i) => i).sort((a, b) => heights[a] - heights[b]);
  const moved = [...heights];
  for (const [k, i] of order.entries()) if (k > 0) moved[i] = Math.max(moved[i], moved[order[k - 1]] + least);
  // What was pushed too far down pushes back.
  let limit = to;
  for (const i of order.toReversed()) {
    moved[i] = Math.min(moved[i], limit);
    limit = moved[i] - least;
  }
  const over = from - Math.min(...moved, from);
  return moved.map((height) => height + over);
}

/** The end of a line by now. */
interface End {
  readonly key: string;
  readonly t: number;
  readonly norm: number;
  /** None at an overlay: its numbers are in the table. */
  readonly number?: string;
  readonly isChosen: boolean;
}

/** A number as exactly as there is room for; none where there is room for no more than a digit. */
const fitted = (whole: string, norm: number, scale: ChartScale, room: number, type: number): string => {
  if (textWidth(whole, type) <= room) return whole;
  return room > 26 && scale.place(norm) === 'inside' ? fitNumber(norm, room, type) : '';
};

/** The letter and the norm at the end of each line, wherever that is by now. */
export const EndLabels = ({ chart, hasForget }: { chart: Lines; hasForget: boolean }) => {
  const { x, first, last } = useColumns();
  const { type, box } = useUnrolled((state) => state.presenting) ? hall : page;
  const { lines, scale, place } = chart;
  const reached = useReached(lines);
  const isOnly = lines.filter(({ forget }) => forget).length === 1;
  const ends = lines.flatMap((line, i): End[] => {
    const { index, flows, forget, origin } = line;
    // A line that goes on out of sight has its label where it leaves.
    const t = Math.max(first, reached[i]);
    if (t > Math.min(origin, last) || Number.isNaN(flows[t])) return [];
    const letter = text.letters[index];
    const end: End = {
      key: letter,
      t,
      norm: flows[t],
      number: textOf(flows[t], scale),
      isChosen: index === place,
    };
    // The overlay is a line from its second point on.
    if (!hasForget || !forget || t === origin || Number.isNaN(forget[t])) return [end];
    return [end, { key: text.forgetLetter(letter, isOnly), t, norm: forget[t], isChosen: false }];
  });
  const moved = movedApart(
    ends.map(({ norm }) => scale.y(norm)),
    box + 1,
    12,
    height - 10,
  );
  return ends.map(({ key, t, norm, number, isChosen }, i) => {
    const end = x(t) - 11;
    const width = Math.max(box, textWidth(key, type) + 6);
    const written = number === undefined ? '' : fitted(number, norm, scale, end - width - 6, type);
    return (
      <g key={key} className={isChosen ? 'compare-end is-chosen' : 'compare-end'}>
        <line x1={x(t) - 4} y1={scale.y(norm)} x2={end} y2={moved[i]} />
        <rect
          className={number === undefined ? 'is-part' : undefined}
          x={end - width}
          y={moved[i] - box / 2}
          width={width}
          height={box}
          rx={4}
        />
        <text className="compare-letter" x={end - width / 2} y={moved[i]} dy="0.36em">
          {key}
        </text>
        {written !== '' && (
          <text className="compare-norm" x={end - width - 4} y={moved[i]} dy="0.36em">
            {written}
          </text>
        )}
      </g>
    );
  });
};
