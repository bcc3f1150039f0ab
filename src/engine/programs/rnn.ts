import { at } from '../cells';
import type { Shape } from '../types';
import { Writer } from './program';
import { readOut } from './readOut';

/** The vanilla network: a_t = W_x x_t + W_s S_{t−1} + b_s, S_t = g_1(a_t). */
export function rnn(shape: Shape): Writer {
  const { T, X, H } = shape;
  const p = new Writer(['S']);
  const Wx = p.weight('Wx', H, X);
  const Ws = p.weight('Ws', H, H);
  const bias = shape.bias ? [p.weight('bs', H)] : [];
  const output = readOut(p, shape);
  let S = p.give('S0', H);
  for (p.t = 1; p.t <= T; p.t++) {
    const a = p.apply(at('a', p.t), 'affine', Wx, p.give(at('x', p.t), X), Ws, S, ...bias);
    S = p.apply(at('S', p.t), shape.g1, a);
    output(S);
  }
  return p;
}
