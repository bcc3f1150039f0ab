/** The GRU's yardstick, in the manner of `plain.ts`: gate rows r, z, n, two biases. */
import type { Problem } from './problem';

/** All that the loop writes; S begins with S_0, act holds r, z, n of every step, wn what r multiplies. */
export function gruWorkspace({ T, X, H, Y }: Problem) {
  return {
    S: new Float64Array((T + 1) * H),
    act: new Float64Array(T * 3 * H),
    wn: new Float64Array(T * H),
    out: new Float64Array(T * Y),
    dS: new Float64Array(H),
    kept: new Float64Array(H),
    du: new Float64Array(3 * H),
    dw: new Float64Array(3 * H),
    dY: new Float64Array(Y),
    Wx: new Float64Array(3 * H * X),
    Ws: new Float64Array(3 * H * H),
    bx: new Float64Array(3 * H),
    bs: new Float64Array(3 * H),
    Wy: new Float64Array(Y * H),
    by: new Float64Array(Y),
  };
}

type Workspace = ReturnType<typeof gruWorkspace>;

export function plainGru(problem: Problem, work: Workspace): void {
  forward(problem, work);
  backward(problem, work);
}

const sigmoid = (a: number): number => 1 / (1 + Math.exp(-a));

function forward({ T, X, H, Y, x, Wx, Ws, bx, bs, Wy, by }: Problem, work: Workspace): void {
  const { S, act, wn, out } = work;
  for (let t = 1; t <= T; t++) {
    const at = (t - 1) * 3 * H;
    for (let i = 0; i < 3 * H; i++) {
      let u = bx[i];
      for (let j = 0; j < X; j++) u += Wx[i * X + j] * x[(t - 1) * X + j];
      let w = bs[i];
      for (let j = 0; j < H; j++) w += Ws[i * H + j] * S[(t - 1) * H + j];
      if (i < 2 * H) act[at + i] = sigmoid(u + w);
      else {
        wn[(t - 1) * H + i - 2 * H] = w;
        act[at + i] = Math.tanh(u + act[at + i - 2 * H] * w);
      }
    }
    for (let i = 0; i < H; i++) {
      const z = act[at + H + i];
      S[t * H + i] = (1 - z) * act[at + 2 * H + i] + z * S[(t - 1) * H + i];
    }
    for (let i = 0; i < Y; i++) {
      let o = by[i];
      for (let j = 0; j < H; j++) o += Wy[i * H + j] * S[t * H + j];
      out[(t - 1) * Y + i] = o;
    }
  }
}

function backward({ T, X, H, Y, x, d, Ws, Wy }: Problem, work: Workspace): void {
  const { S, act, wn, out, dS, kept, du, dw, dY } = work;
  const { Wx: dWx, Ws: dWs, bx: dbx, bs: dbs, Wy: dWy, by: dby } = work;
  for (const sum of [dWx, dWs, dbx, dbs, dWy, dby, dw, kept]) sum.fill(0);
  for (let t = T; t >= 1; t--) {
    const at = (t - 1) * 3 * H;
    for (let i = 0; i < Y; i++) dY[i] = -2 * (d[(t - 1) * Y + i] - out[(t - 1) * Y + i]);
    for (let j = 0; j < H; j++) {
      let sum = kept[j];
      for (let i = 0; i < Y; i++) sum += Wy[i * H + j] * dY[i];
      for (let i = 0; i < 3 * H; i++) sum += Ws[i * H + j] * dw[i];
      dS[j] = sum;
    }
    for (let i = 0; i < Y; i++) {
      dby[i] += dY[i];
      for (let j = 0; j < H; j++) dWy[i * H + j] += dY[i] * S[t * H + j];
    }
    for (let k = 0; k < H; k++) {
      const [r, z, n] = [act[at + k], act[at + H + k], act[at + 2 * H + k]];
      const an = dS[k] * (1 - z) * (1 - n * n);
      du[k] = an * wn[(t - 1) * H + k] * r * (1 - r);
      du[H + k] = dS[k] * (S[(t - 1) * H + k] - n) * z * (1 - z);
      du[2 * H + k] = an;
      dw[k] = du[k];
      dw[H + k] = du[H + k];
      dw[2 * H + k] = an * r;
      kept[k] = dS[k] * z;
    }
    for (let i = 0; i < 3 * H; i++) {
      dbx[i] += du[i];
      dbs[i] += dw[i];
      for (let j = 0; j < X; j++) dWx[i * X + j] += du[i] * x[(t - 1) * X + j];
      for (let j = 0; j < H; j++) dWs[i * H + j] += dw[i] * S[(t - 1) * H + j];
    }
  }
}
