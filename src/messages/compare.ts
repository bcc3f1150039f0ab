/** Loaded when set-ups are compared. */
export { compare } from './en/compare';
