/** How far near terms outweigh far ones, and what share each has. */

export interface Balance {
  /** Norms of the nearer half added up, divided by those of the farther half: > 1, near terms outweigh. */
  readonly ratio: number;
  /** Norms of each half added up, as a share of the norms of all terms: what cancels in their sum is in it. */
  readonly nearShare: number;
  readonly farShare: number;
  /** The halves as steps, later step last. */
  readonly near: readonly [from: number, to: number];
  readonly far: readonly [from: number, to: number];
}

/**
 * Compares the nearer half of the terms with the farther half. Both have the same number of terms; of an odd number the
 * middle one is left out.
 *
 * @param steps steps of the terms so far, latest first (latest = nearest to the error)
 * @param norms the norm of each, in the same order
 * @returns undefined for fewer than two terms, or where a norm is not a number or all are 0
 */
export function balanceOf(steps: readonly number[], norms: readonly number[]): Balance | undefined {
  const half = Math.floor(steps.length / 2);
  if (half === 0) return undefined;
  const total = (part: readonly number[]) => part.reduce((sum, norm) => sum + norm, 0);
  const [nearer, farther, all] = [norms.slice(0, half), norms.slice(-half), norms].map(total);
  const ratio = nearer / farther;
  if (Number.isNaN(ratio)) return undefined;
  const far = steps.slice(-half);
  const [nearShare, farShare] = [nearer / all, farther / all];
  return { ratio, nearShare, farShare, near: [steps[half - 1], steps[0]], far: [far[half - 1], far[0]] };
}
