/** What each operation is called and why it is as it is. Cells come in as markers and are spelled by `notation`. */
const squashes: Readonly<Record<string, string>> = {
  tanh: 'tanh',
  sigmoid: 'the sigmoid',
  relu: 'relu',
  identity: 'the identity',
};
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

export const operations = {
  plainTitle: (made: string) => `Compute ${made}`,
  plain: 'It is computed from what stands in the brackets.',

  affineTitle: 'Weigh and add up',
  affine: 'Each row of the weights answers with one number.',
  mixTitle: 'Mix the input with the memory',
  mix: (input: string, weight: string, memory: string, recurrent: string) =>
    `What comes in now, ${input}, is weighed by ${weight}; what is remembered, ${memory}, by ${recurrent}. The weights are the same at every step.`,
  mixFirst: (input: string, weight: string, memory: string, isBlank: boolean) =>
    `The input ${input} is weighed by ${weight}. ${
      isBlank
        ? `Before the first step there is nothing to remember: ${memory} is 0.`
        : `The memory before the first step is the ${memory} that was set.`
    }`,
  readTitle: 'Read the output off the memory',
  read: (memory: string, weight: string) =>
    `The output sees nothing but the memory ${memory}, through ${weight}: all it knows of earlier steps is in there.`,

  activationTitle: (g: string) =>
    g === 'identity' ? 'Keep it as it is' : `Pass it through ${squashes[g] ?? g}`,
  outputTitle: (g: string) =>
    g === 'identity' ? 'Give it out as it is' : `Give it out through ${squashes[g] ?? g}`,
  squash: (g: string, low: string, isFlat: boolean) =>
    `${capital(squashes[g] ?? g)} keeps every value between ${low} and 1.${
      isFlat ? ' Here it is near its end, where it is almost flat: remember this for the way back.' : ''
    }`,
  relu: (zeros: number, count: number) => {
    if (count === 1)
      return zeros === 1
        ? 'Relu makes a negative value 0; on the way back nothing passes here.'
        : 'Relu passes what is positive unchanged.';
    return `Relu passes what is positive and makes the rest 0: ${zeros} of ${count} are 0 now.`;
  },
  identity: (made: string, from: string) => `The identity changes nothing: ${made} is ${from}.`,
  errorTitle: 'Measure the error',
  errorOne: (output: string, target: string, off: string, direction: number, isHalved: boolean) =>
    direction === 0
      ? `${output} is exactly the target ${target}.`
      : `${output} is ${off} ${direction < 0 ? 'below' : 'above'} the target ${target}; the error is ${isHalved ? 'half of ' : ''}that distance squared.`,
  errorMany: (output: string, target: string, off: string, isHalved: boolean) =>
    `${output} is ${off} away from the target ${target}; the error is ${isHalved ? 'half of ' : ''}that distance squared.`,
  errorOnlyAt: (t: string) => `An error is taken only at step ${t}.`,
  totalTitle: 'Add up the errors',
  total: (error: string, count: string) => `${error} is what all ${count} steps together got wrong.`,

  startTitle: 'Start the gradient at the error',
  startOne: (error: string, output: string, direction: number, only: string | undefined) => {
    const way =
      direction === 0
        ? `${output} is on target, so nothing would make ${error} smaller.`
        : `It is ${direction < 0 ? 'negative: raising' : 'positive: lowering'} ${output} would make ${error} smaller.`;
    return only === undefined
      ? way
      : `${way} The error is taken only at step ${only}, so all gradient sets out here.`;
  },
  startMany: (error: string, output: string, only: string | undefined) =>
    `Each entry says how ${error} grows when that entry of ${output} grows.${
      only === undefined ? '' : ` The error is taken only at step ${only}, so all gradient sets out here.`
    }`,

  slopeTitle: (g: string) => `Carry the gradient through ${squashes[g] ?? g}`,
  slopeNothing: 'The gradient that arrives here is 0, so nothing passes.',
  overflown: 'The gradient has grown beyond what a double can hold.',
  slopeIdentity: 'The identity has slope 1 everywhere, so all of it passes.',
  slopeOne: (g: string, slope: string, passed: string) =>
    `The slope of ${squashes[g] ?? g} is ${slope} here, so ${passed} passes.`,
  slopeFlat: (g: string, slope: string, passed: string) =>
    `${capital(squashes[g] ?? g)} is nearly flat here: its slope is ${slope}, so only ${passed} passes.`,
  slopeMany: (g: string, least: string, most: string, passed: string, isFlat: boolean) =>
    `Entry by entry, times the slope of ${squashes[g] ?? g}: from ${least} to ${most} here${
      isFlat ? ', nearly flat' : ''
    }. ${passed} of the norm passes.`,
  slopeRelu: (zeros: number, count: number, passed: string) => {
    if (count === 1)
      return zeros === 1 ? 'Relu is flat here: nothing passes.' : 'Relu has slope 1 here: all of it passes.';
    return zeros === 0
      ? 'Relu has slope 1 at every entry: all of it passes.'
      : `Relu is flat at ${zeros} of ${count} entries and stops those; ${passed} of the norm passes.`;
  },

  carryTitle: (weight: string) => `Carry the gradient through ${weight}`,
  carry: (made: string, from: string, weight: string, reached: string) =>
    `${made} was made from ${from} through ${weight}, so what reached ${reached} goes back through ${weight}ᵀ.`,
  arrives: (share: string, of: string) => `${share} of ${of} arrives.`,
  onlyWay: (t: string, state: string) =>
    `No error is taken at step ${t}, so this is all that reaches ${state}.`,
  oneWayOf: (state: string) => `It is one of several ways into ${state}.`,
  joinTitle: (ways: number) => (ways === 2 ? 'Add what came both ways' : 'Add what came all ways'),
  /** `more`: how many sources are not named. */
  join: (state: string, sources: readonly { from: string; size: string }[], more: number) =>
    `${state} was used more than once, so its gradients add up: ${sources
      .map(({ from, size }) => `${size} from ${from}`)
      .join(', ')}${more > 0 ? ` and ${more} more` : ''} (norms).`,

  clipTitle: (gradient: string) => `Clip ${gradient}`,
  clipAbove: (gradient: string, size: string, theta: string) =>
    `The norm of ${gradient}, ${size}, is above the threshold ${theta}: it is shortened to ${theta} and keeps its direction. What is further back is no longer the gradient of the error.`,
  clipWithin: (gradient: string, size: string, theta: string) =>
    `The norm of ${gradient}, ${size}, is within the threshold ${theta}: it flows on as it is.`,

  termTitle: (weight: string, t: string) => `Take the term of step ${t} for ${weight}`,
  immediate: (made: string, weight: string) => `immediate derivative of ${made} by ${weight}`,
  reached: (made: string) => `gradient of ${made}`,
  term: (weight: string, factor: string, reached: string, t: string) =>
    `At step ${t}, ${weight} stood between ${factor} and ${reached}: its share is what reached ${reached} times ${factor}.`,
  termNothing: (weight: string, factor: string) =>
    `${factor} is 0, so ${weight} had no part in this step: the term is 0.`,
  sumFirstTitle: (weight: string) => `Begin the sum for ${weight}`,
  sumTitle: (weight: string) => `Add the term to the sum for ${weight}`,
  sumFirst: (weight: string) =>
    `${weight} is the same at every step, so its gradient is a sum over time, and this is its first term.`,
  sumOnly: (weight: string) =>
    `Only at this step does a gradient reach ${weight}, so this one term is the whole gradient.`,
  sum: (weight: string) =>
    `${weight} is the same at every step, so its gradient is the sum of what every step says.`,
  progress: (count: string, of: string, isWhole: boolean) =>
    isWhole ? `${count} of ${of} terms: the gradient is whole.` : `${count} of ${of} terms so far.`,

  updateTitle: (weight: string) => `Update ${weight}`,
  updateOne: (weight: string, before: string, after: string, direction: number) =>
    direction === 0
      ? `The gradient is 0, so ${weight} stays as it is.`
      : `The gradient is ${direction < 0 ? 'negative' : 'positive'}, so the error falls when ${weight} ${
          direction < 0 ? 'grows' : 'shrinks'
        }: from ${before} to ${after}.`,
  updateMany: (weight: string, eta: string, size: string) =>
    `${weight} takes a step against its gradient, ${eta} times as long as the gradient: it moves by ${size}.`,
} as const;

export const spelling = {
  andSoOn: 'and so on',
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
    root: (of: string) => `√(${of})`,
    power: (base: string, exponent: string) => `${base}^(${exponent})`,
    negative: '−',
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
    power: (base: string, exponent: string) => `${base} to the power ${exponent}, end of power,`,
    negative: 'minus ',
    root: (of: string) => `the square root of ${of}, end of root,`,
    group: (of: string) => `the quantity ${of}, end of quantity,`,
    of: (name: string, of: string) => `${name} of ${of}`,
    when: (what: string, condition: string) => `${what} if ${condition}`,
    otherwise: (what: string) => `${what} otherwise`,
  },
} as const;
