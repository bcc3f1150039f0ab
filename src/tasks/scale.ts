import { spectralNorm } from '../engine';

/**
 * Scales a matrix of n columns (row-major) to the spectral norm σ ≥ 0. One number becomes exactly ±σ; a matrix of zeros
 * has no direction and stays as it is.
 */
export function scaleTo(matrix: ArrayLike<number>, n: number, sigma: number): Float64Array {
  if (matrix.length === 1) return Float64Array.of(matrix[0] < 0 ? -sigma + 0 : sigma);
  const size = spectralNorm(matrix, n);
  if (!(size > 0) || !Number.isFinite(size)) return Float64Array.from(matrix);
  // Multiplied before divided: entries of a matrix that has the norm already come back unchanged.
  return Float64Array.from(matrix, (entry) => (entry * sigma) / size);
}
