/** Targets of a softmax output: probabilities of the classes. */

/** How far a sum of probabilities may be from 1: what adding them up in double precision may cost. */
const ALLOWANCE = 1e-9;

/** Whether numbers are probabilities: none negative, and 1 together. */
export function isDistribution(numbers: readonly number[]): boolean {
  const sum = numbers.reduce((total, number) => total + number, 0);
  return numbers.every((number) => number >= 0) && Math.abs(sum - 1) <= ALLOWANCE;
}

/** The probabilities that numbers stand for: themselves where they are some, else 1 for the class of the largest. */
export function asDistribution(numbers: readonly number[]): readonly number[] {
  if (isDistribution(numbers)) return numbers;
  const largest = numbers.indexOf(Math.max(...numbers));
  return numbers.map((_, index) => (index === largest ? 1 : 0));
}

/**
 * Probabilities with one of them set: the others share what is left, in proportion to what they were.
 *
 * @param probability from 0 to 1
 */
export function withProbability(
  numbers: readonly number[],
  index: number,
  probability: number,
): readonly number[] {
  const left = 1 - probability;
  const rest = numbers.reduce((sum, number, k) => (k === index ? sum : sum + number), 0);
  return numbers.map((number, k) => {
    if (k === index) return probability;
    return rest > 0 ? (number * left) / rest : left / (numbers.length - 1);
  });
}
