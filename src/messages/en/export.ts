/** Sentences of what is taken away: the dialog, the worked solution, what stands in files. Loaded with the dialog. */
const plural = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

export type PanelName =
  | ('network' | 'chart' | 'comparison' | 'pairs')
  | ('ledger' | 'chain' | 'weights' | 'operations');

export const exported = {
  title: 'Export',
  what: 'Take away',
  kinds: {
    picture: 'Picture',
    numbers: 'Numbers',
    equation: 'Equation',
    solution: 'Worked solution',
    setup: 'Set-up',
  },
  of: 'Of',
  as: 'As',
  save: 'Save',
  copy: 'Copy',
  copied: 'Copied.',
  saved: (name: string) => `Saved as ${name}`,
  notCopied: 'The browser did not let it be copied. Save it instead.',
  selected: 'The browser did not let it be copied. It is selected: copy it from here.',
  failed: 'The browser could not make this. Try another size or format.',

  wholeScore: 'The whole score',
  pictureFormats: { svg: 'SVG', png: 'PNG' },
  pictureOf: (name: string) => `Preview of the picture: ${name}`,
  drawing: 'Drawing …',
  widthInPx: 'Width in px',
  size: (width: number, height: number) => `${width} × ${height} px`,
  twice: (width: number, height: number) => `${width} × ${height} px, twice the size on the screen`,
  tooManyPixels: 'That is more pixels than a browser can draw: take a smaller width.',
  pictureNote: 'In light colours, on white, with its fonts: it looks the same wherever it is opened.',
  pictureDescription: (setup: string, position: string) => `${setup}; ${position}`,

  panels: {
    network: 'Network at this step',
    chart: 'Gradient chart',
    comparison: 'Gradients compared',
    pairs: 'Who hears whom',
    ledger: 'Terms of the gradients',
    chain: 'Chain rule so far',
    weights: 'Weights and gradients',
    operations: 'All operations',
  } satisfies Record<PanelName, string>,
  numberFormats: { csv: 'CSV', json: 'JSON' },
  scope: 'How far',
  scopes: { done: 'Up to this step', all: 'All operations' },
  predicting: 'Up to this step: while you predict, nothing is told of what is still to come.',
  nothingDone: 'No operation is done yet: step forward, or take all of them.',
  noNumbers: 'Nothing of this is known yet at this step.',
  numbersNote: 'Full doubles, and only what is known at this step.',
  operationsNote: 'Every operation with what it reads, and the full doubles that it writes.',
  beginning: 'Beginning of the file',
  more: '…',

  equationParts: { symbols: 'Symbols', numbers: 'With numbers', both: 'Both' },
  noEquation: 'No operation is done yet: step forward, and its equation can be taken from here.',
  equationNote: 'LaTeX of the operation at this step.',
  equationSet: 'The equation as it is set',
  needsAmsmath: 'needs \\usepackage{amsmath}',
  latex: 'LaTeX',

  beginningOfLatex: 'Beginning of the LaTeX document',
  solutionNote: 'Set-up, then every operation: its equation in symbols, with numbers, and why.',
  operationCount: (count: number) => plural(count, 'operation', 'operations'),
  toPage: 'Open the page to print',

  setupNote:
    'A file with the network, its weights and this very step. It opens when it is dropped on the page, or from here.',
  open: 'Open a file …',
  fileContent: 'Content of the file',

  solution: {
    title: 'Backpropagation through time, worked out',
    extent: (done: number, all: number) =>
      done === all ? `All ${plural(all, 'operation', 'operations')}.` : `Operations 1 to ${done} of ${all}.`,
    setup: 'Set-up',
    rounded:
      'Numbers are rounded for reading, and matrices of more than 8 rows or columns are shortened by dots; nothing is computed with rounded numbers.',
    passes: { forward: 'Forward', backward: 'Backward', update: 'Update' },
    step: (t: number) => `Step t = ${t}`,
    gate: 'gate',
    given: {
      inputs: 'Inputs',
      targets: 'Targets',
      states: 'States before the first step',
      weights: 'Weights',
      constants: 'Threshold, learning rate and other constants',
    },
    madeBy: 'Made by Unrolled. Compiles with pdflatex, lualatex, xelatex or tectonic.',
    region: 'Worked solution',
    print: 'Print',
    back: 'Back',
    progress: (done: number, of: number) => `${done} of ${of} operations set`,
  },

  setup: {
    cell: 'Network',
    cells: { rnn: 'simple recurrent network (RNN)', lstm: 'LSTM', gru: 'GRU' },
    size: 'Size',
    sizes: (T: number, X: number, H: number, Y: number) =>
      `${plural(T, 'time step', 'time steps')}, ${plural(X, 'input', 'inputs')}, ${plural(H, 'hidden unit', 'hidden units')}, ${plural(Y, 'output', 'outputs')}`,
    g1: 'State activation g₁',
    g2: 'Output activation g₂',
    biases: 'Biases',
    yes: 'yes',
    no: 'none',
    none: 'none',
    error: 'Error',
    losses: { squared: 'squared error', half: 'half the squared error' },
    crossEntropy: 'cross-entropy',
    errorAtOne: (measure: string, step: string) => `${measure} at step ${step}`,
    everyStep: 'every step',
    atSteps: (steps: string) => `steps ${steps}`,
    errorAtMany: (measure: string, where: string, isMean: boolean) =>
      `${isMean ? 'mean' : 'sum'} of the ${measure} at ${where}`,
    clipping: 'Clipping',
    clips: {
      step: (theta: string) => `at each step, threshold ${theta}`,
      norm: (theta: string) => `all gradients together by their norm, threshold ${theta}`,
      value: (theta: string) => `every entry by its value, threshold ${theta}`,
    },
    truncation: 'Truncation',
    truncations: {
      window: (k: number) => `windows of ${plural(k, 'step', 'steps')}`,
      horizon: (k: number) => `each error ${plural(k, 'state', 'states')} back`,
    },
    update: 'Update',
    optimizers: { sgd: 'SGD', momentum: 'SGD with momentum', adam: 'Adam' },
    updates: (optimizer: string, rate: string, made: number) =>
      `${optimizer}, learning rate ${rate}${made > 0 ? `, after ${plural(made, 'update', 'updates')}` : ''}`,
  },
} as const;
