/** Forward edges on a canvas: as where each is an element. */
import { doneAt } from '../../engine';
import { next } from '../../engine/cells';
import type { Edge } from '../../layout/edges';
import { inks } from '../../layout/inks';
import { headAt } from '../../layout/lines';
import type { Scene } from './scene';

type Pen = CanvasRenderingContext2D;

/** Edges that are used by the playhead, all alike: in ink, or calm. */
export function paintEdges(pen: Pen, edges: readonly Edge[], scene: Scene, isLit: boolean): void {
  const { layout, run, playhead, theme } = scene;
  const size = layout.metrics.gap < 3 ? 0 : layout.metrics.gap < 12 ? 3 : 4.5;
  const [lines, heads] = [new Path2D(), new Path2D()];
  for (const { isDrawn, drawnBy, line, head } of edges) {
    if (!isDrawn || doneAt(run.plan, drawnBy) > playhead) continue;
    const [x1, y1, x2, y2] = line;
    lines.moveTo(x1, y1);
    lines.lineTo(x2, y2);
    if (size === 0) continue;
    const tip = [x1 + (x2 - x1) * head, y1 + (y2 - y1) * head] as const;
    const half = Math.min(size, Math.hypot(x2 - x1, y2 - y1) / 2);
    heads.addPath(new Path2D(headAt([[x1, y1], tip], half * 1.5, half)));
  }
  pen.strokeStyle = isLit ? inks[theme].ink : inks[theme].edge;
  pen.fillStyle = pen.strokeStyle;
  pen.lineWidth = isLit ? 2.25 : 1.25;
  pen.stroke(lines);
  pen.fill(heads);
}

/** Whether an edge is in focus or pointed at, by itself or with its weight at every step. */
export const isLit = ({ cells, weight }: Edge, { roleOf }: Scene): boolean => {
  const own = roleOf(cells);
  const ofWeight = weight ? roleOf([weight, next(weight)]) : 'calm';
  return own === 'writes' || own === 'points' || ofWeight === 'writes' || ofWeight === 'points';
};
