/** What the drawing of a cell's inside is made of: vectors, marks of operations, and wires between them. */
import type { CellId } from '../../engine/types';
import type { Box } from '../boxes';
import { direction, type Point } from '../lines';

/** A place where a vector stands. Several cells may take turns in it: a gate's pre-activation, then the gate. */
export interface Vector {
  readonly id: CellId;
  /** What stands there, in the order in which it becomes known; the latest known is shown. */
  readonly stages: readonly CellId[];
  /** Gradients that stand beside it, likewise. */
  readonly gradients: readonly CellId[];
  readonly box: Box;
  readonly gradient: Box;
  /** Type sizes of the numbers; 0: none. */
  readonly type: number;
  readonly gradientType: number;
  readonly name: { readonly x: number; readonly y: number };
}

export type Sign = '×' | '+' | 'σ' | 'tanh' | '1−';

/** The sign of an operation, where wires meet. */
export interface Mark {
  readonly id: string;
  readonly sign: Sign;
  readonly x: number;
  readonly y: number;
  /** It is drawn once this is known. */
  readonly drawnBy: CellId;
  /** Operations that write one of these are done here, forward or backward. */
  readonly cells: readonly CellId[];
}

/** The gradient that runs back along a wire. */
export interface Back {
  /** What runs there: the norm of their sum is the stream's width. */
  readonly cells: readonly CellId[];
  /** It is drawn once one of these is known. */
  readonly drawnBy: readonly CellId[];
}

/** A way that numbers take, from the first point to the last; horizontal and vertical pieces only. */
export interface Wire {
  readonly id: string;
  readonly points: readonly Point[];
  readonly drawnBy: CellId;
  readonly cells: readonly CellId[];
  readonly hasHead: boolean;
  readonly back?: Back;
  /** Px at the wire's beginning that the stream leaves to the gradient that stands there. */
  readonly trim?: number;
  /** The weight that stands on it, and where; without room only while it is in focus. */
  readonly weight?: { readonly name: 'Wx' | 'Ws'; readonly at: Point; readonly isTight: boolean };
  /** A word at its end, for a way that leaves the drawing. */
  readonly leadsTo?: { readonly cell?: CellId; readonly step?: number; readonly at: Point };
}

export interface Inside {
  readonly width: number;
  readonly height: number;
  readonly vectors: readonly Vector[];
  readonly marks: readonly Mark[];
  readonly wires: readonly Wire[];
}

/** The forward line and the gradient's stream run side by side, this far from the wire's middle. */
export const FORWARD = -4;
export const BACKWARD = 5;
/** The widest stream, and half the size of a mark. */
export const THICKEST = 8;
export const RADIUS = 11;

/**
 * A line beside another, `offset` px to its right as one follows it (in the page's coordinates, y down: below a line
 * that runs to the right). The corners are right angles, so each is moved along both of its pieces' normals.
 */
export const beside = (points: readonly Point[], offset: number): Point[] =>
  points.map(([x, y], i) => {
    const before = i > 0 ? direction(points[i - 1], points[i]) : undefined;
    const after = i < points.length - 1 ? direction(points[i], points[i + 1]) : undefined;
    const normals = [before, after].flatMap((one) => (one ? [[-one[1], one[0]] as const] : []));
    const isStraight =
      normals.length === 2 && normals[0][0] === normals[1][0] && normals[0][1] === normals[1][1];
    const used = isStraight ? normals.slice(1) : normals;
    return used.reduce<Point>(([px, py], [nx, ny]) => [px + nx * offset, py + ny * offset], [x, y]);
  });

/** A line through points as an SVG path, its corners rounded. */
export const pathThrough = (points: readonly Point[], radius = 6): string => {
  const [first, ...rest] = points;
  if (!first) return '';
  let path = `M${first[0]},${first[1]}`;
  rest.forEach((to, i) => {
    const from = points[i];
    const next = rest[i + 1];
    if (!next) {
      path += `L${to[0]},${to[1]}`;
      return;
    }
    const [ax, ay] = direction(from, to);
    const [bx, by] = direction(to, next);
    const room = Math.min(
      radius,
      Math.hypot(to[0] - from[0], to[1] - from[1]) / 2,
      Math.hypot(next[0] - to[0], next[1] - to[1]) / 2,
    );
    path += `L${to[0] - ax * room},${to[1] - ay * room}Q${to[0]},${to[1]} ${to[0] + bx * room},${to[1] + by * room}`;
  });
  return path;
};

/** The last piece of a line cut short by `by` px, so that a head can stand there. */
export const shortened = (points: readonly Point[], by: number): Point[] => {
  const last = points.at(-1);
  const before = points.at(-2);
  if (!last || !before) return [...points];
  const [dx, dy] = direction(before, last);
  const room = Math.min(by, Math.hypot(last[0] - before[0], last[1] - before[1]));
  return [...points.slice(0, -1), [last[0] - dx * room, last[1] - dy * room]];
};
