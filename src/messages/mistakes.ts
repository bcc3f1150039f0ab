/** Loaded where a typed result is compared. */
export { mistakes } from './en/mistakes';
