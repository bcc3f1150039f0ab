/** Sentences of the area "notation": how cells are named. */
export const notation = {
  afterUpdate: ' new',
  atStep: (steps: string) => ` at step ${steps}`,
  from: (cell: string) => ` from ${cell}`,
  fromWord: 'from',
  ifWord: 'if',
  otherwise: 'otherwise',
  half: 'one half',
  logarithm: 'the natural logarithm',
  least: 'the smaller of',
  within: 'clipped to',
  slopeOfName: (name: string) => `slope of ${name}`,

  soFar: ' so far',

  spokenNames: {
    theta: 'theta',
    eta: 'eta',
    momentum: 'mu',
    beta1: 'beta 1',
    beta2: 'beta 2',
    epsilon: 'epsilon',
    updates: 'k, the number of updates before',
    share: 'gradient of each error',
  },
  /** Letters alone say little to the ear. */
  spokenGates: {
    i: 'input gate i',
    f: 'forget gate f',
    g: 'candidate g',
    q: 'output gate q',
    r: 'reset gate r',
    z: 'update gate z',
    n: 'candidate n',
  },
  spokenPart: (letter: string, gate: string | undefined) =>
    gate === undefined ? letter : `${letter} of ${gate}`,
  spokenMemory: (letter: string, weight: string) => `${letter} of ${weight}`,
  spokenUnbiased: (memory: string) => `${memory}, freed of its start`,
  spokenTotal: 'norm of the gradient of all weights',
  spokenUnfinished: (cell: string) => `gradient of ${cell} so far`,
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
