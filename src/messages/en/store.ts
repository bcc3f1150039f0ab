/** Sentences of the area "store". */
export const store = {} as const;
