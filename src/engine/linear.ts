/** Norms and spectra. */

/**
 * Euclidean norm of `n` numbers of `v` from `from` on. Scaled by the largest entry only where the plain sum of squares
 * overflows or underflows, so that a norm is ∞ only when it is too large for a double itself.
 */
export function norm(v: ArrayLike<number>, from = 0, n = v.length - from): number {
  let sum = 0;
  for (let i = from; i < from + n; i++) sum += v[i] * v[i];
  if (sum > 1e-280 && sum < Infinity) return Math.sqrt(sum);
  let largest = 0;
  for (let i = from; i < from + n; i++) {
    const size = Math.abs(v[i]);
    if (Number.isNaN(size)) return Number.NaN;
    if (size > largest) largest = size;
  }
  if (largest === 0 || largest === Infinity) return largest;
  let scaled = 0;
  for (let i = from; i < from + n; i++) scaled += (v[i] / largest) ** 2;
  return largest * Math.sqrt(scaled);
}

/**
 * Spectral radius ρ, the largest |eigenvalue|, of a square row-major n × n matrix, by Gelfand's formula
 * ρ = lim ‖Aᵏ‖^(1/k) along k = 2, 4, 8, …: each squaring doubles k, and complex, repeated and defective eigenvalues
 * need no special care. NaN if an entry is not finite.
 */
export function spectralRadius(matrix: ArrayLike<number>, n: number): number {
  let power = Float64Array.from(matrix);
  let before: Float64Array | undefined;
  let logScale = 0; // ln of the factor taken out of Aᵏ, divided by k
  for (let doubling = 0; doubling < 52; doubling++) {
    const size = norm(power);
    if (size === 0) return 0;
    if (!Number.isFinite(size)) return Number.NaN;
    const unit = power.map((v) => v / size);
    // Once squaring changes nothing but the size, every later factor is this one: together they are worth it twice.
    const isSettled = before !== undefined && isSame(unit, before);
    logScale += ((isSettled ? 2 : 1) * Math.log(size)) / 2 ** doubling;
    if (isSettled) break;
    before = unit;
    power = multiply(unit, unit, n);
  }
  return Math.exp(logScale);
}

/** Whether two unit vectors are the same but for rounding. */
function isSame(a: Float64Array, b: Float64Array): boolean {
  let difference = 0;
  for (let i = 0; i < a.length; i++) difference += (a[i] - b[i]) ** 2;
  return difference < 1e-30;
}

/**
 * Spectral norm σ_max = √ρ(AᵀA) of a row-major matrix of n columns: square, or as tall as an LSTM's or a GRU's, with a
 * block of rows for each gate. NaN if an entry is not finite.
 */
export function spectralNorm(matrix: ArrayLike<number>, n: number): number {
  if (matrix.length === 1) return Number.isFinite(matrix[0]) ? Math.abs(matrix[0]) : Number.NaN;
  const size = norm(matrix);
  if (size === 0) return 0;
  const unit = Float64Array.from(matrix, (v) => v / size); // so that AᵀA neither overflows nor underflows
  const squared = new Float64Array(n * n);
  for (let row = 0; row < unit.length; row += n) {
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) squared[i * n + j] += unit[row + i] * unit[row + j];
    }
  }
  return size * Math.sqrt(spectralRadius(squared, n));
}

/** A B for square row-major n × n matrices. */
function multiply(a: Float64Array, b: Float64Array, n: number): Float64Array<ArrayBuffer> {
  const product = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < n; k++) {
      const x = a[i * n + k];
      for (let j = 0; j < n; j++) product[i * n + j] += x * b[k * n + j];
    }
  }
  return product;
}
