/** Heights in px: the numbers of the states, below them the norm of the gradient, and the whole strip. */
export const statesHeight = 26;
export const gap = 2;
export const normsHeight = 9;
export const height = statesHeight + gap + normsHeight;
