/** How each rule but the products runs. Inputs are a, b, c, … in the order of the rule's. */
export * from './activations';
export * from './entries';
export * from './errors';
export * from './updates';
