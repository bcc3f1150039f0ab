import { at } from '../cells';
import type { CellId, Shape } from '../types';
import type { Writer } from './program';

/** The end of a time step, the same for every cell: o_t = W_y S_t + b_y, Y_t = g_2(o_t), and the error E_t. */
export function readOut(
  p: Writer,
  { H, Y, g2, bias, errorAt, isHalved, isMean }: Shape,
): (S: CellId) => void {
  const Wy = p.weight('Wy', Y, H);
  const by = bias ? [p.weight('by', Y)] : [];
  /** ∂E/∂E_t where E is the mean of the errors. */
  const share = isMean ? [p.assume('share', 1 / errorAt.length)] : [];
  return (S) => {
    const o = p.apply(at('o', p.t), 'affine', Wy, S, ...by);
    const output = p.apply(at('Y', p.t), g2, o);
    if (!errorAt.includes(p.t)) return;
    const d = p.give(at('d', p.t), Y);
    if (g2 === 'softmax') p.apply(at('E', p.t), 'crossEntropy', d, o, output, ...share);
    else p.apply(at('E', p.t), isHalved ? 'halfSquared' : 'squared', d, output, ...share);
  };
}
