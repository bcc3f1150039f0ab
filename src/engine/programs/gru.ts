import { at } from '../cells';
import type { Shape } from '../types';
import { Writer } from './program';
import { readOut } from './readOut';

/**
 * Gated recurrent unit, PyTorch's `nn.GRU`: rows r, z, n; two biases, since that of W_s n stands inside the reset.
 * n = tanh(u_n + r ⊙ w_n) with u = W_x x_t + b_x and w = W_s S_{t−1} + b_s; S_t = (1 − z) ⊙ n + z ⊙ S_{t−1}.
 */
export function gru(shape: Shape): Writer {
  const { T, X, H } = shape;
  const sideBySide = [
    ['ar', 'az'],
    ['r', 'z'],
  ];
  const p = new Writer(['S'], sideBySide);
  const Wx = p.weight('Wx', 3 * H, X);
  const Ws = p.weight('Ws', 3 * H, H);
  const bx = shape.bias ? [p.weight('bx', 3 * H)] : [];
  const bs = shape.bias ? [p.weight('bs', 3 * H)] : [];
  const output = readOut(p, shape);
  let S = p.give('S0', H);
  for (p.t = 1; p.t <= T; p.t++) {
    const now = (lane: string) => at(lane, p.t);
    const u = p.apply(now('u'), 'affine', Wx, p.give(now('x'), X), ...bx);
    const w = p.apply(now('w'), 'affine', Ws, S, ...bs);
    const rows = (k: number, name: string) => [
      p.view(now(`u.${name}`), u, k * H, H),
      p.view(now(`w.${name}`), w, k * H, H),
    ];
    const r = p.apply(now('r'), 'sigmoid', p.apply(now('ar'), 'add', ...rows(0, 'r')));
    const z = p.apply(now('z'), 'sigmoid', p.apply(now('az'), 'add', ...rows(1, 'z')));
    const [un, wn] = rows(2, 'n');
    const an = p.apply(now('an'), 'add', un, p.apply(now('rw'), 'hadamard', r, wn));
    S = p.apply(now('S'), 'mix', z, p.apply(now('n'), 'tanh', an), S);
    output(S);
  }
  return p;
}
