/** Loaded when it is asked for. */
export { help } from './en/help';
