/** The moments that a teacher marks, in their order: a talk. Each change of it can be undone; loaded with its list. */
import { change } from './change';
import { LONGEST_TITLE, linkedIn, MOST_MOMENTS } from './content';
import { openMoment } from './history';
import { present } from './look';
import { type Marked, type State, store } from './state';

export { LONGEST_TITLE, MOST_MOMENTS };

/** A title as it can be kept: on one line, and not too long; empty if nothing is left. */
export const asTitle = (typed: string): string =>
  [...typed.replace(/[\s\p{Cc}]+/gu, ' ').trim()].slice(0, LONGEST_TITLE).join('').trim();

/** Marks the present moment, as the last of the talk; not where there is no room or no title. */
export function mark(typed: string): void {
  const title = asTitle(typed);
  change((now) => {
    if (title === '' || now.talk.length >= MOST_MOMENTS) return null;
    const id = Math.max(0, ...now.talk.map((one) => one.id)) + 1;
    return { talk: [...now.talk, { ...linkedIn(now), id, title }], shown: id };
  });
}

/** Gives a moment another title; an empty one is none. */
export function rename(id: number, typed: string): void {
  const title = asTitle(typed);
  if (title !== '') alter(id, (one) => (one.title === title ? one : { ...one, title }));
}

/** Makes a moment what is shown now; its title stays. */
export function replace(id: number): void {
  alter(id, ({ title }, now) => ({ ...linkedIn(now), id, title }));
  store.setState({ shown: id });
}

/** Takes a moment away. */
export function remove(id: number): void {
  change(({ talk }) => ({ talk: talk.filter((one) => one.id !== id) }));
}

/** Gives a moment another place among the others, counted from 0. */
export function move(id: number, place: number): void {
  change(({ talk }) => {
    const from = talk.findIndex((one) => one.id === id);
    const to = Math.min(talk.length - 1, Math.max(0, place));
    if (from < 0 || from === to) return null;
    const others = talk.filter((one) => one.id !== id);
    return { talk: [...others.slice(0, to), talk[from], ...others.slice(to)] };
  });
}

/** Goes to a moment, whatever was done since. */
export function goTo(id: number): void {
  const marked = store.getState().talk.find((one) => one.id === id);
  if (marked) openMoment(marked);
}

/** Where in its talk a state is, from 0; −1 before the first moment was gone to. */
export const placeIn = ({ talk, shown }: Pick<State, 'talk' | 'shown'>): number =>
  talk.findIndex(({ id }) => id === shown);

/** The moment after (1) or before (−1) the one that was gone to last; undefined at either end. */
export function nextIn(state: Pick<State, 'talk' | 'shown'>, direction: 1 | -1): Marked | undefined {
  const place = placeIn(state);
  return place < 0 && direction < 0 ? undefined : state.talk[place + direction];
}

/** Goes one moment on or back; at the ends everything stays as it is. */
export function walk(direction: 1 | -1): void {
  const next = nextIn(store.getState(), direction);
  if (next) openMoment(next);
}

/** Presents the talk from its first moment. */
export function begin(): void {
  const [first] = store.getState().talk;
  if (first) openMoment(first);
  present(true);
}

function alter(id: number, to: (one: Marked, now: State) => Marked): void {
  change((now) => {
    const talk = now.talk.map((one) => (one.id === id ? to(one, now) : one));
    return talk.every((one, index) => one === now.talk[index]) ? null : { talk };
  });
}
