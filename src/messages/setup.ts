/** Loaded with the panel in which a network is set up. */
export { setup } from './en/setup';
