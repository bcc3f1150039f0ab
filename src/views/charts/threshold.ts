/** How keys and the pointer move the threshold. */
import { limits } from '../../tasks/setup';
import type { ChartScale } from './scale';

/** An arrow key changes the threshold by 1/40 of a decade, a page key by a quarter of one. */
const arrow = 10 ** (1 / 40);
const page = 10 ** (1 / 4);

/** A threshold as it is written: three significant digits, within the limits. What the screen says is what clips. */
export function roundedThreshold(threshold: number): number {
  const [least, most] = limits.threshold;
  return Number(Math.min(most, Math.max(least, threshold)).toPrecision(3));
}

/** The threshold after a key; undefined for a key that is not the slider's. Home and End are the ends of the scale. */
export function keyedThreshold(
  threshold: number,
  key: string,
  { kind, min, max }: Pick<ChartScale, 'kind' | 'min' | 'max'>,
): number | undefined {
  const to: Record<string, number> = {
    ArrowUp: threshold * arrow,
    ArrowRight: threshold * arrow,
    ArrowDown: threshold / arrow,
    ArrowLeft: threshold / arrow,
    PageUp: threshold * page,
    PageDown: threshold / page,
    // A linear scale begins at 0, which is no threshold.
    Home: kind === 'log' ? min : max / 1e3,
    End: max,
  };
  return Object.hasOwn(to, key) ? roundedThreshold(to[key]) : undefined;
}
