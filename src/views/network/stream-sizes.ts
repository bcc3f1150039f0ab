/** How wide a stream is drawn. */
import { normIn, receivedNorm } from '../../engine';
import type { CellId, Trace } from '../../engine/types';
import type { Stream } from '../../layout/streams';

const THINNEST = 1.5;
/** Below 1, a factor tells more where the stream is thin: there a px more or less is easier to miss. */
const STEEPNESS = 0.7;

/** Width of a stream, in px: by the norm's place on the log scale; what is not a number is as thin as can be. */
export const streamWidth = (share: number, thickest: number): number =>
  THINNEST + (Number.isNaN(share) ? 0 : share ** STEEPNESS) * (thickest - THINNEST);

/** The norm of a cell in a trace; NaN where there is none. */
export const sizeIn = (trace: Trace, cell: CellId | undefined): number =>
  cell === undefined ? Number.NaN : normIn(trace, cell);

/** The size of what arrives: between two states all that the earlier one receives from the later, by whatever way. */
export const arrivingIn = (trace: Trace, { cell, to, leaves }: Stream): number =>
  leaves === undefined ? normIn(trace, cell) : receivedNorm(trace, to, leaves);
