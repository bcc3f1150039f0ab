/**
 * The network of narrow columns on a canvas: the same nodes, edges and streams in the same places as where each is an
 * element, for sixty columns have too many of them to be drawn anew in every frame.
 */
import type { NodeBox } from '../../layout/boxes';
import { inks } from '../../layout/inks';
import { paintHeat } from '../canvas/heat';
import { isHeat, isPainted, isState } from './node-kinds';
import { isLit, paintEdges } from './paint-edges';
import { gradientStrips, outlineGradient, outlineValue, paintPlain, valueStrips } from './paint-nodes';
import { paintStreams } from './paint-streams';
import { paintBehind, type Scene } from './scene';
import type { StillLayer } from './still-layer';

type Pen = CanvasRenderingContext2D;

/** The whole network of narrow columns. */
export function paintNetwork(pen: Pen, ratio: number, scene: Scene, still: StillLayer): void {
  const { layout } = scene;
  const painted = layout.nodes.filter(isPainted);
  const states = painted.filter(isState);
  // Pixels are set whatever is below them, so they come first: S_0, and the gradients.
  const initial = layout.nodes.filter((node) => isHeat(node) && !isPainted(node));
  paintHeat(pen, ratio, [...valueStrips(initial, scene), ...gradientStrips(initial, scene)]);
  paintHeat(pen, ratio, gradientStrips(states, scene));
  paintKnown(pen, ratio, scene, still);
  paintBehind(pen, scene, () => {
    const lit = layout.edges.filter((edge) => isLit(edge, scene));
    paintEdges(pen, lit, scene, true);
    paintStreams(pen, scene);
  });
  for (const node of states) outlineGradient(pen, node, scene);
  for (const node of painted) {
    if (!scene.mayConcern(node.t)) continue;
    if (isState(node)) outlineValue(pen, node, scene);
    else paintPlain(pen, node, scene);
  }
  paintEnlarged(pen, ratio, scene);
}

/** The long states alone, of a network whose columns are wide enough for elements. */
export function paintLongStates(pen: Pen, ratio: number, scene: Scene): void {
  const nodes = scene.layout.nodes.filter(isHeat);
  paintHeat(pen, ratio, [...valueStrips(nodes, scene), ...gradientStrips(nodes, scene)]);
  paintEnlarged(pen, ratio, scene);
}

/** The columns as far as they are known: what is given of all of them, the rest up to the step that is being computed. */
function paintKnown(pen: Pen, ratio: number, scene: Scene, still: StillLayer): void {
  const { layout, columns, op, run, playhead } = scene;
  const layer = still.of(scene, ratio);
  const { first, last, left, right, width } = columns;
  /** The first step that is not done yet. */
  const open = playhead >= run.plan.bounds.backward ? last + 1 : Math.max(first, op?.t ?? first);
  const edge = Math.min(right, left + (open - first) * width);
  const copy = (from: number, to: number, top: number, bottom: number) => {
    const [x, y] = [Math.round(from * ratio), Math.round(top * ratio)];
    const [w, h] = [Math.round(to * ratio) - x, Math.round(bottom * ratio) - y];
    if (w > 0 && h > 0) pen.drawImage(layer, x, y, w, h, x / ratio, y / ratio, w / ratio, h / ratio);
  };
  copy(left, edge, 0, layout.height);
  if (open > last) return;
  const { x, d } = layout.metrics;
  copy(edge, right, x.y - 0.5, x.y + x.height + 1);
  copy(edge, right, d.y - 0.5, d.y + d.height + 1);
  paintOpen(pen, ratio, scene, open);
}

/** The column of the step that is being computed: what of it is known. */
function paintOpen(pen: Pen, ratio: number, scene: Scene, t: number): void {
  const isMade = ({ lane }: NodeBox) => lane !== 'x' && lane !== 'd';
  const nodes = scene.layout.nodes.filter((node) => isPainted(node) && node.t === t && isMade(node));
  const edges = scene.layout.edges.filter(({ to }) => nodes.some(({ id }) => id === to));
  paintBehind(pen, scene, () => paintEdges(pen, edges, scene, false));
  paintHeat(pen, ratio, valueStrips(nodes.filter(isState), scene));
  for (const node of nodes) {
    if (isState(node)) outlineValue(pen, node, scene);
    else paintPlain(pen, node, scene);
  }
}

/** The step in focus, over its neighbours. */
function paintEnlarged(pen: Pen, ratio: number, scene: Scene): void {
  const nodes = scene.enlarged.filter(isHeat);
  pen.fillStyle = inks[scene.theme].card;
  for (const { box, gradient } of nodes)
    for (const { x, y, width, height } of gradient ? [box, gradient] : [box])
      pen.fillRect(x - 3, y - 3, width + 6, height + 6);
  paintHeat(pen, ratio, [...valueStrips(nodes, scene), ...gradientStrips(nodes, scene)]);
}
