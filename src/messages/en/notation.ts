/** Sentences of the area "notation": how cells are named. */
export const notation = {
  afterUpdate: ' new',
  atStep: (steps: string) => ` at step ${steps}`,
  from: (cell: string) => ` from ${cell}`,
  fromWord: 'from',
  ifWord: 'if',
  otherwise: 'otherwise',
  slopeOfName: (name: string) => `slope of ${name}`,

  spokenNames: { theta: 'theta', eta: 'eta' },
  spokenNext: (cell: string) => `${cell} after the update`,
  spokenClipped: (cell: string) => `clipped gradient of ${cell}`,
  spokenTerm: (weight: string, step: string) => `term of step ${step} in the gradient of ${weight}`,
  spokenSum: (weight: string, first: string, last: string) =>
    first === last
      ? `sum of the gradient of ${weight}, step ${first}`
      : `sum of the gradient of ${weight}, steps ${first} to ${last}`,
  spokenVia: (cell: string, from: string) => `gradient of ${cell} from ${from}`,
  spokenGradient: (cell: string) => `gradient of ${cell}`,

  value: (number: string) => `value ${number}`,
  values: (count: number) => `${count} values`,
  norm: (number: string) => `norm ${number}`,
  gradient: (number: string) => `gradient ${number}`,
  gradientNorm: (number: string) => `gradient norm ${number}`,

  passes: { forward: 'Forward', backward: 'Backward', update: 'Update' },
  atTimeStep: (t: string) => `step ${t}`,
  fromTo: (from: string, to: string) => `from ${from} to ${to}`,
  count: (count: string, of: string) => `${count} of ${of}`,
} as const;
