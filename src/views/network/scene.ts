import { doneAt, type Op } from '../../engine';
import { at, clipped, grad } from '../../engine/cells';
import type { CellId } from '../../engine/types';
import type { NodeBox } from '../../layout/boxes';
import type { Theme } from '../../layout/colour';
import type { Columns } from '../../layout/columns';
import type { NetworkLayout } from '../../layout/network';
import type { Run } from '../../store';
import { isState } from './node-kinds';
import { before } from './state-cells';
import type { Role } from './use-role';

/** All that a drawing of the network on a canvas follows from. */
export interface Scene {
  readonly layout: NetworkLayout;
  readonly columns: Columns;
  /** Nodes that are drawn once more, enlarged, on top. */
  readonly enlarged: readonly NodeBox[];
  readonly run: Run;
  readonly playhead: number;
  /** The operation in focus. */
  readonly op: Op | undefined;
  readonly theme: Theme;
  readonly roleOf: (cells: readonly CellId[]) => Role;
  /** Whether something in the column of a step may have another role than to be calm. */
  readonly mayConcern: (t: number) => boolean;
}

type Moment = Pick<Scene, 'run' | 'playhead'>;

/** The cell whose numbers stand in a node at the playhead: its own or, dashed, what it is made of; undefined for neither. */
export const shownIn = (node: NodeBox, { run: { plan }, playhead }: Moment): CellId | undefined => {
  const { id, t, lane } = node;
  if (doneAt(plan, id) <= playhead) return id;
  const earlier = isState(node) ? before(t, plan)[0] : lane === 'Y' ? at('o', t) : undefined;
  return earlier !== undefined && doneAt(plan, earlier) <= playhead ? earlier : undefined;
};

/** The cell of what has come to a state: δ̃ takes the place of δ. */
export const arrivedIn = ({ id }: NodeBox, { run: { plan }, playhead }: Moment): CellId | undefined => {
  if (doneAt(plan, clipped(id)) <= playhead) return clipped(id);
  return doneAt(plan, grad(id)) <= playhead ? grad(id) : undefined;
};

/** Paints edges and streams; where columns are narrow those between S_t and Y_t pass behind C_t, whose lane is left out. */
export function paintBehind(pen: CanvasRenderingContext2D, { layout }: Scene, paint: () => void): void {
  const C = layout.nodes.find(({ lane, t }) => lane === 'C' && t > 0)?.box;
  const [left, width] = [-1e5, 2e5];
  pen.save();
  if (C) {
    pen.beginPath();
    pen.rect(left, 0, width, C.y);
    pen.rect(left, C.y + C.height, width, layout.height);
    pen.clip();
  }
  paint();
  pen.restore();
}
