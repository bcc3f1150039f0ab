/** Loaded when gradients are checked or numbers break. */
export { check } from './en/check';
