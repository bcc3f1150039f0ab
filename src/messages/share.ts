/** Loaded with what copies the link. */
export { share } from './en/share';
