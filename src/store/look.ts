/** What is shown, and how: nothing here changes a number. */
import type { CellId } from '../engine';
import { errorSteps } from '../tasks/setup';
import { remember } from './remembered';
import { type State, store } from './state';

/** Points at a cell, in a formula or in the network; null points at nothing. */
export function point(pointed: CellId | null): void {
  if (store.getState().pointed !== pointed) store.setState({ pointed });
}

/** Lights a gradient's way through the network; an empty set, none. */
export function lightPath(path: State['path']): void {
  if (path.size > 0 || store.getState().path.size > 0) store.setState({ path });
}

/** Shows who hears whom: with respect to which state, or as terms of Ws; or closes it. */
export function setHeard(heard: State['heard']): void {
  store.setState({ heard });
}

/** Opens a cell with gates at a step, 0 for the one in focus, or closes it. */
export function setInside(inside: State['inside']): void {
  store.setState({ inside });
}

/** The weight whose terms the ledger shows. */
export function setLedger(ledger: State['ledger']): void {
  store.setState({ ledger });
}

export function setChartScale(chartScale: State['chartScale']): void {
  store.setState({ chartScale });
}

/** Whose error's gradient the chart shows: E_N of a step N that has an error, or the sum. */
export function setChartOf(chartOf: State['chartOf']): void {
  if (chartOf !== 'sum' && !errorSteps(store.getState().setup).includes(chartOf)) return;
  store.setState({ chartOf });
}

/** Draws the network rolled up, or unrolled. */
export function fold(folded: boolean): void {
  store.setState({ folded });
}

export function present(presenting: boolean): void {
  store.setState({ presenting });
}

/** Chooses a theme; it is remembered on this machine. */
export function setTheme(theme: State['theme']): void {
  remember('theme', theme);
  store.setState({ theme });
}

export function togglePanel(side: keyof State['panels']): void {
  store.setState(({ panels }) => ({ panels: { ...panels, [side]: !panels[side] } }));
}

/** Says one sentence to the person, until it is dismissed or another is said. */
export function say(notice: string): void {
  store.setState({ notice });
}

export function dismissNotice(): void {
  store.setState({ notice: null });
}
