/** Loaded with what reads pasted text. */
export { paste } from './en/paste';
