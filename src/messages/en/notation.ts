/** Sentences of the area "notation": how cells and operations are named and why an operation is as it is. */
export const notation = {
  afterUpdate: ' new',
  atStep: (steps: string) => ` at t = ${steps}`,
  through: (cell: string) => ` through ${cell}`,

  spokenNames: { theta: 'theta', eta: 'eta' },
  spokenNext: (cell: string) => `${cell} after the update`,
  spokenClipped: (cell: string) => `clipped gradient of ${cell}`,
  spokenTerm: (weight: string, step: string) => `term of step ${step} in the gradient of ${weight}`,
  spokenSum: (weight: string, first: string, last: string) =>
    first === last
      ? `sum of the gradient of ${weight}, step ${first}`
      : `sum of the gradient of ${weight}, steps ${first} to ${last}`,
  spokenVia: (cell: string, consumer: string) => `gradient of ${cell} that comes through ${consumer}`,
  spokenGradient: (cell: string) => `gradient of ${cell}`,

  value: (number: string) => `value ${number}`,
  values: (count: number) => `${count} values`,
  norm: (number: string) => `norm ${number}`,
  gradient: (number: string) => `gradient ${number}`,
  gradientNorm: (number: string) => `gradient norm ${number}`,
} as const;
