/** What a mistake is called, and what to do about it. Cells come in as markers and are spelled by `notation`. */
export interface Said {
  readonly what: string;
  readonly remedy: string;
}

const everywhere = (isEverywhere: boolean, where = 'at every step') => (isEverywhere ? `, ${where}` : '');

/** Written with what an activation gave: 1 − S². */
const slopes: Readonly<Record<string, (made: string) => string>> = {
  tanh: (made) => `1 − ${made}²`,
  sigmoid: (made) => `${made} (1 − ${made})`,
  relu: (made) => `1 where ${made} is positive and 0 elsewhere`,
};
const slopeOf = (g: string, made: string) => slopes[g]?.(made) ?? 'its slope';

const names: Readonly<Record<string, string>> = { tanh: 'tanh', sigmoid: 'the sigmoid', relu: 'relu' };
const nameOf = (g: string) => names[g] ?? g;
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

export const mistakes = {
  nothingTyped: 'Type a result first: a number, or the rows of a vector or a matrix.',
  oneNumber: 'one number',

  startSign: (slope: string, target: string, output: string, isEverywhere: boolean): Said => ({
    what: `The sign of ${slope} is wrong${everywhere(isEverywhere, 'and so at every step with an error')}.`,
    remedy: `The inner derivative of ${target} − ${output} by ${output} is −1, and that is where the minus comes from: while ${output} is below ${target}, raising it makes the error smaller.`,
  }),
  entropySign: (slope: string, target: string, output: string, isEverywhere: boolean): Said => ({
    what: `The sign of ${slope} is wrong${everywhere(isEverywhere, 'and so at every step with an error')}.`,
    remedy: `With softmax and cross-entropy it is the output minus the target, ${output} − ${target}.`,
  }),
  startFactor: (slope: string, isHalved: boolean, isEverywhere: boolean): Said =>
    isHalved
      ? {
          what: `${slope} has a factor 2 too many${everywhere(isEverywhere)}.`,
          remedy: 'The error is half of the squared distance: the ½ and the 2 of the derivative cancel.',
        }
      : {
          what: `The factor 2 is missing in ${slope}${everywhere(isEverywhere)}.`,
          remedy:
            'The error is the squared distance without ½, so the 2 of the derivative stays. A course with ½ in front of the error has no 2 here; choose that under Loss.',
        },
  startBoth: (
    slope: string,
    target: string,
    output: string,
    isHalved: boolean,
    isEverywhere: boolean,
  ): Said => ({
    what: isHalved
      ? `In ${slope} the minus is missing, and there is a factor 2 too many${everywhere(isEverywhere)}.`
      : `In ${slope} both the minus and the factor 2 are missing${everywhere(isEverywhere)}.`,
    remedy: `${target} − ${output} is not yet the derivative of the error: by the chain rule it is multiplied by −1, the inner derivative${
      isHalved ? '; the ½ and the 2 cancel.' : ', and by 2.'
    }`,
  }),
  shareForgotten: (slope: string, count: number, isEverywhere: boolean): Said => ({
    what: `${slope} was not divided by the number of errors${everywhere(isEverywhere)}.`,
    remedy: `The error is the mean of ${count} errors, so the gradient of each is divided by ${count}.`,
  }),
  entropyAsSquares: (slope: string, target: string, output: string, isEverywhere: boolean): Said => ({
    what: `${slope} was taken as if the error were the squared distance${everywhere(isEverywhere)}.`,
    remedy: `With softmax and cross-entropy it is just the output minus the target, ${output} − ${target}.`,
  }),
  softmaxTwice: (slope: string, target: string, output: string, isEverywhere: boolean): Said => ({
    what: `The slope of softmax was multiplied into ${slope} once more${everywhere(isEverywhere)}.`,
    remedy: `It is in ${output} − ${target} already: what cross-entropy brings with it cancels the rest.`,
  }),

  slopeForgotten: (g: string, made: string, isEverywhere: boolean): Said => ({
    what: `g′ was forgotten on the way back through ${made}${everywhere(isEverywhere, 'and everywhere else')}.`,
    remedy: `Multiply entry by entry by the slope of ${nameOf(g)}, here ${slopeOf(g, made)}.`,
  }),
  slopeOfArgument: (g: string, argument: string, made: string, isEverywhere: boolean): Said => ({
    what: `The slope was computed with ${argument} where ${made} belongs${everywhere(isEverywhere)}.`,
    remedy: `Written with what ${nameOf(g)} gave, the slope is ${slopeOf(g, made)}.`,
  }),
  slopeAgain: (g: string, argument: string, made: string, isEverywhere: boolean): Said => ({
    what: `The slope was taken at ${made} instead of at ${argument}${everywhere(isEverywhere)}.`,
    remedy: `${made} has been through ${nameOf(g)} already, so the slope is ${slopeOf(g, made)}: do not pass it through once more.`,
  }),

  notTransposed: (weight: string, isEverywhere: boolean): Said => ({
    what: `${weight} was not transposed${everywhere(isEverywhere)}.`,
    remedy: `On the way back each unit gathers from all units that it went to. Those weights stand in a column of ${weight}, so multiply by the transposed matrix.`,
  }),
  weightLeftOut: (weight: string, isEverywhere: boolean): Said => ({
    what: `${weight} was left out${everywhere(isEverywhere)}.`,
    remedy: `On the way forward this was multiplied by ${weight}, so its gradient is multiplied by the transposed ${weight}.`,
  }),
  transposed: (weight: string, isEverywhere: boolean): Said => ({
    what: `${weight} was transposed${everywhere(isEverywhere)}.`,
    remedy: `On the way forward each row of ${weight} gives one entry of the result. It is transposed only on the way back.`,
  }),
  partDropped: (weight: string, factor: string, result: string, isEverywhere: boolean): Said => ({
    what: `What ${weight} makes of ${factor} was left out${everywhere(isEverywhere)}.`,
    remedy: `${result} is the sum of all that comes in: add every product of a weight and what it weighs.`,
  }),
  biasDropped: (bias: string, result: string, isEverywhere: boolean): Said => ({
    what: `The bias ${bias} was left out${everywhere(isEverywhere)}.`,
    remedy: `It is added to every ${result}.`,
  }),

  outerTurned: (d: string, factor: string, isEverywhere: boolean): Said => ({
    what: `The two vectors of the term stand the wrong way round${everywhere(isEverywhere)}.`,
    remedy: `Row i, column j of the term is entry i of ${d} times entry j of ${factor}.`,
  }),
  otherState: (
    taken: string,
    belongs: string,
    weight: string,
    step: string,
    isEverywhere: boolean,
  ): Said => ({
    what: `${taken} was taken where ${belongs} belongs${everywhere(isEverywhere)}.`,
    remedy: `At step ${step} it is ${belongs} that ${weight} is multiplied by, so ${belongs} stands in its term.`,
  }),
  beforeSlope: (taken: string, belongs: string, isEverywhere: boolean): Said => ({
    what: `The term was made with ${taken} where ${belongs} belongs${everywhere(isEverywhere)}.`,
    remedy: `The weight acts on what is put into the activation, so its term begins with the gradient behind g′, ${belongs}.`,
  }),
  immediateAlone: (weight: string, step: string, reached: string): Said => ({
    what: `This is the immediate derivative by ${weight} alone, without the gradient that reaches step ${step}.`,
    remedy: `The chain rule multiplies it by ${reached}.`,
  }),

  ownErrorDropped: (state: string, error: string, isEverywhere: boolean): Said => ({
    what: isEverywhere
      ? 'At every step its own error was dropped; only what comes from later steps was followed.'
      : `The step’s own error ${error} was dropped; only what comes from later steps was counted.`,
    remedy: `${state} acts in two ways: on the error of its own step and on the next state. What comes back from both is added.`,
  }),
  immediate: (state: string): Said => ({
    what: 'The immediate derivative was taken for the total: nothing came back from later steps.',
    remedy: `${state} also acts on all later states. Follow the gradient back through them, step by step.`,
  }),
  wayDropped: (cell: string, consumer: string, isEverywhere: boolean): Said => ({
    what: `What comes back to ${cell} through ${consumer} was left out${everywhere(isEverywhere)}.`,
    remedy: `Whatever was made from ${cell} sends a gradient back to it; all of them are added.`,
  }),

  sumDropped: (weight: string, step: string): Said => ({
    what: `The sum over time was dropped: this is the term of step ${step} alone.`,
    remedy: `${weight} is one and the same weight at every step, so its gradient is the sum of the terms of all steps.`,
  }),
  termMissing: (step: string): Said => ({
    what: `The term of step ${step} is missing.`,
    remedy: `Add it to the sum of the later steps’ terms.`,
  }),
  meanOfTerms: (count: number): Said => ({
    what: `This is the mean of the ${count} terms, not their sum.`,
    remedy: 'The gradient is the sum over time; nothing is divided by the number of steps.',
  }),

  notClipped: (gradient: string, threshold: string, isEverywhere: boolean): Said => ({
    what: isEverywhere ? 'Nothing was clipped on the way.' : `${gradient} was not clipped.`,
    remedy: `What is longer than ${threshold} is shortened to that length before it goes on.`,
  }),
  entriesNotClipped: (gradient: string, threshold: string): Said => ({
    what: `${gradient} was not clipped.`,
    remedy: `Every entry beyond ${threshold} is cut off there.`,
  }),
  clippedTooEarly: (gradient: string, clipped: string): Said => ({
    what: 'This is clipped already.',
    remedy: `${gradient} is what arrives. What clipping makes of it is ${clipped}, the operation after this one.`,
  }),
  clippedAnyway: (gradient: string, threshold: string, isEverywhere: boolean): Said => ({
    what: `${gradient} was drawn out to the length ${threshold}${everywhere(isEverywhere)}.`,
    remedy: 'Clipping only shortens: what is within the threshold stays as it is.',
  }),
  clippedByEntry: (gradient: string, isEverywhere: boolean): Said => ({
    what: `Every entry of ${gradient} was clipped by itself${everywhere(isEverywhere)}.`,
    remedy: 'Here the vector is shortened as a whole and keeps its direction.',
  }),
  clippedByOwnNorm: (gradient: string): Said => ({
    what: `${gradient} was clipped by its own norm.`,
    remedy: 'The norm that counts is that of the gradients of all weights together.',
  }),
  clippedAsWhole: (gradient: string): Said => ({
    what: `${gradient} was shortened as a whole.`,
    remedy: 'Clipping by value cuts every entry by itself.',
  }),

  otherFactor: (own: string, partner: string, isEverywhere: boolean): Said => ({
    what: `The gradient was multiplied by ${own} where ${partner} belongs${everywhere(isEverywhere)}.`,
    remedy: `The derivative of a product by one factor is the other factor.`,
  }),
  gateSwapped: (gate: string, isEverywhere: boolean): Said => ({
    what: `${gate} and 1 − ${gate} were exchanged${everywhere(isEverywhere)}.`,
    remedy: `${gate} is the share of the old state that stays; the new candidate gets the rest, 1 − ${gate}.`,
  }),

  activationForgotten: (g: string, argument: string, isEverywhere: boolean): Said => ({
    what: `${capital(nameOf(g))} was forgotten${everywhere(isEverywhere)}.`,
    remedy: `Pass ${argument} through ${nameOf(g)}.`,
  }),
  otherActivation: (taken: string, belongs: string, isEverywhere: boolean): Said => ({
    what: `${capital(nameOf(taken))} was taken where ${nameOf(belongs)} belongs${everywhere(isEverywhere)}.`,
    remedy: 'The set-up says which activation belongs where.',
  }),
  notNormalised: (argument: string): Said => ({
    what: 'The powers were not divided by their sum.',
    remedy: `Softmax divides each power of e, one for each entry of ${argument}, by the sum of them all.`,
  }),
  errorFactor: (isHalved: boolean, isEverywhere: boolean): Said =>
    isHalved
      ? {
          what: `The factor ½ is missing${everywhere(isEverywhere)}.`,
          remedy: 'The error is half of the squared distance.',
        }
      : {
          what: `There is a factor ½ too many${everywhere(isEverywhere)}.`,
          remedy: 'The error is the squared distance, without ½.',
        },
  rootTaken: (): Said => ({
    what: 'This is the distance, not its square.',
    remedy: 'The error is the squared distance: add up the squares and take no root.',
  }),
  meanForSum: (): Said => ({
    what: 'The mean of the errors was taken, not their sum.',
    remedy: 'The set-up adds up the errors of the steps.',
  }),
  sumForMean: (count: number): Said => ({
    what: 'The errors were added up, but not divided by their number.',
    remedy: `The set-up takes their mean: divide the sum by ${count}.`,
  }),

  ascended: (weight: string): Said => ({
    what: `${weight} was moved uphill: along the gradient, not against it.`,
    remedy: 'The gradient points to where the error grows, so it is subtracted.',
  }),
  noRate: (rate: string): Said => ({
    what: `The learning rate ${rate} was left out.`,
    remedy: `Multiply the gradient by ${rate} before it is subtracted.`,
  }),
  changeAlone: (weight: string): Said => ({
    what: 'This is the change alone.',
    remedy: `Add it to the old ${weight}.`,
  }),

  neighbour: (cell: string): Said => ({
    what: `This is ${cell}, of another step.`,
    remedy: 'Compare the index of the step with the one that is asked for.',
  }),
  otherWeight: (cell: string): Said => ({
    what: `This is ${cell}, of another weight.`,
    remedy:
      'The first vector of the term is the same for both; what stands behind it is what the weight weighs.',
  }),
  notTruncated: (): Said => ({
    what: 'This is the gradient without truncation.',
    remedy: 'The set-up cuts the way back: what lies beyond the cut is left out on purpose.',
  }),
  exchanged: (): Said => ({
    what: 'The numbers are right, but rows and columns are exchanged.',
    remedy: 'A gradient has the shape of what it belongs to.',
  }),
  rounded: (digits: number): Said => ({
    what: `Rounded too early: this comes out when every number is rounded to ${digits} digits on the way.`,
    remedy: 'Keep more digits until the end, and round only the result.',
  }),
  cutOff: (): Said => ({
    what: 'The last digit was cut off, not rounded.',
    remedy: 'Round up where the next digit is 5 or more.',
  }),
  opposite: (): Said => ({
    what: 'This is the right result with the opposite sign.',
    remedy: 'Go through the signs of all factors once more.',
  }),
} as const;
