import { group, groups, max, min } from 'd3';
import { memo, type RefObject, useId, useMemo } from 'react';
import { deltaNorms, type Pass, type Plan } from '../../engine';
import { palette } from '../../layout/colour';
import { messages } from '../../messages';
import { focusIn, useRun, useTheme, useUnrolled } from '../../store';
import { useColumns } from '../score/columns-context';
import { centres, height, rowHeight } from './places';
import { narrowPlace, type Segment, type Segments } from './segments';

interface Props {
  readonly plan: Plan;
  readonly segments: Segments;
  /** The rectangles that let what is done show through. */
  readonly masks: Readonly<Record<Pass, RefObject<SVGRectElement | null>>>;
}

/**
 * The rows of operations: grey throughout, and once more in colour behind a mask. Drawn again when the network changes
 * or a gradient's norm does, never when the playhead moves.
 */
export const TimelineRows = memo(({ plan, segments, masks }: Props) => {
  const id = useId();
  const { right, sumWidth } = useColumns();
  const isNarrow = sumWidth < narrowPlace;
  const nameAt = right + (isNarrow ? 4 : 8);
  const text = messages.timeline;
  const grey = useMemo(() => outline(segments.all), [segments]);
  const forward = useMemo(() => outline(segments.rows.forward), [segments]);
  const update = useMemo(() => outline(segments.rows.update), [segments]);
  const { start } = segments;
  const updateEnd = segments.rows.update.at(-1);
  return (
    <>
      <defs>
        {(['forward', 'backward', 'update'] as const).map((pass) => (
          <clipPath key={pass} id={`${id}-${pass}`}>
            <rect ref={masks[pass]} y={0} height={height} />
          </clipPath>
        ))}
      </defs>
      {start && (
        <rect
          className="timeline-start"
          {...start}
          y={centres.forward - rowHeight / 2}
          height={rowHeight}
          rx={3}
        />
      )}
      <path className="timeline-todo" d={grey} />
      <path className="timeline-forward" d={forward} clipPath={`url(#${id}-forward)`} />
      <g clipPath={`url(#${id}-backward)`}>
        <Backward plan={plan} segments={segments} />
      </g>
      <path className="timeline-update" d={update} clipPath={`url(#${id}-update)`} />
      <g className={isNarrow ? 'timeline-names timeline-narrow' : 'timeline-names'}>
        <text className="timeline-forward-name" x={nameAt} y={centres.forward} dy="0.35em">
          {text.forward}
        </text>
        <text className="timeline-backward-name" x={nameAt} y={centres.backward} dy="0.35em">
          {text.backward}
        </text>
        {updateEnd && (
          <text x={updateEnd.x + updateEnd.width + 5} y={centres.update} dy="0.35em">
            {text.update}
          </text>
        )}
      </g>
      <Times />
    </>
  );
});

/** The backward row, one path a time step, in the shade of ‖δ_t‖. */
const Backward = memo(({ plan, segments }: { plan: Plan; segments: Segments }) => {
  const { trace, gradientDomain } = useRun();
  const colours = palette(useTheme());
  const norms = useMemo(() => deltaNorms(trace), [trace]);
  const columns = useMemo(() => {
    return Array.from(
      group(segments.rows.backward, ({ op }) => op.t),
      ([t, row]) => ({ t, d: outline(row) }),
    );
  }, [segments]);
  if (trace.plan !== plan) return null;
  return columns.map(({ t, d }) => (
    <path key={t} className="timeline-backward" d={d} fill={colours.gradient(norms[t], gradientDomain)} />
  ));
});

/** As much room as `t = 12` needs; narrower columns are named every so many steps, by number alone. */
const nameWidth = 38;
const numberWidth = 20;
const digitWidth = 8;

const Times = memo(() => {
  const { width, steps, last } = useColumns();
  // Names of three and more digits need more room.
  const more = Math.max(0, String(last).length - 2) * digitWidth;
  const isNamed = width >= nameWidth + more;
  const every = isNamed || width >= numberWidth + more ? 1 : width * 5 >= numberWidth + more ? 5 : 10;
  return (
    <g className="timeline-times">
      {steps.map((t) => (
        <TimeName key={t} t={t} isNamed={isNamed} isShown={t === 1 || t % every === 0} />
      ))}
    </g>
  );
});

const TimeName = ({ t, isNamed, isShown }: { t: number; isNamed: boolean; isShown: boolean }) => {
  const { x } = useColumns();
  const isFocus = useUnrolled((state) => focusIn(state)?.t === t);
  if (!isShown && !isFocus) return null;
  return (
    <text className={isFocus ? 'timeline-focus' : ''} x={x(t)} y={centres.update} dy="0.35em">
      {isNamed ? messages.timeline.time(t) : t}
    </text>
  );
};

/** Narrower than this an operation is not seen apart from the next one of its step. */
const LEAST_WIDTH = 2;

/** The operations of each step as one bar, where they are too narrow for bars of their own. */
function grouped(row: readonly Segment[]): readonly Segment[] {
  if (row.every(({ width }) => width >= LEAST_WIDTH)) return row;
  const steps = groups(row, ({ op }) => `${op.pass} ${op.t}`);
  return steps.map(([, all]) => {
    const left = min(all, ({ x }) => x) ?? 0;
    const right = max(all, ({ x, width }) => x + width) ?? 0;
    return { op: all[0].op, x: left, width: right - left };
  });
}

/** Operations as one path: a bar each, apart where they are wide enough to be seen apart. */
function outline(row: readonly Segment[]): string {
  return grouped(row)
    .map(({ op, x, width }) => {
      const gap = width >= 6 ? 2 : width >= 3.5 ? 1 : 0;
      const [w, h] = [width - gap, rowHeight];
      const r = Math.min(3, w / 3);
      const left = x + gap / 2;
      const top = centres[op.pass] - h / 2;
      return (
        `M${round(left + r)} ${top}h${round(w - 2 * r)}a${round(r)} ${round(r)} 0 0 1 ${round(r)} ${round(r)}` +
        `v${round(h - 2 * r)}a${round(r)} ${round(r)} 0 0 1 ${round(-r)} ${round(r)}h${round(2 * r - w)}` +
        `a${round(r)} ${round(r)} 0 0 1 ${round(-r)} ${round(-r)}v${round(2 * r - h)}` +
        `a${round(r)} ${round(r)} 0 0 1 ${round(r)} ${round(-r)}z`
      );
    })
    .join('');
}

const round = (value: number): number => Math.round(value * 100) / 100;
