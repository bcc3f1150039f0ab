/**
 * What is said of single operations. It stands beside `messages`, not in it, because it is a third of all sentences and
 * is loaded with the equations, after the page stands.
 */
export { gates } from './en/gates';
export { operations, spelling } from './en/operations';
export { training } from './en/training';
