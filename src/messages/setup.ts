/** Loaded with the panel in which a network is set up. */
export { conventions } from './en/conventions';
export { setup } from './en/setup';
