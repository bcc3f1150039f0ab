/** Runs that only some views ask for, made when they do and kept as long as the present run. */
import { compile, execute, type Shape, type Trace } from '../engine';
import { withoutTime } from '../engine/without-time';
import { run, startOf } from './run';
import type { State } from './state';

type Source = Pick<State, 'setup' | 'trained' | 'chartOf'>;

/** By the run that they belong to. */
const kept = new WeakMap<Trace, Map<string, Trace>>();

function made(state: Source, name: string, shape: Shape): Trace {
  const { trace } = run(state);
  const others = kept.get(trace) ?? new Map<string, Trace>();
  kept.set(trace, others);
  const before = others.get(name);
  if (before) return before;
  const other = execute(compile(shape), startOf(state));
  others.set(name, other);
  return other;
}

/**
 * The run of the one error whose gradient is followed back: the chart's, or, while the chart shows the sum of many errors,
 * that of the last of them. The same object for the same state.
 */
export function followed(state: Source): Trace {
  const { plan, chart, charted } = run(state);
  const { errorAt } = plan.shape;
  if (charted !== 'sum' || errorAt.length === 1) return chart;
  const { isMean: _isMean, optimizer: _optimizer, ...rest } = plan.shape;
  return made(state, 'last error', { ...rest, errorAt: errorAt.slice(-1) });
}

/** The run of whoever drops the sum over time: every earlier state taken as a constant. */
export function dropped(state: Source): Trace {
  return made(state, 'without time', withoutTime(run(state).plan.shape));
}
