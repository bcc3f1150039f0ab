/** Sentences of the ledger: the terms of a weight's gradient and their sum. */
export const ledger = {
  region: 'Terms of the gradient',
  /** The symbol of the gradient follows, without its weight: that is chosen below. */
  title: 'Terms of',
  weight: 'Weight',
  nearOutweigh: (ratio: string) => `near terms outweigh far ones × ${ratio}`,
  farOutweigh: (ratio: string) => `far terms outweigh near ones × ${ratio}`,
  lateOutweigh: (ratio: string) => `late terms outweigh early ones × ${ratio}`,
  earlyOutweigh: (ratio: string) => `early terms outweigh late ones × ${ratio}`,
  balanced: 'near and far terms weigh the same',
  balancedInTime: 'late and early terms weigh the same',
  onlyNear: 'the far terms are 0',
  onlyFar: 'the near terms are 0',
  already: 'already',
  balanceTitle: (near: string, far: string) =>
    `Norms of the terms of ${near} added up, divided by those of ${far}`,
  steps: (from: string, to: string) => (from === to ? `step ${from}` : `steps ${from} to ${to}`),
  term: (step: string, value: string) => `term of step ${step}, ${value}`,
  sum: (done: number, of: number, value: string) => `sum of ${done} of ${of} terms, ${value}`,
  norm: (norm: string) => `norm ${norm}`,
  progress: (done: number, of: number) => `${done} of ${of} ${of === 1 ? 'term' : 'terms'}`,
  size: (rows: number, cols: number) => `${rows} × ${cols}`,
  copy: 'Copy',
  copied: 'Copied',
  notCopied: 'The browser did not let it be copied',
  close: 'Close',
  hint: 'Click for every digit',
} as const;
