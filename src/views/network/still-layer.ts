/**
 * What of the columns stays as it is while one steps or drags a threshold: inputs, states, outputs, errors and the edges
 * between them, as they are once all is known. It is drawn once, and as far as it can be is moved along with the window.
 */
import type { Edge } from '../../layout/edges';
import { forwardOf } from '../../store/scales';
import { paintHeat } from '../canvas/heat';
import { isPainted, isState } from './node-kinds';
import { paintEdges } from './paint-edges';
import { outlineValue, paintPlain, valueStrips } from './paint-nodes';
import { paintBehind, type Scene } from './scene';

/** What the layer was made of, but for the place of the window. */
const partsOf = ({ run, theme, layout, columns }: Scene, ratio: number): readonly unknown[] => [
  ...[forwardOf(run.trace), run.plan, run.valueMax, theme, ratio],
  ...[layout.height, columns.left, columns.width, columns.steps.length, columns.total],
];

export class StillLayer {
  private readonly canvas = document.createElement('canvas');
  private made: { readonly parts: readonly unknown[]; readonly first: number } | undefined;

  /** The layer of a scene, in the canvas's own pixels. */
  of(scene: Scene, ratio: number): HTMLCanvasElement {
    const parts = partsOf(scene, ratio);
    const { first, last, steps } = scene.columns;
    const isSame = this.made?.parts.every((part, i) => part === parts[i]) ?? false;
    const by = this.made ? first - this.made.first : 0;
    if (!isSame) this.start(scene, ratio);
    const px = by * scene.columns.width * ratio;
    const isMovable = isSame && Number.isInteger(px) && Math.abs(by) < steps.length;
    if (!isMovable) this.paint(scene, ratio, first, last);
    else if (by !== 0) {
      this.move(-px);
      if (by > 0) this.paint(scene, ratio, last - by + 1, last);
      else this.paint(scene, ratio, first, first - by - 1);
    }
    this.made = { parts, first };
    return this.canvas;
  }

  private start({ columns, layout }: Scene, ratio: number): void {
    const [wide, high] = [Math.round(columns.total * ratio), Math.round(layout.height * ratio)];
    if (this.canvas.width !== wide) this.canvas.width = wide;
    if (this.canvas.height !== high) this.canvas.height = high;
  }

  private move(by: number): void {
    const pen = this.canvas.getContext('2d');
    if (!pen) return;
    pen.setTransform(1, 0, 0, 1, 0, 0);
    pen.globalCompositeOperation = 'copy';
    pen.drawImage(this.canvas, by, 0);
    pen.globalCompositeOperation = 'source-over';
  }

  /** Paints the columns from one step to another anew. */
  private paint(scene: Scene, ratio: number, from: number, to: number): void {
    const pen = this.canvas.getContext('2d');
    if (!pen) return;
    const { columns, layout } = scene;
    const whole: Scene = { ...scene, playhead: Number.POSITIVE_INFINITY, roleOf: () => 'calm' };
    const left = columns.x(from) - columns.width / 2;
    const width = (to - from + 1) * columns.width;
    pen.save();
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    pen.clearRect(left, 0, width, layout.height);
    pen.beginPath();
    pen.rect(left, 0, width, layout.height);
    pen.clip();
    const nodes = layout.nodes.filter((node) => isPainted(node) && node.t >= from && node.t <= to);
    paintHeat(pen, ratio, valueStrips(nodes.filter(isState), whole));
    const isHere = ({ line: [x1, , x2] }: Edge) =>
      Math.max(x1, x2) >= left && Math.min(x1, x2) <= left + width;
    paintBehind(pen, whole, () => paintEdges(pen, layout.edges.filter(isHere), whole, false));
    for (const node of nodes) {
      if (isState(node)) outlineValue(pen, node, whole);
      else paintPlain(pen, node, whole);
    }
    pen.restore();
  }
}
