/** What a run's colours and widths span. */
import { deltaNorms, largestIn, type Trace } from '../engine';

/** How far the scale of gradients reaches from what set out, ‖δ_T‖, in both directions. */
const REACH = 1e6;

/** Powers of ten around the norms, no further than `REACH` from the latest of them. */
export function domainOf(norms: ArrayLike<number>): readonly [number, number] {
  const sound = Array.from(norms).filter((norm) => norm > 0 && Number.isFinite(norm));
  const start = sound.at(-1) ?? 1;
  const [least, most] = [Math.min(start, ...sound), Math.max(start, ...sound)];
  const from = within(-300, powerBelow(Math.max(least, start / REACH)), 299);
  const to = within(from + 1, -powerBelow(1 / Math.min(most, start * REACH)), 300);
  return [Number(`1e${from}`), Number(`1e${to}`)];
}

const within = (least: number, value: number, most: number): number => Math.min(most, Math.max(least, value));

/** The power of ten below a number; the allowance is for numbers that are a power of ten but for rounding. */
const powerBelow = (value: number): number => Math.floor(Math.log10(value) + 1e-9);

const domains = new WeakMap<Trace, readonly [number, number]>();

/** The domain of ‖δ_t‖ in a run; the same object for the same run. */
export function gradientDomainOf(trace: Trace): readonly [number, number] {
  const domain = domains.get(trace) ?? domainOf(deltaNorms(trace));
  domains.set(trace, domain);
  return domain;
}

const shown = new Set(['x', 'S', 'C', 'Y', 'd', 'Wx', 'Ws', 'bx', 'bs', 'Wy', 'by']);

/** What runs share that have the same forward pass: one object for all of them. */
export interface Forward {
  /** The largest finite |number| among what is shown of it, found when it is asked for. */
  largest?: number;
}

const forwards = new WeakMap<Trace, Forward>();

/** The forward pass of a run, as something to tell it by: the same object as long as it has not been run again. */
export function forwardOf(trace: Trace): Forward {
  const known = forwards.get(trace) ?? {};
  forwards.set(trace, known);
  return known;
}

/** A run that took over the forward part of an earlier one has the same. */
export function takeOverForward(trace: Trace, earlier: Trace): void {
  forwards.set(trace, forwardOf(earlier));
}

/** The largest finite |number| among inputs, states, outputs, targets and weights; at least 1. */
export function largestValue(trace: Trace): number {
  const forward = forwardOf(trace);
  if (forward.largest === undefined) {
    let most = 1;
    for (const { id, lane } of trace.plan.cells.values())
      if (shown.has(lane)) most = Math.max(most, largestIn(trace, id));
    forward.largest = most;
  }
  return forward.largest;
}
