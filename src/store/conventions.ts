/** Other courses' conventions. What is chosen here is remembered on this machine and part of the link. */
import type { Convention } from '../notation/convention';
import type { Setup } from '../tasks/setup';
import { remember } from './remembered';
import { changeSetup } from './setup-actions';
import { store } from './state';

/** Chooses how symbols are written. No number changes by it. */
export function setConvention(convention: Convention): void {
  remember('convention', convention);
  store.setState({ convention });
}

/** Chooses whether the squared error is halved: a part of the setup, since it halves E and every gradient. */
export function setLoss(loss: Setup['loss']): void {
  remember('loss', loss);
  changeSetup({ loss });
}
