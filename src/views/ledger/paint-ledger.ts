/** Terms on a canvas: bars of narrow columns, and matrices of more cells than there should be elements. */
import { gradientShare, palette, stops, type Theme } from '../../layout/colour';
import type { Columns } from '../../layout/columns';
import { inks } from '../../layout/inks';
import { valueTint } from '../../layout/tints';
import type { Run } from '../../store';
import { type HeatField, paintHeat } from '../canvas/heat';
import { boxFor } from './places';
import { gaps, isBar, isPaintedMatrix, matrixSize } from './sizes';
import type { LedgerTerm, LedgerTerms } from './terms';

/** All that a drawing of the ledger follows from. */
export interface LedgerScene {
  readonly ledger: LedgerTerms;
  /** Those in sight that are known. */
  readonly terms: readonly LedgerTerm[];
  /** What they add up to so far, where there is a sum. */
  readonly sum: Float64Array | undefined;
  readonly columns: Columns;
  readonly run: Run;
  /** The step in focus on the way back; 0 for none. */
  readonly focus: number;
  readonly theme: Theme;
}

export function paintLedger(pen: CanvasRenderingContext2D, ratio: number, scene: LedgerScene): void {
  const { ledger, terms, sum, columns } = scene;
  const { rows, cols, blocks } = ledger;
  const box = boxFor(blocks.length);
  const size = matrixSize(rows, cols, columns.width - gaps.terms, box.height);
  const fields: HeatField[] = [];
  if (isBar(size, columns.width)) {
    if (columns.mode === 'strip') paintBars(pen, scene);
  } else if (isPaintedMatrix(rows, cols, size)) {
    for (const term of terms) fields.push(fieldAt(columns.x(term.t), ledger.valueOf(term), size, scene));
  }
  const whole = matrixSize(rows, cols, columns.sumWidth - gaps.sum, box.height);
  if (sum && isPaintedMatrix(rows, cols, whole)) fields.push(fieldAt(columns.sum + 6, sum, whole, scene));
  for (const field of fields) paintHeat(pen, ratio, [field]);
}

/** A matrix centred on x. */
function fieldAt(
  x: number,
  numbers: Float64Array,
  { width, height }: { readonly width: number; readonly height: number },
  { ledger, run, theme }: LedgerScene,
): HeatField {
  const { rows, cols, blocks, weight, most } = ledger;
  const { centre } = boxFor(blocks.length);
  const box = { x: x - width / 2, y: centre - height / 2, width, height };
  return { box, numbers, from: 0, rows, cols, tint: valueTint(theme, most ?? run.termMax[weight]) };
}

/** The height of a bar is its norm, on a log scale of six decades below the largest. */
export const barHeight = (norm: number, most: number, height: number): number =>
  norm === 0 ? 1 : 3 + (gradientShare(norm, [most / 1e6, most]) || 0) * (height - 3);

function paintBars(pen: CanvasRenderingContext2D, scene: LedgerScene): void {
  const { ledger, terms, columns, run, focus, theme } = scene;
  const { centre, height } = boxFor(ledger.blocks.length);
  const own = inks[theme];
  const calm = ledger.isImmediate ? own.outline : stops[theme].gradientOutline;
  const width = columns.width * 0.72;
  for (const { t, norm } of terms) {
    const high = barHeight(norm, ledger.mostNorm, height);
    pen.beginPath();
    pen.roundRect(columns.x(t) - width / 2, centre + height / 2 - high, width, high, Math.min(2, width / 4));
    pen.fillStyle = ledger.isImmediate ? own.sunken : palette(theme).gradient(norm, run.gradientDomain);
    pen.fill();
    pen.strokeStyle = t === focus ? own.ink : calm;
    pen.lineWidth = t === focus ? 2 : 0.75;
    pen.stroke();
  }
}
