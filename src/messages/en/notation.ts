/** Sentences of the area "notation". */
export const notation = {} as const;
