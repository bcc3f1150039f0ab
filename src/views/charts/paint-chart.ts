/** The chart of narrow columns on a canvas: the same points and lines as where each is an element. */
import { clipped, doneTimes, grad, type Op } from '../../engine';
import { gradientShare, palette, stops, type Theme } from '../../layout/colour';
import type { Columns } from '../../layout/columns';
import { inks } from '../../layout/inks';
import { isReached } from './decay';
import type { Chart } from './useChart';

/** All that a drawing of the chart follows from. */
export interface ChartScene {
  readonly chart: Chart;
  readonly columns: Columns;
  readonly playhead: number;
  readonly op: Op | undefined;
  readonly theme: Theme;
}

interface Point {
  readonly t: number;
  /** What is drawn: what flows on, or, until that is known, what came in. */
  readonly norm: number;
  readonly hasFlown: boolean;
  readonly isFocus: boolean;
}

export function paintChart(pen: CanvasRenderingContext2D, scene: ChartScene): void {
  const { chart, columns } = scene;
  paintTicks(pen, scene);
  pen.save();
  const { left, right, first, last } = columns;
  // Lines lead on to steps out of sight, and end at the edge.
  pen.beginPath();
  pen.rect(left - 6, 0, right - left + 12, 1e4);
  if (first > 1 || last < columns.T) pen.clip();
  const points = pointsOf(scene);
  if (chart.isClipped) paintFree(pen, points, scene);
  paintLines(pen, points, scene);
  if (chart.isClipped) paintCame(pen, points, scene);
  paintPoints(pen, points, scene);
  if (chart.memory) paintMemory(pen, scene);
  pen.restore();
}

function paintTicks(pen: CanvasRenderingContext2D, { chart, columns, theme }: ChartScene): void {
  pen.globalAlpha = 0.45;
  pen.strokeStyle = inks[theme].line;
  pen.lineWidth = 1;
  pen.beginPath();
  for (const { y } of chart.scale.ticks) {
    pen.moveTo(columns.left, y);
    pen.lineTo(columns.right, y);
  }
  pen.stroke();
  pen.globalAlpha = 1;
}

/** The points that are known, and the one before the excerpt, whose line leads into it. */
function pointsOf({ chart, columns, playhead, op }: ChartScene): readonly Point[] {
  const { run, came, flows, isClipped, steps } = chart;
  const done = doneTimes(run.plan, grad('S'));
  const flown = isClipped ? doneTimes(run.plan, clipped('S')) : done;
  const before = columns.first - 1;
  const all = before > 0 && isReached(run.chart.plan, before) ? [before, ...steps] : steps;
  const focus = op?.pass === 'backward' ? op.t : 0;
  return all
    .filter((t) => playhead >= done[t])
    .map((t) => {
      const hasFlown = playhead >= flown[t];
      return { t, hasFlown, norm: hasFlown ? flows[t] : came[t], isFocus: t === focus };
    });
}

const hasNext = ({ origin, run }: Chart, t: number): boolean =>
  t < origin && isReached(run.chart.plan, t + 1);

/** What would be without clipping. */
function paintFree(pen: CanvasRenderingContext2D, points: readonly Point[], scene: ChartScene): void {
  const { chart, columns, theme } = scene;
  const { free, scale } = chart;
  const [lines, dots] = [new Path2D(), new Path2D()];
  for (const { t } of points) {
    const [x, y] = [columns.x(t), scale.y(free[t])];
    dots.moveTo(x + 2, y);
    dots.arc(x, y, 2, 0, 2 * Math.PI);
    if (!hasNext(chart, t)) continue;
    lines.moveTo(x, y);
    lines.lineTo(columns.x(t + 1), scale.y(free[t + 1]));
  }
  pen.strokeStyle = inks[theme].edge;
  pen.fillStyle = inks[theme].edge;
  pen.lineWidth = 1.25;
  pen.lineCap = 'round';
  pen.setLineDash([1, 3]);
  pen.stroke(lines);
  pen.setLineDash([]);
  pen.lineCap = 'butt';
  pen.fill(dots);
}

function paintLines(pen: CanvasRenderingContext2D, points: readonly Point[], scene: ChartScene): void {
  const { chart, columns, theme } = scene;
  const { flows, scale, run } = chart;
  for (const { t, norm, hasFlown } of points) {
    const isPinned = scale.place(norm) !== 'inside';
    if (!hasFlown || !hasNext(chart, t)) continue;
    if (isPinned && scale.place(flows[t + 1]) !== 'inside') continue;
    pen.strokeStyle = palette(theme).gradient(norm, run.gradientDomain);
    pen.lineWidth = 1.25 + 1.75 * (gradientShare(norm, run.gradientDomain) || 0);
    pen.beginPath();
    pen.moveTo(columns.x(t), scale.y(norm));
    pen.lineTo(columns.x(t + 1), scale.y(flows[t + 1]));
    pen.stroke();
  }
}

/** What came in, above what flows on. */
function paintCame(pen: CanvasRenderingContext2D, points: readonly Point[], scene: ChartScene): void {
  const { chart, columns, theme } = scene;
  const { came, flows, scale } = chart;
  const [stems, ticks] = [new Path2D(), new Path2D()];
  const reach = Math.min(7, columns.width / 2);
  for (const { t, norm, hasFlown } of points) {
    if (hasFlown && flows[t] === came[t]) continue;
    const [x, y] = [columns.x(t), scale.y(came[t])];
    stems.moveTo(x, y);
    stems.lineTo(x, scale.y(norm));
    ticks.moveTo(x - reach, y);
    ticks.lineTo(x + reach, y);
  }
  pen.strokeStyle = inks[theme].ink;
  pen.lineWidth = 1;
  pen.stroke(stems);
  pen.lineWidth = 2;
  pen.stroke(ticks);
}

function paintPoints(pen: CanvasRenderingContext2D, points: readonly Point[], scene: ChartScene): void {
  const { chart, columns, theme } = scene;
  const { scale, run, isClipped } = chart;
  for (const { t, norm, hasFlown, isFocus } of points) {
    if (isClipped && !hasFlown) continue;
    const share = gradientShare(norm, run.gradientDomain) || 0;
    const radius = Math.min(4 + 3 * share + (isFocus ? 1.5 : 0), columns.width / 2);
    const isPinned = scale.place(norm) !== 'inside';
    pen.beginPath();
    pen.arc(columns.x(t), scale.y(norm), radius, 0, 2 * Math.PI);
    // At an end of the scale, not where its norm would be: hollow.
    pen.fillStyle = isPinned ? inks[theme].card : palette(theme).gradient(norm, run.gradientDomain);
    pen.fill();
    pen.strokeStyle = isFocus ? inks[theme].ink : stops[theme].gradientOutline;
    pen.lineWidth = isFocus ? 2.25 : isPinned ? 1.5 : 1;
    pen.stroke();
  }
}

/** The second line of an LSTM, of C: dashed, its points diamonds. */
function paintMemory(
  pen: CanvasRenderingContext2D,
  { chart, columns, playhead, op, theme }: ChartScene,
): void {
  const { memory, run, scale, origin, steps } = chart;
  if (!memory) return;
  const done = doneTimes(run.plan, grad('C'));
  const focus = op?.pass === 'backward' ? op.t : 0;
  for (const t of steps) {
    const [norm, later] = [memory[t], memory[t + 1]];
    if (playhead < done[t] || Number.isNaN(norm)) continue;
    const [x, y] = [columns.x(t), scale.y(norm)];
    const share = gradientShare(norm, run.gradientDomain) || 0;
    const colour = palette(theme).gradient(norm, run.gradientDomain);
    if (t < origin && later > 0) {
      pen.setLineDash([5, 4]);
      pen.strokeStyle = colour;
      pen.lineWidth = 1.25 + 1.25 * share;
      pen.beginPath();
      pen.moveTo(x, y);
      pen.lineTo(columns.x(t + 1), scale.y(later));
      pen.stroke();
      pen.setLineDash([]);
    }
    const r = Math.min(4.5 + 2.5 * share + (t === focus ? 1.5 : 0), columns.width / 2);
    pen.beginPath();
    pen.moveTo(x, y - r);
    pen.lineTo(x + r, y);
    pen.lineTo(x, y + r);
    pen.lineTo(x - r, y);
    pen.closePath();
    pen.fillStyle = scale.place(norm) === 'inside' ? colour : inks[theme].card;
    pen.fill();
    pen.strokeStyle = t === focus ? inks[theme].ink : stops[theme].gradientOutline;
    pen.lineWidth = t === focus ? 2.25 : 1;
    pen.stroke();
  }
}
