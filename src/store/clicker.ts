/** What a presenter's clicker does, and the list of moments being open; the talk itself is in `talk.ts`. */
import { type State, store } from './state';

/** Whether a clicker goes from moment to moment. */
export const walksMoments = ({ presenting, talk, clicker }: State): boolean =>
  presenting && talk.length > 0 && clicker === 'moments';

export function setClicker(clicker: State['clicker']): void {
  store.setState({ clicker });
}

export function openTalkList(isTalkOpen: boolean): void {
  store.setState({ isTalkOpen });
}
