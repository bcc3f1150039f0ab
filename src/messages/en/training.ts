/** What is said of losses other than the article's, of clipping after the sweep, and of the optimizers. */
export const training = {
  halfError: 'The ½ only makes the slope simpler: the 2 of the square goes away.',
  meanTitle: 'Take the mean of the errors',
  mean: (error: string, count: string) =>
    `${error} is the mean over the ${count} steps with an error, so every step's gradient counts 1/${count}.`,
  share: (error: string, count: string) => `${error} is a mean, so each step counts 1/${count}.`,

  softmaxTitle: 'Turn the output into probabilities',
  softmax: (likeliest: string, share: string, count: string) =>
    `Each of the ${count} entries is now positive, and together they are 1; the likeliest is class ${likeliest} with ${share}.`,
  softmaxOne: 'With a single class there is nothing to choose: its probability is 1.',
  crossEntropy: (target: string, output: string, share: string) =>
    `The class is ${target}, and ${output} gives it ${share}: the error is −ln of that.`,
  crossEntropySoft: (target: string, output: string) =>
    `How badly ${output} foretells ${target}: each class counts as much as ${target} says.`,
  crossEntropySlope: (error: string) =>
    `Softmax and cross-entropy together have the simplest slope there is: output minus target. What was foretold too strongly makes ${error} grow.`,

  normTitle: 'Measure the whole gradient',
  norm: (size: string, theta: string, isAbove: boolean) =>
    `All weights' gradients as one vector have the norm ${size}: ${isAbove ? `above the threshold ${theta}, so all will be shortened alike` : `within the threshold ${theta}, so nothing is clipped`}.`,
  clipTitle: (weight: string) => `Clip the gradient of ${weight}`,
  byNorm: (norm: string, size: string, theta: string, factor: string) =>
    `Clipped by norm: ${norm} = ${size} > ${theta}, so every entry is multiplied by ${factor}; the direction is unchanged.`,
  byNormWithin: (norm: string, size: string, theta: string) =>
    `By norm: ${norm} = ${size} is within the threshold ${theta}, so the gradient stays as it is.`,
  byValue: (cut: number, of: number, theta: string) =>
    of === 1
      ? `By value: ${cut === 1 ? `it is beyond ±${theta} and is cut` : `it is within ±${theta} and stays as it is`}.`
      : cut === 0
        ? `By value: none of the ${of} entries is beyond ±${theta}.`
        : `By value: ${cut} of ${of} entries ${cut === 1 ? 'is' : 'are'} beyond ±${theta} and cut.`,
  byValueAll: (cut: number, of: number, angle: string) =>
    cut === 0
      ? `Of all ${of} entries of the gradient none was cut.`
      : `Of the whole gradient, ${cut} of ${of} entries were cut; it turned by ${angle}.`,

  momentumTitle: (weight: string) => `Gather speed for ${weight}`,
  momentum: (kept: string) => `The velocity keeps ${kept} of what it was and adds the gradient.`,
  momentumFirst: 'There is no velocity yet, so it is the gradient itself.',
  averageTitle: (weight: string) => `Average the gradient of ${weight}`,
  average: (kept: string) => `A running mean: ${kept} of the old one, the rest is the new gradient.`,
  squareTitle: (weight: string) => `Average the squared gradient of ${weight}`,
  square: (kept: string) =>
    `A running mean of the squares, entry by entry: ${kept} of the old one. Its root is how large this gradient usually is.`,
  unbiasTitle: (memory: string) => `Free ${memory} of its start`,
  unbias: (count: string, factor: string) =>
    `The mean started at 0 and is too small by now: after ${count} it is divided by ${factor}.`,
  updates: (count: number) => (count === 1 ? '1 update' : `${count} updates`),
  adam: (weight: string, most: string, eta: string) =>
    `The gradient is divided by its usual size, so every entry of ${weight} moves by η = ${eta} or so, and hardly more, however large its gradient; the farthest by ${most}.`,
  velocityOne: (weight: string, before: string, after: string) =>
    `${weight} moves against its velocity, not its gradient alone: from ${before} to ${after}.`,
  velocityMany: (weight: string, eta: string, size: string) =>
    `${weight} takes a step against its velocity, ${eta} times as long: it moves by ${size}.`,
} as const;
