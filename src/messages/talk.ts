/** Loaded with the moments that are marked. */
export { talk } from './en/talk';
