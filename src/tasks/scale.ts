import { spectralNorm } from '../engine';

/**
 * Scales an n × n matrix (row-major) to the spectral norm σ ≥ 0. One number becomes exactly ±σ; a matrix of zeros has no
 * direction and stays as it is (n > 1).
 */
export function scaleTo(matrix: ArrayLike<number>, n: number, sigma: number): Float64Array {
  if (n === 1) return Float64Array.of(matrix[0] < 0 ? -sigma + 0 : sigma);
  const norm = spectralNorm(matrix, n);
  if (!(norm > 0) || !Number.isFinite(norm)) return Float64Array.from(matrix);
  // Multiplied before divided: entries of a matrix that has the norm already come back unchanged.
  return Float64Array.from(matrix, (entry) => (entry * sigma) / norm);
}
