/** Sentences of the chart of the gradient that reaches each step. */
export const chart = {
  region: 'Gradient reaching each step',
  /** ‖δ_t‖ follows. */
  title: 'Gradient',
  scale: 'Scale of the chart',
  log: 'Log',
  linear: 'Linear',
  /** Follows the title: whose gradient. */
  of: 'of',
  /** One step's error, in the list of them. */
  alone: (error: string) => `${error} alone`,
  /** And beside a network that shows the sum of all. */
  ofOneAlone: (error: string, sum: string) => `The chart is of ${error} alone; the network shows the ${sum}.`,
  sumOfErrors: (error: string) => `sum ${error}`,
  meanOfErrors: (error: string) => `mean ${error}`,
  shrinks: (factor: string) => `shrinks × ${factor}`,
  grows: (factor: string) => `grows × ${factor}`,
  keeps: 'keeps its size',
  /** Instead, where every step was longer than θ. */
  held: 'held at θ by clipping',
  perStepSoFar: 'per step so far',
  perStep: 'per step',
  perStepTitle: (from: string, to: string, factor: string) =>
    `Geometric mean of the factors from step ${from} back to step ${to}: ${factor}`,
  vanished: 'is 0 by now',
  overflowed: 'overflows: ∞',
  notANumber: 'is not a number',
  left: (percent: string) => `${percent} left`,
  leftOf: (origin: string, share: string) => `Of ${origin}, what set out: ${share}`,
  times: (factor: string) => `× ${factor} in all`,
  unclipped: (factor: string) => `unclipped × ${factor}`,
  unclippedTitle: (factor: string) => `Geometric mean of the factors without clipping: ${factor}`,
  below: (edge: string) => `‹ ${edge}`,
  above: (edge: string) => `› ${edge}`,
  threshold: 'Clip threshold line',
  clipAbove: 'clip above',
  thresholdText: (threshold: string, place: 'inside' | 'above' | 'below') =>
    `clip above ${threshold}${place === 'inside' ? '' : `, ${place} the chart’s scale`}`,
  thresholdOff: (place: 'above' | 'below') => `threshold ${place} the scale`,
  point: (step: string, norm: string) => `t = ${step}: ${norm}`,
  pointClipped: (step: string, came: string, flows: string) =>
    `t = ${step}: ${came} came in, ${flows} flows on`,
  table: (whose: string) => `Norm of the gradient of ${whose} that reaches each step so far`,
  notClipped: 'C is not clipped.',
  tableC: 'Norm of the gradient of C that reaches each step so far',
  step: 'Step',
  norm: 'Norm',
  cameIn: 'Norm that came in',
  flowsOn: 'Norm that flows on',
  withoutClipping: 'Norm without clipping',
  normOf: (what: string) => `Norm of ${what}`,
  /** Of the norm: γ σ_max to the power of the steps. */
  bound: 'Bound',
  /** Said after the line that opens it. */
  opensTable: 'table of the norms',
  noTable: 'No step has been reached yet.',
  copyTable: 'Copy table',
} as const;
