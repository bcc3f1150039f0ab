/** Sentences of the area "setup". */
export const setup = {} as const;
