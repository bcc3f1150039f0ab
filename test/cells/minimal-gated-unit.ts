import { at, type Shape } from '../../src/engine';
import { Writer } from '../../src/engine/programs/program';
import { readOut } from '../../src/engine/programs/readOut';

/**
 * Minimal gated unit (Zhou et al. 2016): one gate that both forgets and resets. f = σ(W_f [S_{t−1}, x_t] + b_f),
 * h = tanh(W_h [f ⊙ S_{t−1}, x_t] + b_h), S_t = (1 − f) ⊙ S_{t−1} + f ⊙ h. Each W is two matrices, one for x, one for S.
 */
export function minimalGatedUnit(shape: Shape): Writer {
  const { T, X, H } = shape;
  const p = new Writer(['S']);
  const gate = {
    x: p.weight('Wfx', H, X),
    S: p.weight('Wfs', H, H),
    b: shape.bias ? [p.weight('bf', H)] : [],
  };
  const memory = {
    x: p.weight('Whx', H, X),
    S: p.weight('Whs', H, H),
    b: shape.bias ? [p.weight('bh', H)] : [],
  };
  const output = readOut(p, shape);
  let S = p.give('S0', H);
  for (p.t = 1; p.t <= T; p.t++) {
    const now = (lane: string) => at(lane, p.t);
    const x = p.give(now('x'), X);
    const f = p.apply(now('f'), 'sigmoid', p.apply(now('af'), 'affine', gate.x, x, gate.S, S, ...gate.b));
    const kept = p.apply(now('fS'), 'hadamard', f, S);
    const ah = p.apply(now('ah'), 'affine', memory.x, x, memory.S, kept, ...memory.b);
    S = p.apply(now('S'), 'mix', f, S, p.apply(now('h'), 'tanh', ah));
    output(S);
  }
  return p;
}
