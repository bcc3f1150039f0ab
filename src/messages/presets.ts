/** Loaded with the panel in which a network is set up. */
export { presets } from './en/presets';
