/** Sentences of training: what there is to learn, and what becomes of it. */
const sequences = (count: number) => `${count} ${count === 1 ? 'sequence' : 'sequences'}`;

export const learning = {
  task: 'Task',
  tasks: {
    own: 'The sequence shown',
    article: 'The article’s sequence',
    adding: 'The adding problem',
    echo: 'Delayed echo',
    sine: 'Next value of a sine',
    text: 'Next character',
  },
  /** What each tests; behind it stands the error of a model that learned nothing. */
  about: {
    own: 'One sequence, learned by heart.',
    article:
      'One sequence with one target. In 100 updates its set-up gets below a millionth of the error of 0.',
    adding:
      'Two of the numbers are marked, one in each half; the answer is their sum: tests whether something is kept over many steps. In 500 updates its set-up gets below a hundredth of the error of a model that learned nothing.',
    echo: 'The answer is what was read some steps ago: tests how long a state holds several things at a time. In 300 updates its set-up gets below a hundredth of the error of a model that learned nothing.',
    sine: 'Sines of various periods: tests whether period and phase are picked up while reading. In 500 updates its set-up gets below a thirtieth of the error of a model that learned nothing.',
    text: 'Letters of a text, one at a time: tests what of the context counts. In 200 updates its set-up gets, on what it was trained on, below a third of the error of a model that learned nothing.',
  },
  nothingLearned: {
    zero: (error: string) => `A model that always answers 0 has the error ${error}.`,
    chance: (error: string) => `A model that answers by chance has the error ${error}.`,
    constant: (error: string) =>
      `A model that learned nothing, and always gives the same best answer, has the error ${error}.`,
    frequencies: (error: string) =>
      `A model that learned nothing but how frequent each character is has the error ${error}.`,
  },
  delay: 'Delay',
  shown: 'Sequence shown',
  batch: 'Sequences per update',
  onlyShown: 'Update once takes the step that the score shows, of this sequence alone.',
  text: 'Text',
  textNote: (characters: number, most: number) => `${characters} different characters, ${most} at the most.`,
  textProblems: {
    long: (most: number) => `A text may have ${most} characters.`,
    varied: (found: number, most: number) =>
      `This text has ${found} different characters; ${most} are allowed. Lower case and fewer signs help.`,
    uniform: 'A text needs at least two different characters, or there is nothing to foretell.',
  },
  useText: 'Use this text',
  lowerCase: 'In lower case',
  ownSequence: 'Your sequence …',
  own: {
    title: 'Your sequence',
    about:
      'One line for each time step, columns parted by commas, semicolons or tabs. A first line may name them: x1, x2 … are inputs, d1, d2 … targets. Without names the last column is the target; of a single column every number is to be foretold from those before it. Where a target is left empty no error is taken.',
    numbers: 'Numbers',
    example: 'x1,d1\n1,\n0.5,\n-1,0.7',
    file: 'Choose a file …',
    use: 'Train on it',
    unreadable: (name: string) => `“${name}” cannot be read as text.`,
  },
  typed: {
    where: (line: number, column: number) => `Line ${line}, column ${column}: `,
    empty: 'There is nothing here yet. Paste a line of numbers for each time step.',
    onlyNames: 'There are only names here. Below them stands a line of numbers for each time step.',
    noRole: (name: string) => `“${name}” is neither an input (x1, x2 …) nor a target (d1, d2 …).`,
    noInput: 'No column is an input (x1, x2 …).',
    noTarget: 'No step has a target, so there is nothing to learn.',
    missing: 'a number is missing.',
    notANumber: (typed: string) =>
      `“${typed}” is not a number that can be computed with. Allowed are numbers such as −0.5 or 1e-3.`,
    partOfTargets: 'a step has all of its targets or none.',
    otherLength: (found: number, wanted: number) =>
      `here ${found === 1 ? 'is 1 column' : `are ${found} columns`}, in the first line ${wanted === 1 ? 'is 1' : `are ${wanted}`}.`,
    tooManyColumns: (found: number, most: number) =>
      `There are ${found} columns of a kind; inputs and targets have ${most} each at the most.`,
    tooLong: (found: number, most: number) => `There are ${found} time steps; ${most} are the most.`,
    nothingToForetell: 'Of a single number nothing can be foretold. Paste at least two.',
  },
  run: 'Run',
  stop: 'Stop',
  broke: (updates: string) =>
    `The training stopped after ${updates} updates: the error or its gradient is no longer a finite number. A lower learning rate or clipping helps; Undo leads back to the start of the run.`,
  failed: 'The training could not be started. Reload the page and try again.',

  region: 'Training',
  comparing: (name: string) => `Of what is compared, ${name} is trained: the chosen one.`,
  progress: (updates: string, rate: string) => `Update ${updates}, ${rate} a second`,
  stopped: (updates: string) => `Stopped after update ${updates}`,
  latest: (error: string) => `Error ${error}`,
  judged: (count: number, error: string) => `On ${sequences(count)} not trained on: error ${error}`,
  right: {
    number: (share: string, tolerance: string) => `${share} right (within ${tolerance})`,
    sign: (share: string) => `${share} right (by the sign)`,
    character: (share: string) => `${share} right (the likeliest character)`,
  },
  notJudged: 'There is no sequence that it was not trained on.',
  tooShort: 'The text is too short to keep a part of it from training.',
  errorChart: 'Error over updates',
  normChart: 'Gradient norm over updates',
  saidError: (error: string, baseline: string) =>
    `Error over updates, logarithmic: it is now ${error}; that of a model that learned nothing is ${baseline}.`,
  saidNorm: (norm: string, clipped: string) =>
    `Norm of the gradient of all weights over updates, logarithmic: it is now ${norm}, and ${clipped} after clipping.`,
  threshold: 'threshold',
  baseline: 'learned nothing',
  raw: 'before clipping',
  clipped: 'after clipping',
  present: 'this run',
  kept: 'kept run',
  mean: (span: number) =>
    `Each point stands for ${span} updates: the mean of their errors, the band from the least to the greatest, and their largest gradient.`,
  keep: 'Keep this run',
  forget: 'Forget the kept run',
  save: 'Save as CSV',
  table: 'Table',
  tableOf: 'Record of the training',
  columns: {
    run: 'Run',
    update: 'Update',
    error: 'Error',
    least: 'Least error',
    most: 'Greatest error',
    norm: '‖g‖',
    clipped: '‖g‖ clipped',
  },
  copy: 'Copy table',
  instead: (name: string, kept: string, present: string) => `${name} ${kept} instead of ${present}`,
  differs: (what: string) => `Kept run: ${what}`,
  otherTask: (task: string) => `Kept run: another task (${task}).`,
  sameSetup: 'Kept run: the same set-up.',
  fileName: 'unrolled-training.csv',
  csv: {
    run: 'run',
    from: 'first_update',
    to: 'last_update',
    error: 'error_mean',
    least: 'error_min',
    most: 'error_max',
    norm: 'gradient_norm_max',
    clippedNorm: 'gradient_norm_clipped_max',
    present: 'present',
    kept: 'kept',
    title: 'Unrolled, record of a training',
    setup: (run: string, setup: string) => `set-up of the ${run} run: ${setup}`,
  },
} as const;
