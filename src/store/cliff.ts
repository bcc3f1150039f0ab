/** The cliff as it is looked at: it changes no number of the network, and a link brings it back. */
import { type Cliff, store } from './state';

/** Opens the cliff of a network; what was chosen for another one does not fit it. */
export function openCliff(network: Cliff['network'] = 'paper'): void {
  store.setState({ cliff: { network, update: 0 } });
}

export function closeCliff(): void {
  store.setState({ cliff: null });
}

/** Changes what is looked at, if anything is. */
export function lookAtCliff(patch: Partial<Omit<Cliff, 'network'>>): void {
  store.setState(({ cliff }) => (cliff ? { cliff: { ...cliff, ...patch } } : {}));
}
