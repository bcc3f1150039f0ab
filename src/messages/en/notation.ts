import { operations } from './operations';

/** Sentences of the area "notation": how cells and operations are named and why an operation is as it is. */
export const notation = {
  operations,

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

  textWords: {
    transposed: 'ᵀ',
    times: ' ',
    multiplied: ' · ',
    entrywise: ' ⊙ ',
    plus: ' + ',
    minus: ' − ',
    over: ' / ',
    squared: '²',
    equals: ' = ',
    above: ' > ',
    within: ' ≤ ',
    norm: (of: string) => `‖${of}‖`,
    group: (of: string) => `(${of})`,
    of: (name: string, of: string) => `${name}(${of})`,
    when: (what: string, condition: string) => `${what} if ${condition}`,
    otherwise: (what: string) => `${what} otherwise`,
  },
  spokenWords: {
    transposed: ' transposed',
    times: ' times ',
    multiplied: ' times ',
    entrywise: ' times entry by entry ',
    plus: ' plus ',
    minus: ' minus ',
    over: ' over ',
    squared: ' squared',
    equals: ' equals ',
    above: ' is above ',
    within: ' is at most ',
    norm: (of: string) => `norm of ${of}`,
    group: (of: string) => `the quantity ${of}, end of quantity,`,
    of: (name: string, of: string) => `${name} of ${of}`,
    when: (what: string, condition: string) => `${what} if ${condition}`,
    otherwise: (what: string) => `${what} otherwise`,
  },
} as const;
