/** Sentences of the area "chart". */
export const chart = {} as const;
