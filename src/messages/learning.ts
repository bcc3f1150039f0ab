/** Loaded with the panel in which a network is set up, and with a training. */
export { learning } from './en/learning';
