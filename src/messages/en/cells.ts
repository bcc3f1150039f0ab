/** Sentences of the drawing of a cell's inside, and of what is cut. */
export const cells = {
  /** Name of the region, and its title. */
  region: 'Inside the cell',
  inside: (cell: 'LSTM' | 'GRU', step: string) => `Inside the ${cell}, step ${step}`,
  names: { lstm: 'LSTM', gru: 'GRU' },
  open: 'Open cell',
  step: 'Step shown',
  follow: (step: number) => `in focus (${step})`,
  chosen: (step: number) => `t = ${step}`,
  onward: (step: number) => `t = ${step}`,
  /** Under the title: how to read the drawing. */
  lstm: () => 'C runs along the top: f keeps, i lets g in, q (in many books o) lets out.',
  gru: (state: string) => `${state} runs along the top: z mixes the old state and the new candidate n.`,
  notClipped: (state: string) => `C is not clipped: only ${state} is.`,
  windowEnds: 'window ends',
  windowEndsAt: (from: string, to: string) => `window ends: no gradient passes from ${from} back to ${to}`,
  horizonEnds: 'horizon ends',
  horizonEndsAt: (from: string, to: string) => `horizon ends: no gradient passes from ${from} back to ${to}`,
} as const;
