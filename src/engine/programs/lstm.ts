import { at } from '../cells';
import type { Shape } from '../types';
import { Writer } from './program';
import { readOut } from './readOut';

/**
 * Long short-term memory, PyTorch's `nn.LSTM` with its two biases as one: gate rows i, f, g, o of one affine;
 * C_t = f ⊙ C_{t−1} + i ⊙ g, S_t = o ⊙ tanh(C_t).
 */
export function lstm(shape: Shape): Writer {
  const { T, X, H } = shape;
  const p = new Writer(['S', 'C'], [['i', 'f']]);
  const Wx = p.weight('Wx', 4 * H, X);
  const Ws = p.weight('Ws', 4 * H, H);
  const bias = shape.bias ? [p.weight('bs', 4 * H)] : [];
  const output = readOut(p, shape);
  let S = p.give('S0', H);
  let C = p.give('C0', H);
  for (p.t = 1; p.t <= T; p.t++) {
    const a = p.apply(at('a', p.t), 'affine', Wx, p.give(at('x', p.t), X), Ws, S, ...bias);
    const rows = (k: number, name: string) => p.view(at(`a.${name}`, p.t), a, k * H, H);
    const i = p.apply(at('i', p.t), 'sigmoid', rows(0, 'i'));
    const f = p.apply(at('f', p.t), 'sigmoid', rows(1, 'f'));
    const g = p.apply(at('g', p.t), 'tanh', rows(2, 'g'));
    const o = p.apply(at('q', p.t), 'sigmoid', rows(3, 'q')); // `o` names the pre-activation of the output
    C = p.apply(at('C', p.t), 'hadamard', f, C, i, g);
    S = p.apply(at('S', p.t), 'hadamard', o, p.apply(at('h', p.t), 'tanh', C));
    output(S);
  }
  return p;
}
