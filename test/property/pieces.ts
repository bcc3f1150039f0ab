/**
 * What truncation means, said without walking backward: it cuts a sequence into shorter ones, each of which starts from
 * the state that was carried to it and, for its gradient, holds that state constant.
 */
import { compile, execute, type Shape, type Values } from '../../src/engine';
import { finalOf, type Network, runOf } from './networks';

/** A network over the steps `before` + 1 … `before` + T of a longer one. */
export interface Piece extends Network {
  readonly before: number;
  /** Whether the way from its first step back to the longer one's S_0 is open. */
  readonly reachesStart: boolean;
}

const stepsBetween = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, k) => from + k);

/**
 * Windows of k: one piece each, as far as it has an error. A horizon of k: for each error a piece of its own, from
 * t − k + 1 on; one that ends exactly at S_1 does not reach S_0.
 */
export function piecesOf({ shape, values }: Network): Piece[] {
  const { T, window, horizon, errorAt } = shape;
  const full = runOf({ shape: { ...shape, window: undefined, horizon: undefined, clip: 'off' }, values });
  const cut = (first: number, last: number, errors: readonly number[], reachesStart: boolean): Piece => {
    const before = first - 1;
    const lane = (name: string, size: number) => Array.from(values[name]).slice(before * size, last * size);
    const piece: Shape = {
      ...{ ...shape, window: undefined, horizon: undefined },
      ...{ T: last - before, errorAt: errors.map((t) => t - before) },
    };
    const carried: Values = {
      ...{ ...values, x: lane('x', shape.X), d: lane('d', shape.Y), share: [1 / errorAt.length] },
      S0: Array.from(finalOf(full, `S${before}`)),
      ...(shape.cell === 'lstm' ? { C0: Array.from(finalOf(full, `C${before}`)) } : {}),
    };
    return { before, reachesStart, shape: piece, values: carried };
  };
  if (horizon !== undefined)
    return errorAt.map((t) => cut(Math.max(1, t - horizon + 1), t, [t], t < horizon));
  const length = window ?? T;
  return stepsBetween(0, Math.ceil(T / length) - 1).flatMap((k) => {
    const [first, last] = [k * length + 1, Math.min(T, (k + 1) * length)];
    const errors = errorAt.filter((t) => t >= first && t <= last);
    return errors.length > 0 ? [cut(first, last, errors, k === 0)] : [];
  });
}

/** E as a function of the numbers of a run, the carried states held as they were; and which side of relu's kink all are on. */
export function truncatedError(network: Network): (changed: Values) => { E: number; sides: string } {
  const pieces = piecesOf(network).map(({ shape, values, before }) => ({
    ...{ plan: compile(shape), values, before },
    scale: shape.isMean ? shape.errorAt.length / network.shape.errorAt.length : 1,
  }));
  return (changed) => {
    let E = 0;
    let sides = '';
    for (const { plan, values, before, scale } of pieces) {
      const { S0, C0, ...weights } = changed;
      const trace = execute(plan, { ...values, ...weights, ...(before === 0 ? changed : {}) });
      E += scale * finalOf(trace, plan.error)[0];
      const { T, g1, g2, cell } = plan.shape;
      const lanes = [cell === 'rnn' && g1 === 'relu' ? 'a' : '', g2 === 'relu' ? 'o' : ''].filter(Boolean);
      for (const lane of lanes)
        for (let t = 1; t <= T; t++)
          sides += Array.from(finalOf(trace, `${lane}${t}`), (v) => (v > 0 ? 1 : 0)).join('');
    }
    return { E, sides };
  };
}
