/** Sentences of the ledger: the terms of a weight's gradient and their sum. */
export const ledger = {
  region: 'Terms of the gradient',
  /** The symbol of the gradient follows. */
  title: 'Terms of',
  weight: 'Weight',
  /** A switch: derivatives that hold the earlier state fixed instead of terms. */
  immediate: 'Immediate',
  immediateTitle:
    'Only how a state answers at once to the weight of its own step, the earlier state held fixed',
  /** In front of ∂⁺S_j/∂W. */
  immediateOf: 'At once',
  heldFixed: '{S_j−1} is held fixed: the distance to the error does not count',
  independent: 'No {S_j} depends on it: nothing is added up over time',
  immediateTerm: (step: string, value: string) => `immediate derivative of step ${step}, ${value}`,
  /** Over the number that the strongest colour stands for. */
  fullColour: 'full colour',
  /** Shares of the halves, and what they are shares of. */
  shares: (near: string, far: string) => `of Σ‖terms‖: near ${near}, far ${far}`,
  sharesInTime: (late: string, early: string) => `of Σ‖terms‖: late ${late}, early ${early}`,
  /** Why it is 0: S_0 is. */
  asZeroState: ' as {S0} is 0',
  nearOutweigh: (ratio: string) => `near terms outweigh far ones × ${ratio}`,
  farOutweigh: (ratio: string) => `far terms outweigh near ones × ${ratio}`,
  lateOutweigh: (ratio: string) => `late terms outweigh early ones × ${ratio}`,
  earlyOutweigh: (ratio: string) => `early terms outweigh late ones × ${ratio}`,
  balanced: 'near and far terms weigh the same',
  balancedInTime: 'late and early terms weigh the same',
  onlyNear: 'the far terms are 0',
  onlyNearOfState: 'the far terms are 0: {S0} is 0, so step 1 adds nothing',
  onlyFar: 'the near terms are 0',
  balanceTitle: (sentence: string, near: string, far: string) =>
    `${sentence}. The norms of the terms of ${near} and of ${far} added up, as shares of the norms of all terms; in the sum itself, terms of opposite sign cancel.`,
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
