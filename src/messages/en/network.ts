/** Sentences of the area "network". */
export const network = {} as const;
