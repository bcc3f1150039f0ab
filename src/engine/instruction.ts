/**
 * Instructions: an operation with the places of its cells in the arena. They are objects, all of one shape, because
 * reading a field costs less than reading, with its bounds check, a word of code.
 */

/** Runs one instruction on the arena `m`. */
export type Kernel = (m: Float64Array, instruction: Instruction) => void;

/** Places of the result and of up to five inputs, each with its number of entries; −1 where there is no such input. */
export interface Instruction {
  readonly kernel: Kernel;
  readonly out: number;
  readonly n: number;
  readonly a: number;
  readonly aSize: number;
  readonly b: number;
  readonly bSize: number;
  readonly c: number;
  readonly cSize: number;
  readonly d: number;
  readonly dSize: number;
  readonly e: number;
  /** How often it is done, the places of the result and of a and b each time so many further on. */
  readonly count: number;
  readonly outStep: number;
  readonly aStep: number;
  readonly bStep: number;
}

/** An instruction with nothing in the places that are not given. All are made here: of one shape they are read faster. */
export function instructionOf({
  kernel,
  out,
  n,
  a = -1,
  aSize = 0,
  b = -1,
  bSize = 0,
  c = -1,
  cSize = 0,
  d = -1,
  dSize = 0,
  e = -1,
  count = 1,
  outStep = 0,
  aStep = 0,
  bStep = 0,
}: Partial<Instruction> & Pick<Instruction, 'kernel' | 'out' | 'n'>): Instruction {
  return { kernel, out, n, a, aSize, b, bSize, c, cSize, d, dSize, e, count, outStep, aStep, bStep };
}
