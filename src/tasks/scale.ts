import { norm, spectralNorm, spectralRadius } from '../engine';

/**
 * Scales a matrix of n columns (row-major) to the spectral norm σ ≥ 0. One number becomes exactly ±σ; a matrix of zeros
 * has no direction and stays as it is.
 */
export function scaleTo(matrix: ArrayLike<number>, n: number, sigma: number): Float64Array {
  if (matrix.length === 1) return Float64Array.of(matrix[0] < 0 ? -sigma + 0 : sigma);
  const size = largestStretch(matrix, n);
  if (!(size > 0) || !Number.isFinite(size)) return Float64Array.from(matrix);
  // Multiplied before divided: entries of a matrix that has the norm already come back unchanged.
  return Float64Array.from(matrix, (entry) => (entry * sigma) / size);
}

/**
 * Spectral norm σ_max = √ρ(AᵀA) of a matrix of n columns (row-major), also of the tall ones that hold one block of rows
 * for each gate. NaN if an entry is not finite.
 */
export function largestStretch(matrix: ArrayLike<number>, n: number): number {
  if (matrix.length === n * n) return spectralNorm(matrix, n);
  const size = norm(matrix);
  if (size === 0 || !Number.isFinite(size)) return size === 0 ? 0 : Number.NaN;
  const squared = new Float64Array(n * n);
  for (let row = 0; row < matrix.length; row += n) {
    for (let i = 0; i < n; i++) {
      // Divided first, so that the squares neither overflow nor underflow.
      for (let j = 0; j < n; j++) squared[i * n + j] += (matrix[row + i] / size) * (matrix[row + j] / size);
    }
  }
  return size * Math.sqrt(spectralRadius(squared, n));
}
