/** Sentences of the area "tasks". */
export const tasks = {} as const;
