/** What is measured on a trace: norms and gains of the gradient on its way back. */
import { at, clipped, grad, via } from './cells';
import { norm } from './linear';
import { numbersIn } from './trace';
import type { Trace } from './types';

/** ‖δ_t‖ for t = 0 … T, the norm of all that reaches S_t, before clipping; NaN where no gradient reaches. */
export function deltaNorms(trace: Trace): Float64Array {
  return overTime(trace, (t) => numbersIn(trace, grad(at('S', t))));
}

/** ‖δ̃_t‖ for t = 0 … T, the norm of what flows on from S_t: after clipping, where there is any. */
export function flowNorms(trace: Trace): Float64Array {
  return overTime(trace, (t) => numbersIn(trace, clipped(at('S', t))) ?? numbersIn(trace, grad(at('S', t))));
}

/**
 * What is left of the gradient on its way from S_t to S_{t−1}: ‖what S_{t−1} receives from S_t‖ / ‖what flows on from S_t‖.
 * NaN if nothing flows between them.
 */
export function gain(trace: Trace, t: number): number {
  const [state, earlier] = [at('S', t), at('S', t - 1)];
  const received = numbersIn(trace, via(earlier, at('a', t))) ?? directly(trace, t);
  const sent = numbersIn(trace, clipped(state)) ?? numbersIn(trace, grad(state));
  return received && sent ? norm(received) / norm(sent) : Number.NaN;
}

/** δ_{t−1} where the future is all it comes from: then no sum is made and the part from S_t is the whole. */
function directly(trace: Trace, t: number): Float64Array | undefined {
  const hasOwn = numbersIn(trace, grad(at('o', t - 1))) !== undefined;
  return hasOwn ? undefined : numbersIn(trace, grad(at('S', t - 1)));
}

function overTime(trace: Trace, read: (t: number) => Float64Array | undefined): Float64Array {
  return Float64Array.from({ length: trace.plan.shape.T + 1 }, (_, t) => {
    const value = read(t);
    return value ? norm(value) : Number.NaN;
  });
}
