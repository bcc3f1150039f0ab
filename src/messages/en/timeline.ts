/** Sentences of the area "timeline". */
export const timeline = {} as const;
