/** Sentences of the network and of the score's frame. */
export const network = {
  region: 'Unrolled network',
  title: 'Unrolled network',
  rolledTitle: 'Rolled network',
  rolled: 'Rolled',
  /** Beside a weight's name at the left. */
  everyStep: 'all steps',
  weightsNote: 'the same at every step',
  /** The step that the rolled network shows. */
  step: (t: number) => `t = ${t}`,
  beforeFirstStep: 'Nothing is computed yet.',
  /** A number that hovering shows: `S₃ = −0.0591…`. */
  number: (name: string, value: string) => `${name} = ${value}`,
  /** One entry of a vector. */
  entry: (name: string, row: number, value: string) => `${name}, entry ${row} = ${value}`,
  /** The size of a vector. */
  norm: (name: string, value: string) => `‖${name}‖ = ${value}`,
  /** What an arrow between two states carries. */
  gain: (from: string, to: string, share: string, factor: string) =>
    `${share} of ${from} arrives at ${to}: × ${factor}`,
  clippedOnTheWay: (before: string, after: string) => `clipped from ${before} to ${after}`,
  unclipped: (size: string) => `${size} without clipping`,
  edit: (name: string) => `${name}, edit`,
  legend: 'Legend',
  legendValue: 'value',
  /** Terms of the weights' gradients, and their sums. */
  legendTerm: 'term',
  legendTermOf: (gradient: string) => `Terms of ${gradient} and their sum`,
  legendGradient: 'gradient',
  /** What a gradient's own cell looks like. */
  score: 'Score',
} as const;
