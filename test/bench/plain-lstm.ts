/** The LSTM's yardstick, in the manner of `plain.ts`: one fused loop per step over gate rows i, f, g, o. */
import type { Problem } from './problem';

/** All that the loop writes; S and C begin with the state before the first step, act holds i, f, g, o of every step. */
export function lstmWorkspace({ T, X, H, Y }: Problem) {
  return {
    S: new Float64Array((T + 1) * H),
    C: new Float64Array((T + 1) * H),
    h: new Float64Array((T + 1) * H),
    act: new Float64Array(T * 4 * H),
    out: new Float64Array(T * Y),
    dC: new Float64Array(H),
    da: new Float64Array(4 * H),
    dS: new Float64Array(H),
    dY: new Float64Array(Y),
    Wx: new Float64Array(4 * H * X),
    Ws: new Float64Array(4 * H * H),
    bs: new Float64Array(4 * H),
    Wy: new Float64Array(Y * H),
    by: new Float64Array(Y),
  };
}

type Workspace = ReturnType<typeof lstmWorkspace>;

export function plainLstm(problem: Problem, work: Workspace): void {
  forward(problem, work);
  backward(problem, work);
}

const sigmoid = (a: number): number => 1 / (1 + Math.exp(-a));

function forward({ T, X, H, Y, x, Wx, Ws, bs, Wy, by }: Problem, { S, C, h, act, out }: Workspace): void {
  for (let t = 1; t <= T; t++) {
    const at = (t - 1) * 4 * H;
    for (let i = 0; i < 4 * H; i++) {
      let a = bs[i];
      for (let j = 0; j < X; j++) a += Wx[i * X + j] * x[(t - 1) * X + j];
      for (let j = 0; j < H; j++) a += Ws[i * H + j] * S[(t - 1) * H + j];
      act[at + i] = i >= 2 * H && i < 3 * H ? Math.tanh(a) : sigmoid(a);
    }
    for (let i = 0; i < H; i++) {
      const c = act[at + H + i] * C[(t - 1) * H + i] + act[at + i] * act[at + 2 * H + i];
      C[t * H + i] = c;
      h[t * H + i] = Math.tanh(c);
      S[t * H + i] = act[at + 3 * H + i] * h[t * H + i];
    }
    for (let i = 0; i < Y; i++) {
      let o = by[i];
      for (let j = 0; j < H; j++) o += Wy[i * H + j] * S[t * H + j];
      out[(t - 1) * Y + i] = o;
    }
  }
}

function backward({ T, X, H, Y, x, d, Ws, Wy }: Problem, work: Workspace): void {
  const { S, C, h, act, out, dC, da, dS, dY, Wx: dWx, Ws: dWs, bs: dbs, Wy: dWy, by: dby } = work;
  for (const sum of [dWx, dWs, dbs, dWy, dby, da, dC]) sum.fill(0);
  for (let t = T; t >= 1; t--) {
    const at = (t - 1) * 4 * H;
    for (let i = 0; i < Y; i++) dY[i] = -2 * (d[(t - 1) * Y + i] - out[(t - 1) * Y + i]);
    for (let j = 0; j < H; j++) {
      let sum = 0;
      for (let i = 0; i < Y; i++) sum += Wy[i * H + j] * dY[i];
      for (let i = 0; i < 4 * H; i++) sum += Ws[i * H + j] * da[i];
      dS[j] = sum;
    }
    for (let i = 0; i < Y; i++) {
      dby[i] += dY[i];
      for (let j = 0; j < H; j++) dWy[i * H + j] += dY[i] * S[t * H + j];
    }
    for (let k = 0; k < H; k++) {
      const [i, f, g, o] = [act[at + k], act[at + H + k], act[at + 2 * H + k], act[at + 3 * H + k]];
      const y = h[t * H + k];
      const c = dC[k] + dS[k] * o * (1 - y * y);
      da[k] = c * g * i * (1 - i);
      da[H + k] = c * C[(t - 1) * H + k] * f * (1 - f);
      da[2 * H + k] = c * i * (1 - g * g);
      da[3 * H + k] = dS[k] * y * o * (1 - o);
      dC[k] = c * f;
    }
    for (let i = 0; i < 4 * H; i++) {
      dbs[i] += da[i];
      for (let j = 0; j < X; j++) dWx[i * X + j] += da[i] * x[(t - 1) * X + j];
      for (let j = 0; j < H; j++) dWs[i * H + j] += da[i] * S[(t - 1) * H + j];
    }
  }
}
