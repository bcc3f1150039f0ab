import { type KeyboardEvent, type PointerEvent, useLayoutEffect, useRef } from 'react';
import type { Pass, Plan } from '../../engine';
import { messages } from '../../messages';
import { setPlayhead, step, store, toFirst, toLast, useConvention } from '../../store';
import { hold } from '../../store/rest';
import { useColumns } from '../score/columns-context';
import { centres, height, rowHeight } from './places';
import { spokenPosition } from './position';
import { frontiers, playheadAt, rowAt, type Segments, segmentAt } from './segments';
import { TimelineRows } from './TimelineRows';

/** The mark of the current operation is at least this wide, however narrow the operation. */
const leastMark = 7;

/**
 * The playhead as one slider over all operations. What moves with it (two masks, one mark, the spoken position) is
 * written through refs: the rows themselves are drawn once.
 */
export const StepSlider = ({ plan, segments }: { plan: Plan; segments: Segments }) => {
  const { total, right } = useColumns();
  const slider = useRef<SVGGElement>(null);
  const mark = useRef<SVGRectElement>(null);
  const masks = {
    forward: useRef<SVGRectElement>(null),
    backward: useRef<SVGRectElement>(null),
    update: useRef<SVGRectElement>(null),
  };

  // The position names a cell, as the convention in force does.
  const convention = useConvention();
  // biome-ignore lint/correctness/useExhaustiveDependencies: refs do not change; what is spoken depends on the convention
  useLayoutEffect(() => {
    const show = (playhead: number) => {
      const done = frontiers(segments, playhead);
      setSpan(masks.forward.current, 0, done.forward);
      setSpan(masks.backward.current, Math.min(done.backward, total), total);
      setSpan(masks.update.current, 0, done.update);

      const current = playhead > 0 ? segmentAt(segments, playhead - 1) : undefined;
      const place = playhead > 0 ? current : segments.start;
      const { x, width } = place ?? { x: 0, width: 0 };
      const grown = place ? Math.max(leastMark, width) + 2 : 0;
      setSpan(mark.current, x + width / 2 - grown / 2, x + width / 2 + grown / 2);
      const centre = centres[current?.op.pass ?? 'forward'];
      mark.current?.setAttribute('y', String(centre - rowHeight / 2 - 2));
      slider.current?.setAttribute('aria-valuenow', String(playhead));
      slider.current?.setAttribute('aria-valuetext', spokenPosition(plan, playhead));
    };
    show(store.getState().playhead);
    return store.subscribe((state, before) => {
      if (state.playhead !== before.playhead) show(state.playhead);
    });
  }, [plan, segments, total, convention]);

  const { grab, move, release } = useScrub(segments, right);
  return (
    <g
      ref={slider}
      className="timeline-slider"
      // biome-ignore lint/a11y/useAriaPropsForRole: the value is written through the ref, with the mark
      role="slider"
      tabIndex={0}
      aria-label={messages.timeline.step}
      aria-valuemin={0}
      aria-valuemax={plan.ops.length}
      onPointerDown={grab}
      onPointerMove={move}
      onPointerUp={release}
      onPointerCancel={release}
      onKeyDown={press}
    >
      <rect className="timeline-reach" x={0} y={0} width={total} height={height} />
      <TimelineRows plan={plan} segments={segments} masks={masks} />
      <rect ref={mark} className="timeline-mark" height={rowHeight + 4} rx={4} />
    </g>
  );
};

const setSpan = (rect: SVGRectElement | null, from: number, to: number) => {
  rect?.setAttribute('x', String(from));
  rect?.setAttribute('width', String(Math.max(0, to - from)));
};

/** Keys of the slider: an operation, a time step, the ends. Down the page is on in time, as for a presenter's clicker. */
function press(event: KeyboardEvent) {
  // While presenting the page keys are the clicker's: a stride of its own choice.
  if (event.key.startsWith('Page') && store.getState().presenting) return;
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const by = event.shiftKey ? 'time step' : 'operation';
  const moves: Record<string, () => void> = {
    ArrowRight: () => step(1, by),
    ArrowUp: () => step(1, by),
    ArrowLeft: () => step(-1, by),
    ArrowDown: () => step(-1, by),
    PageDown: () => step(1, 'time step'),
    PageUp: () => step(-1, 'time step'),
    Home: toFirst,
    End: toLast,
  };
  if (!Object.hasOwn(moves, event.key)) return;
  event.preventDefault();
  moves[event.key]();
}

/** Scrubbing: the press sets the playhead at once, moves at most once a frame. */
function useScrub(segments: Segments, right: number) {
  const drag = useRef<{ row: Pass; x: number; y: number; frame: number } | null>(null);
  const settle = (x: number, y: number, held: Pass | undefined): Pass => {
    const row = rowAt(x, y, centres, right, held);
    setPlayhead(playheadAt(segments, row, x));
    return row;
  };
  const grab = (event: PointerEvent<SVGGElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture?.(event.pointerId);
    const [x, y] = placeOf(event);
    hold(true);
    drag.current = { row: settle(x, y, undefined), x, y, frame: 0 };
  };
  const move = (event: PointerEvent<SVGGElement>) => {
    const now = drag.current;
    if (!now) return;
    [now.x, now.y] = placeOf(event);
    now.frame ||= requestAnimationFrame(() => {
      now.frame = 0;
      now.row = settle(now.x, now.y, now.row);
    });
  };
  const release = () => {
    const now = drag.current;
    drag.current = null;
    hold(false);
    if (!now?.frame) return;
    // The last move still counts, without waiting for its frame.
    cancelAnimationFrame(now.frame);
    settle(now.x, now.y, now.row);
  };
  return { grab, move, release };
}

/** The pointer in the drawing's own px, however it is enlarged. */
function placeOf(event: PointerEvent<SVGGElement>): [x: number, y: number] {
  const svg = event.currentTarget.ownerSVGElement;
  const box = svg?.getBoundingClientRect();
  const scale = box?.height ? height / box.height : 1;
  return [(event.clientX - (box?.left ?? 0)) * scale, (event.clientY - (box?.top ?? 0)) * scale];
}
