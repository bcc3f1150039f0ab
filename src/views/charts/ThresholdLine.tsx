import { type KeyboardEvent, type PointerEvent, useLayoutEffect, useRef } from 'react';
import { messages } from '../../messages';
import { formatNumber } from '../../notation';
import { endGesture, setThreshold, store } from '../../store';
import { limits } from '../../tasks/setup';
import { useColumns } from '../score/columns-context';
import { height } from './places';
import type { ChartScale } from './scale';
import { keyedThreshold, roundedThreshold } from './threshold';

/** Key of the movement: one entry for undo. */
const gesture = 'threshold line';
/** Width from which the chip holds its words and the number in one line. */
const oneLine = 122;

/**
 * The clip threshold as a line across the chart: a slider. It is moved through refs, in the frame of the pointer's
 * event; the runs that follow from it come from the store, one a frame.
 */
export const ThresholdLine = ({ scale }: { scale: ChartScale }) => {
  const { left, right, total } = useColumns();
  const slider = useRef<SVGGElement>(null);
  const number = useRef<SVGTSpanElement>(null);
  const current = useRef(0);
  /** While held: from the line to the pointer, and the threshold that a gesture of the browser's own brings back. */
  const held = useRef<{ readonly offset: number; readonly before: number } | null>(null);

  const show = (threshold: number) => {
    current.current = threshold;
    const place = scale.place(threshold);
    const off = place === 'above' ? '↑ ' : place === 'below' ? '↓ ' : '';
    const text = formatNumber(threshold);
    const group = slider.current;
    if (!group || !number.current) return;
    group.setAttribute('transform', `translate(0 ${scale.y(threshold)})`);
    group.setAttribute('aria-valuenow', String(threshold));
    group.setAttribute(
      'aria-valuetext',
      messages.chart.thresholdText(text, place === 'nowhere' ? 'inside' : place),
    );
    number.current.textContent = off + text;
  };
  const choose = (threshold: number) => {
    show(threshold);
    setThreshold(threshold, gesture);
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: `show` reads nothing but the scale and refs
  useLayoutEffect(() => {
    show(store.getState().setup.threshold);
    return store.subscribe(({ setup }) => {
      if (setup.threshold !== current.current && !held.current) show(setup.threshold);
    });
  }, [scale]);

  const heightOf = (event: PointerEvent<SVGGElement>): number => {
    const box = event.currentTarget.ownerSVGElement?.getBoundingClientRect();
    return box?.height ? ((event.clientY - box.top) / box.height) * height : Number.NaN;
  };
  const drag = (event: PointerEvent<SVGGElement>) => {
    const y = heightOf(event) - (held.current?.offset ?? 0);
    if (Number.isNaN(y)) return;
    // A linear scale begins at 0, which is no threshold.
    const least = scale.kind === 'log' ? scale.min : scale.max / 1e3;
    choose(roundedThreshold(Math.max(scale.norm(y), least)));
  };
  const grab = (event: PointerEvent<SVGGElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    // Where it is taken hold of it stays: to press it changes nothing.
    held.current = { offset: heightOf(event) - scale.y(current.current), before: current.current };
  };
  const release = () => {
    if (held.current) endGesture();
    held.current = null;
  };
  /** The finger turned out to scroll the score. */
  const giveBack = () => {
    if (held.current) choose(held.current.before);
    release();
  };
  const press = (event: KeyboardEvent) => {
    // A presenter's clicker sends the page keys: then they move the playhead, whatever has the focus.
    if (event.key.startsWith('Page') && store.getState().presenting) return;
    const next = keyedThreshold(current.current, event.key, scale);
    if (next === undefined) return;
    event.preventDefault();
    choose(next);
  };

  const chipWidth = Math.min(total - right - 6, 132);
  const isWide = chipWidth >= oneLine;
  const chipHeight = isWide ? 24 : 36;
  return (
    <g
      ref={slider}
      className="chart-threshold"
      // biome-ignore lint/a11y/useAriaPropsForRole: the value is written through the ref, with the line
      role="slider"
      tabIndex={0}
      aria-label={messages.chart.threshold}
      aria-orientation="vertical"
      aria-valuemin={limits.threshold[0]}
      aria-valuemax={limits.threshold[1]}
      onPointerDown={grab}
      onPointerMove={(event) => held.current && drag(event)}
      onPointerUp={release}
      onPointerCancel={giveBack}
      onLostPointerCapture={release}
      onKeyDown={press}
      onKeyUp={endGesture}
    >
      <rect className="chart-threshold-reach" x={left} y={-12} width={right - left} height={24} />
      <line x1={left} x2={right + 4} />
      <rect
        className="chart-chip"
        x={right + 4}
        y={-chipHeight / 2}
        width={chipWidth}
        height={chipHeight}
        rx={isWide ? 12 : 10}
      />
      <text x={right + 4 + chipWidth / 2} y={isWide ? 0 : -7} dy="0.35em">
        {`⇕ ${messages.chart.clipAbove} `}
        <tspan ref={number} {...(isWide ? {} : { x: right + 4 + chipWidth / 2, dy: '1.25em' })} />
      </text>
    </g>
  );
};
