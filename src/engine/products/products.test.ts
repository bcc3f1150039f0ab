/** Each way of a product, at every size at which it takes another turn, against the plain sum. */
import { expect, test } from 'vitest';
import { type Instruction, instructionOf } from '../instruction';
import { encodeSum } from '../sums';
import { affine, affineOfMany, affineOfShort, splitAffine, transposed } from '.';

const sizes = [1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 18, 25, 33];

/** An arena of numbers that are all different, with room at its end. */
const arenaOf = (length: number) => Float64Array.from({ length }, (_, i) => Math.sin(3 * i + 1));
const run = (m: Float64Array, code: readonly Instruction[]) => {
  for (const instruction of code) instruction.kernel(m, instruction);
};
const expectClose = (got: Float64Array, wanted: readonly number[]) => {
  expect(got).toHaveLength(wanted.length);
  for (const [i, value] of wanted.entries()) expect(got[i]).toBeCloseTo(value, 12);
};

/** W v (+ bias): W at `w`, row-major, v at `v`. */
const product = (m: Float64Array, n: number, cols: number, w: number, v: number, bias = -1) =>
  Array.from({ length: n }, (_, i) => {
    let sum = bias < 0 ? 0 : m[bias + i];
    for (let j = 0; j < cols; j++) sum += m[w + i * cols + j] * m[v + j];
    return sum;
  });

/** Wᵀ v, with W of as many rows as v has entries. */
const turned = (m: Float64Array, n: number, rows: number, w: number, v: number) =>
  Array.from({ length: n }, (_, j) => {
    let sum = 0;
    for (let i = 0; i < rows; i++) sum += m[w + i * n + j] * m[v + i];
    return sum;
  });

/** Tests matrices of all sizes. */
const ofAllSizes = (title: string, check: (n: number, cols: number) => void) =>
  test(title, () => {
    for (const n of sizes) for (const cols of sizes) check(n, cols);
  });

ofAllSizes('of one matrix and one vector', (n, cols) => {
  const [w, v] = [0, n * cols];
  const [bias, out] = [v + Math.max(n, cols), v + Math.max(n, cols) + n];
  const sized = { out, n, a: w, aSize: n * cols, b: v, bSize: cols };
  for (const kernel of [affine, affineOfShort]) {
    for (const e of [-1, bias]) {
      const m = arenaOf(out + n);
      run(m, [instructionOf({ ...sized, kernel, e })]);
      expectClose(m.subarray(out), product(m, n, cols, w, v, e));
    }
  }
  const m = arenaOf(out + n);
  run(m, [instructionOf({ ...sized, kernel: transposed, bSize: cols })]);
  expectClose(m.subarray(out), turned(m, n, cols, w, v));
});

ofAllSizes('of two matrices and vectors, whole or in parts', (n, cols) => {
  const [w, v, w2] = [0, 3 * n, 3 * n + 3];
  const [v2, bias, out] = [w2 + n * cols, w2 + n * cols + cols, w2 + n * cols + cols + n];
  const inputs = { a: w, aSize: 3 * n, b: v, bSize: 3, c: w2, cSize: n * cols, d: v2, dSize: cols, e: bias };
  const whole = instructionOf({ kernel: affine, out, n, ...inputs });
  for (const code of [[whole], [{ ...whole, kernel: affineOfShort }], splitAffine(whole)]) {
    const m = arenaOf(out + n);
    run(m, code);
    const second = product(m, n, cols, w2, v2);
    expectClose(
      m.subarray(out),
      product(m, n, 3, w, v, bias).map((value, i) => value + second[i]),
    );
  }
});

ofAllSizes('of one matrix and many vectors', (n, cols) => {
  for (const count of [1, 2, 3, 4, 5]) {
    const [w, v, bStep] = [0, n * cols, cols + 1];
    const [bias, out, outStep] = [v + count * bStep, v + count * bStep + n, n + 2];
    const sized = { out, n, a: w, aSize: n * cols, b: v, bSize: cols, count, outStep, bStep };
    for (const e of [-1, bias]) {
      const m = arenaOf(out + count * outStep);
      run(m, [instructionOf({ ...sized, kernel: affineOfMany, e })]);
      for (let k = 0; k < count; k++)
        expectClose(
          m.subarray(out + k * outStep, out + k * outStep + n),
          product(m, n, cols, w, v + k * bStep, e),
        );
    }
    const m = arenaOf(out + count * outStep);
    run(m, [instructionOf({ ...sized, kernel: transposed })]);
    for (let k = 0; k < count; k++)
      expectClose(m.subarray(out + k * outStep, out + k * outStep + n), turned(m, n, cols, w, v + k * bStep));
  }
});

ofAllSizes('sums of terms, bit by bit in the order of the terms', (rows, cols) => {
  for (const count of [1, 2, 3, 4, 5, 8, 11]) {
    const times = Array.from({ length: count }, (_, k) => count - k);
    // The last terms stand elsewhere, as where truncation leaves some out.
    const placeOf = (t: number) => 10 + rows * cols + (t + (t > 8 ? 5 : 0)) * (rows + cols);
    const places = new Map(
      times.flatMap((t) => [
        [`d${t}`, { offset: placeOf(t) }],
        [`v${t}`, { offset: placeOf(t) + rows }],
      ]),
    );
    for (const isBias of cols === 1 ? [false, true] : [false]) {
      const terms = times.map((t) => ({ t, d: `d${t}`, v: isBias ? undefined : `v${t}` }));
      for (const isBegun of [false, true]) {
        const m = arenaOf(placeOf(count + 6));
        const wanted = isBegun ? m.slice(10, 10 + rows * cols) : new Float64Array(rows * cols);
        for (const t of times)
          for (let i = 0; i < rows; i++)
            for (let j = 0; j < cols; j++)
              wanted[i * cols + j] += m[placeOf(t) + i] * (isBias ? 1 : m[placeOf(t) + rows + j]);
        run(m, encodeSum(10, { rows, cols }, terms, places, isBegun));
        expect(m.subarray(10, 10 + rows * cols), `${rows} × ${cols}, ${count} terms`).toEqual(wanted);
      }
    }
  }
});
