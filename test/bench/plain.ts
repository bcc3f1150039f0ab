/**
 * The yardstick: backpropagation through time of a tanh RNN with biases and the squared error at every step, as one
 * would write it by hand in plain loops over Float64Arrays. Nothing is allocated in the loop, nothing is clever.
 */
export interface Given {
  readonly T: number;
  readonly X: number;
  readonly H: number;
  readonly Y: number;
  readonly x: Float64Array;
  readonly d: Float64Array;
  readonly Wx: Float64Array;
  readonly Ws: Float64Array;
  readonly bs: Float64Array;
  readonly Wy: Float64Array;
  readonly by: Float64Array;
}

/** All that the loop writes; S begins with S_0. */
export function workspace({ T, X, H, Y }: Given) {
  return {
    S: new Float64Array((T + 1) * H),
    out: new Float64Array(T * Y),
    dS: new Float64Array(H),
    da: new Float64Array(H),
    dY: new Float64Array(Y),
    Wx: new Float64Array(H * X),
    Ws: new Float64Array(H * H),
    bs: new Float64Array(H),
    Wy: new Float64Array(Y * H),
    by: new Float64Array(Y),
  };
}

export type Workspace = ReturnType<typeof workspace>;

/** One gradient into the workspace; returns E. */
export function plainGradient(given: Given, work: Workspace): number {
  const E = forward(given, work);
  backward(given, work);
  return E;
}

function forward({ T, X, H, Y, x, d, Wx, Ws, bs, Wy, by }: Given, { S, out }: Workspace): number {
  let E = 0;
  for (let t = 1; t <= T; t++) {
    for (let i = 0; i < H; i++) {
      let a = bs[i];
      for (let j = 0; j < X; j++) a += Wx[i * X + j] * x[(t - 1) * X + j];
      for (let j = 0; j < H; j++) a += Ws[i * H + j] * S[(t - 1) * H + j];
      S[t * H + i] = Math.tanh(a);
    }
    for (let i = 0; i < Y; i++) {
      let o = by[i];
      for (let j = 0; j < H; j++) o += Wy[i * H + j] * S[t * H + j];
      out[(t - 1) * Y + i] = o;
      const e = d[(t - 1) * Y + i] - o;
      E += e * e;
    }
  }
  return E;
}

function backward({ T, X, H, Y, x, d, Ws, Wy }: Given, work: Workspace): void {
  const { S, out, dS, da, dY, Wx: dWx, Ws: dWs, bs: dbs, Wy: dWy, by: dby } = work;
  for (const sum of [dWx, dWs, dbs, dWy, dby, da]) sum.fill(0);
  for (let t = T; t >= 1; t--) {
    for (let i = 0; i < Y; i++) dY[i] = -2 * (d[(t - 1) * Y + i] - out[(t - 1) * Y + i]);
    for (let j = 0; j < H; j++) {
      let sum = 0;
      for (let i = 0; i < Y; i++) sum += Wy[i * H + j] * dY[i];
      for (let i = 0; i < H; i++) sum += Ws[i * H + j] * da[i];
      dS[j] = sum;
    }
    for (let i = 0; i < Y; i++) {
      dby[i] += dY[i];
      for (let j = 0; j < H; j++) dWy[i * H + j] += dY[i] * S[t * H + j];
    }
    for (let i = 0; i < H; i++) {
      const s = S[t * H + i];
      da[i] = dS[i] * (1 - s * s);
      dbs[i] += da[i];
      for (let j = 0; j < X; j++) dWx[i * X + j] += da[i] * x[(t - 1) * X + j];
      for (let j = 0; j < H; j++) dWs[i * H + j] += da[i] * S[(t - 1) * H + j];
    }
  }
}
