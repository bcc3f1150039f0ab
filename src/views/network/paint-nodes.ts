/** Nodes on a canvas: as where each is an element. */
import type { CellId } from '../../engine/types';
import type { Box, NodeBox } from '../../layout/boxes';
import { palette, stops } from '../../layout/colour';
import { type Inks, inks } from '../../layout/inks';
import { entryTint, type Tint, valueTint } from '../../layout/tints';
import type { HeatField } from '../canvas/heat';
import { notched } from './Cells';
import { cellsOf, radiusOf } from './PlainNode';
import { arrivedIn, type Scene, shownIn } from './scene';
import { gradientCells, valueCells } from './state-cells';
import type { Role } from './use-role';

type Pen = CanvasRenderingContext2D;

const fieldOf = (
  { plan, trace }: Scene['run'],
  cell: CellId | undefined,
  box: Box,
  tint: Tint,
): HeatField[] => {
  const place = cell === undefined ? undefined : plan.cells.get(cell);
  if (!place || place.offset < 0) return [];
  return [{ box, numbers: trace.arena, from: place.offset, rows: place.rows, cols: 1, tint }];
};

/** The numbers of states that are known, as strips of colour. */
export function valueStrips(nodes: readonly NodeBox[], scene: Scene): readonly HeatField[] {
  const tint = valueTint(scene.theme, scene.run.valueMax);
  return nodes.flatMap((node) => fieldOf(scene.run, shownIn(node, scene), node.box, tint));
}

/** The numbers of their gradients that are known. */
export function gradientStrips(nodes: readonly NodeBox[], scene: Scene): readonly HeatField[] {
  const tint = entryTint(scene.theme, scene.run.gradientDomain);
  return nodes.flatMap((node) =>
    node.gradient ? fieldOf(scene.run, arrivedIn(node, scene), node.gradient, tint) : [],
  );
}

interface Stroke {
  readonly colour: string;
  readonly width: number;
}

const strokeFor = (role: Role, calm: Stroke, { ink }: Inks): Stroke =>
  role === 'writes' ? { colour: ink, width: 3 } : role === 'calm' ? calm : { colour: ink, width: 1.75 };

const stroke = (pen: Pen, path: Path2D, { colour, width }: Stroke): void => {
  pen.strokeStyle = colour;
  pen.lineWidth = width;
  pen.stroke(path);
};

const rounded = ({ x, y, width, height }: Box, radius: number, grown = 0): Path2D => {
  const path = new Path2D();
  path.roundRect(x - grown, y - grown, width + 2 * grown, height + 2 * grown, radius);
  return path;
};

/** The frame around the numbers of a state; dashed around what it is made of. */
export function outlineValue(pen: Pen, node: NodeBox, scene: Scene): void {
  const shown = shownIn(node, scene);
  if (shown === undefined) return;
  const own = inks[scene.theme];
  const role = scene.roleOf(valueCells(node, scene.run.plan));
  if (shown !== node.id) pen.setLineDash([3, 2.5]);
  // Calm, it stays within its column, so that columns can be drawn one by one.
  const path = rounded(node.box, Math.min(5, node.box.width / 3), role === 'calm' ? 0 : 1);
  stroke(pen, path, strokeFor(role, { colour: own.outline, width: 1 }, own));
  pen.setLineDash([]);
}

/** The frame around its gradient, which has a notch. */
export function outlineGradient(pen: Pen, node: NodeBox, scene: Scene): void {
  if (!node.gradient || arrivedIn(node, scene) === undefined) return;
  const own = inks[scene.theme];
  const calm =
    node.gradient.width < 10
      ? { colour: own.line, width: 0.75 }
      : { colour: stops[scene.theme].gradientOutline, width: 1 };
  const role = scene.roleOf(gradientCells(node, scene.run.plan));
  stroke(pen, new Path2D(notched(node.gradient)), strokeFor(role, calm, own));
}

/** Inputs, outputs, errors and targets: a cell for each number, in one outline. */
export function paintPlain(pen: Pen, node: NodeBox, scene: Scene): void {
  const { run, theme, roleOf } = scene;
  const shown = shownIn(node, scene);
  const place = shown === undefined ? undefined : run.plan.cells.get(shown);
  if (!place) return;
  const { lane, box, rows } = node;
  const own = inks[theme];
  const radius = radiusOf(node);
  const height = box.height / rows;
  const seam = rows === 1 ? 0 : 1.5;
  for (let row = 0; row < rows; row++) {
    const share = run.trace.arena[place.offset + row] / run.valueMax;
    // An error is neither a value nor a gradient, so it has no colour.
    pen.fillStyle = lane === 'E' ? own.card : palette(theme).value(share);
    const cell = { ...box, y: box.y + row * height + seam / 2, height: height - seam };
    pen.fill(rounded(cell, rows === 1 ? radius : 1.5));
  }
  if (shown !== node.id) pen.setLineDash([3, 2.5]);
  const role = roleOf(cellsOf(node));
  stroke(pen, rounded(box, radius), strokeFor(role, { colour: own.outline, width: 1 }, own));
  pen.setLineDash([]);
}
