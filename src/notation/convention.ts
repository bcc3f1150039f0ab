/** What δ_t stands for: all that reaches the state, ∂E/∂S_t, or ∂E/∂a_t before its activation. */
export type DeltaOf = 'S' | 'a';
/** Letters of state, output and error. */
export type Letters = 'SYE' | 'hyL';
/** Names of the weights and biases. */
export type WeightNames = 'Ws' | 'Whh' | 'UWV';

/**
 * How a course writes the same computation, a word for each choice. Every symbol asks here when it is written, so whoever
 * writes symbols by `label`, `parts`, `tex`, `spoken` or a marker follows the convention without knowing of it.
 */
export type Convention = `${DeltaOf} ${Letters} ${WeightNames}`;

/** The article's own, in force unless another is chosen. */
export const article: Convention = 'S SYE Ws';

/** What a convention looks like. */
export const conventionPattern = /^(S|a) (SYE|hyL) (Ws|Whh|UWV)$/;

let inForce = (): Convention => article;

/** Says where the convention in force is to be read. */
export const followConvention = (source: () => Convention): void => {
  inForce = source;
};

/** Where h is the state, what an LSTM's output gate lets through, tanh(C_t), is s. */
const letters: Readonly<Record<string, string>> = { S: 'h', Y: 'y', E: 'L', h: 's' };

/** Weights whose names are not their letter and its index. */
const weights: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Whh: { Wx: 'Wxh', Ws: 'Whh', Wy: 'Why', bx: 'bxh', bs: 'bh' },
  UWV: { Wx: 'U', Ws: 'W', Wy: 'V', bs: 'b', by: 'c' },
};

/** What a lane of the program is called in the convention in force: `S` or `h`, `Ws` or `Whh` or `W`. */
export const nameIn = (lane: string): string => {
  const [, used, named] = inForce().split(' ');
  return (used === 'hyL' ? letters[lane] : undefined) ?? weights[named]?.[lane] ?? lane;
};

/** Whether δ_t is the gradient of a_t. */
export const isDeltaOfArgument = (): boolean => inForce()[0] === 'a';

/** What the gradient of all weights together is by: where W is one of three, each is named. */
export const allWeights = (): string => (inForce().endsWith('V') ? '(U, W, V)' : 'W');
