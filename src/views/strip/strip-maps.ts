/**
 * The whole sequence as a heat map: the numbers of S_1 … S_T, an entry a row, and below them ‖δ_t‖ as it flows on. Each is
 * an image of a pixel a number; the playhead decides how much of it is shown.
 */
import { bisectRight } from 'd3';
import { doneTimes, flowNorms } from '../../engine';
import { at } from '../../engine/cells';
import type { Theme } from '../../layout/colour';
import { normTint, valueTint } from '../../layout/tints';
import type { Run } from '../../store';
import { forwardOf } from '../../store/scales';
import { everyStep } from '../../tasks/setup';
import { paintMap } from '../canvas/map';
import { reachedStep } from '../charts/decay';
import { gap, normsHeight, statesHeight } from './places';

export class StripMaps {
  private readonly states = document.createElement('canvas');
  private readonly norms = document.createElement('canvas');
  /** What the states and the norms were made of. */
  private parts: readonly [readonly unknown[], readonly unknown[]] = [[], []];

  /** Draws what is known at a playhead, `width` px wide; nothing of what is to come. */
  draw(
    pen: CanvasRenderingContext2D,
    ratio: number,
    scene: { readonly run: Run; readonly theme: Theme; readonly playhead: number; readonly width: number },
  ): void {
    const { run, playhead, width } = scene;
    const { T } = run.plan.shape;
    this.follow(run, scene.theme);
    // Where several steps share a pixel their colours are mixed; where a step has several it keeps its edges.
    pen.imageSmoothingEnabled = T > width * ratio;
    const x = (steps: number) => (steps * width) / T;
    const known = bisectRight(doneTimes(run.plan, 'S').subarray(1), playhead);
    if (known > 0) pen.drawImage(this.states, 0, 0, known, this.states.height, 0, 0, x(known), statesHeight);
    const open = reachedStep(run.plan, playhead) - 1;
    const top = statesHeight + gap;
    if (open < T) pen.drawImage(this.norms, open, 0, T - open, 1, x(open), top, x(T - open), normsHeight);
  }

  /** Makes again what has changed: a threshold that is dragged leaves the states as they are. */
  private follow(run: Run, theme: Theme): void {
    const { plan, trace, valueMax, gradientDomain } = run;
    const { T, H } = plan.shape;
    const ofStates = [forwardOf(trace), plan, valueMax, theme];
    const ofNorms = [trace, ...gradientDomain, theme];
    const [states, norms] = this.parts;
    if (!isSame(ofStates, states)) {
      const from = everyStep(T).map((t) => plan.cells.get(at('S', t))?.offset ?? 0);
      const tint = valueTint(theme, valueMax);
      paintMap(this.states, T, H, (column, row) => tint(trace.arena[from[column] + row]));
    }
    if (!isSame(ofNorms, norms)) {
      const flowing = flowNorms(trace);
      const tint = normTint(theme, gradientDomain);
      // No colour where no gradient reaches.
      paintMap(this.norms, T, 1, (column) =>
        Number.isNaN(flowing[column + 1]) ? 0 : tint(flowing[column + 1]),
      );
    }
    this.parts = [ofStates, ofNorms];
  }
}

const isSame = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  one.length === other.length && one.every((part, i) => Object.is(part, other[i]));
