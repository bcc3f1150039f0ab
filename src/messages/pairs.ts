/** Loaded with who hears whom. */
export { pairs } from './en/pairs';
