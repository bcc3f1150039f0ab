/** Loaded with what takes things away. */
export { exported } from './en/export';
