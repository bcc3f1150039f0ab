/** Heights of the timeline in px: the rows' centres, a row, the whole. */
export const centres = { forward: 22, backward: 43, update: 67 } as const;
export const rowHeight = 15;
export const height = 84;
