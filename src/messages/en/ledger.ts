/** Sentences of the area "ledger". */
export const ledger = {} as const;
