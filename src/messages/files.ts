/** Loaded with what reads files. */
export { files } from './en/files';
