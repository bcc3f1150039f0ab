/** Sentences of the chain of Jacobians. What stands in braces is a symbol: see `notation/marked.ts`. */
export const chain = {
  /** Until a gradient has come to its first state. */
  notYet: (error: string) => `It begins when the gradient of ${error} reaches its state.`,
  equation: (spoken: string) => `Equation: ${spoken}`,
  product: (state: string, first: string, last: string, from: string) =>
    `${state} equals the product of the Jacobians of steps ${last} to ${first}, transposed, times ${from}`,
  productClipped: (state: string, first: string, last: string, from: string) =>
    `${state} equals the product of the Jacobians of steps ${last} to ${first}, each with what clipping leaves, transposed, times ${from}`,
  begin: (state: string, error: string) => `${state}: the gradient of ${error} by its own state`,

  /** Whose chain it is, where there are many errors. */
  ofOne: (error: string) => `Of ${error} alone, as the chart.`,
  ofLast: (error: string) =>
    `The chart shows the sum of all errors. A product of Jacobians carries one error at a time, so this is ${error} alone.`,
  what: 'What is followed',
  states: { SC: '{S} and {C}', S: '{S} alone' },
  sAlone: (state: string, alone: string, fact: string) =>
    `These factors do not multiply to what is left: through {S} alone ${alone} of it would come to ${state}. In fact ${fact} does, the rest by way of {C}.`,

  factors: 'Factors, latest first',
  /** Between where a long chain sets out and the factors that it has come to. */
  hidden: (count: number) => `… ${count} more …`,
  hiddenRows: (count: number) => `${count} factors between the error and these have no row.`,
  leaves: 'leaves',
  times: (factor: string) => `× ${factor}`,
  clip: 'clip',
  cut: 'cut',
  windowEnds: 'window ends',
  horizonEnds: 'horizon ends',

  /** Over an opened factor. */
  opened: (later: string, earlier: string) => `Factor ${later} → ${earlier}`,
  close: 'Close',
  gain: 'gain',
  /** The spectral radius. */
  rho: 'ρ',
  /** Under the slopes: γ. */
  atMost: (gamma: string) => `at most ${gamma}`,
  weightsName: '{Ws} in this factor',
  gatesTable:
    'What comes through each gate: how far the state answers to it, and how far its rows of {Ws} can stretch',
  gate: 'Gate',
  largest: 'largest',
  jacobianName: (to: string, from: string) => `Jacobian of ${to} by ${from}`,
  slopesName: (a: string) => `slopes at ${a}`,

  /** What the gain says, and what the norms do not. */
  bounded: (gain: string, sigma: string) =>
    `This gradient becomes × ${gain} as long; no gradient could become longer than × ${sigma}, the spectral norm. Gains multiply, norms only bound.`,
  tight: 'With one unit every gradient becomes so long: gain and norm are one.',

  saturation: (slopes: string, weights: string, a: string) =>
    `Mainly saturation: at ${a} the slopes let only × ${slopes} of it through; {Ws} makes × ${weights} of that.`,
  activation: (slopes: string, weights: string) =>
    `Mainly the sigmoid itself, whose slope is ¼ at most: the slopes let × ${slopes} through; {Ws} makes × ${weights} of that.`,
  smallWeights: (slopes: string, weights: string, sigma: string) =>
    `Mainly small weights: {Ws} makes × ${weights} of it, and could make no more than × ${sigma} of anything. The slopes let × ${slopes} through.`,
  direction: (slopes: string, weights: string, sigma: string) =>
    `Mainly the direction: {Ws} could stretch to × ${sigma}, but of this gradient it makes × ${weights}. The slopes let × ${slopes} through.`,
  both: (slopes: string, weights: string, sigma: string) =>
    `Saturation and {Ws} alike: the slopes let × ${slopes} through, and {Ws}, which could make × ${sigma} of some gradients, makes × ${weights} of that.`,
  grows: (slopes: string, weights: string) =>
    `It grows: {Ws} makes × ${weights} of what the slopes let through, × ${slopes}.`,
  keeps: (slopes: string, weights: string) =>
    `It keeps its length: the slopes let × ${slopes} through, and {Ws} makes × ${weights} of that.`,
  dead: (a: string) => `Nothing passes: at ${a} every slope that it meets is 0.`,
  nothingArrives: (state: string) => `${state} is 0: nothing arrives that could shrink or grow.`,
  broken: 'Here numbers are no longer finite.',
  leftOut: (state: string, kind: 'window' | 'horizon') =>
    kind === 'window'
      ? `The window ends here, so this factor is left out: ${state} was handed over without its history.`
      : `The horizon ends here, so this factor is left out and nothing comes to ${state}.`,
  clipFactor: (state: string, factor: string) =>
    `Before it ${state} was clipped to θ: × ${factor}. What follows is no longer the gradient.`,

  keptMost: (gate: string, kept: string, gates: string, gain: string) =>
    `Mainly the update gate: ${gate} keeps × ${kept} of it as it is; × ${gates} comes back through the gates and {Ws}. Added as vectors: × ${gain}.`,
  gatesMost: (gate: string, kept: string, gates: string, gain: string) =>
    `Mainly through the gates: × ${gates} comes back through them and {Ws}; ${gate} keeps × ${kept} as it is. Added as vectors: × ${gain}.`,
  byMemory: (memory: string, state: string, byC: string, byS: string, gate: string) =>
    `× ${byC} of it comes to ${memory}, past the forget gate ${gate} alone; × ${byS} comes to ${state}, through all gates and {Ws}.`,
  sOfLstm: (state: string, gain: string) =>
    `× ${gain} is what ${state} has of it. It came by this matrix and by way of {C}, so no norm of the matrix bounds it.`,
  noBound: (cell: string) =>
    `For the ${cell} the chart has no line of a bound: what passes depends on how far the gates are open, not on one matrix.`,

  /** The switch of a line in the chart; by how much a step can grow at most follows. */
  bound: 'Bound',
  boundTitle: (factor: string) =>
    `No step can make the gradient longer than γ σ_max({Ws}) = ${factor} times, γ being the steepest slope of the activation`,
  boundAt: (step: string, norm: string) => `Bound at t = ${step}: ${norm}`,
  boundColumn: 'At most',

  table: 'Table',
  tableOf: (error: string) => `The chain of ${error}, factor by factor, latest first`,
  factor: 'Factor',
  clipColumn: 'Clip',
  slopesColumn: 'Slopes',
  gainColumn: 'Gain',
  sigmaColumn: 'σ_max',
  leftColumn: 'Left',
  shareColumn: 'Share',
  copyTable: 'Copy table',
  copyNumbers: 'Copy numbers',
} as const;
