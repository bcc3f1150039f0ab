/** The browser's address and history: reload, back, forward and a copied link bring back the exact moment. */
import { messages } from '../messages';
import { hasLink, onSettleAddress, settleAddress } from './address';
import { change, resume } from './change';
import { looksIn } from './content';
import { settle } from './frame';
import { decodeLink, encodeLink, isSameTalk, type Opened } from './link';
import { isSameSetup } from './same';
import { freshState, type Linked, looks, type Marked, type State, store } from './state';

/**
 * Browsers refuse an address that changes too often: Safari 100 times in 30 s. So many changes may come at once, so that
 * a step is in the address before anyone can reload; each wins back its right to be written in so many ms.
 */
const BURST = 20;
const INTERVAL = 400;

type Browser = Pick<Window, 'history' | 'location' | 'addEventListener' | 'removeEventListener'>;

/**
 * Opens the address's link and keeps the address in step with the state from then on. A change that undo knows is a new
 * entry of the history; moving the playhead or going on with a gesture rewrites the present one. What was changed before
 * is written at once.
 *
 * @returns a function that disconnects
 */
export function connectHistory(browser: Browser): () => void {
  const { history, location } = browser;
  let written = location.hash;
  let credit = BURST;
  let lastTime = Date.now();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isOpening = false;

  const write = (state: State, how: 'pushState' | 'replaceState') => {
    clearTimeout(timer);
    timer = undefined;
    const hash = encodeLink(state);
    if (hash === written) return;
    try {
      history[how](null, '', hash);
      written = hash;
      credit = credited() - 1;
      lastTime = Date.now();
    } catch {
      // The browser has had too many changes; the next one tells it the address of then.
    }
  };
  const credited = () => Math.min(BURST, credit + (Date.now() - lastTime) / INTERVAL);
  const writeSoon = () => {
    const wait = (1 - credited()) * INTERVAL;
    if (wait <= 0) write(store.getState(), 'replaceState');
    else timer ??= setTimeout(() => write(store.getState(), 'replaceState'), wait);
  };

  const open = (isStart: boolean) => {
    clearTimeout(timer);
    timer = undefined;
    settle();
    isOpening = true;
    openAddress(decodeLink(location.hash), isStart);
    isOpening = false;
    written = location.hash;
  };

  const follow = (state: State, before: State) => {
    // Weights that change sixty times a second are written once they have come to rest.
    if (isOpening || state.training?.isRunning || !isLinkChanged(state, before)) return;
    if (state.past === before.past) {
      writeSoon();
      return;
    }
    // The entry that is left must hold the moment in which it was left.
    if (timer !== undefined) write(before, 'replaceState');
    write(state, 'pushState');
  };
  const disconnect = store.subscribe(follow);
  const onNavigate = () => {
    if (location.hash !== written) open(false);
  };
  onSettleAddress(() => {
    settle();
    if (timer !== undefined) write(store.getState(), 'replaceState');
  });
  browser.addEventListener('popstate', onNavigate);
  browser.addEventListener('hashchange', onNavigate);
  browser.addEventListener('pagehide', settleAddress);
  if (hasLink(location)) open(true);
  else follow(store.getState(), store.getInitialState());
  return () => {
    clearTimeout(timer);
    onSettleAddress(() => {});
    disconnect();
    browser.removeEventListener('popstate', onNavigate);
    browser.removeEventListener('hashchange', onNavigate);
    browser.removeEventListener('pagehide', settleAddress);
  };
}

const isLinkChanged = (state: State, before: State): boolean =>
  state.training?.isRunning !== before.training?.isRunning ||
  (
    [
      'setup',
      'trained',
      'comparison',
      'playhead',
      'chartOf',
      'excerpt',
      'talk',
      'shown',
      'clicker',
      ...looks,
    ] as const
  ).some((field) => state[field] !== before[field]);

type Talk = Pick<State, 'talk' | 'shown' | 'clicker'>;

const noTalk: Talk = { talk: [], shown: null, clicker: 'moments' };

const talkIn = ({ talk, shown, clicker }: State): Talk => ({ talk, shown, clicker });

/** Takes over what a file says, as one change that can be undone. */
export const openLinked = (linked: Linked): void => take(linked, talkIn(store.getState()));

/** Goes to a moment of the talk; what was changed since comes back by undo. */
export const openMoment = (marked: Marked): void =>
  take(marked, { ...talkIn(store.getState()), shown: marked.id });

/** Takes over a talk, which begins with its first moment, as one change that can be undone. */
export const openTalk = (talk: readonly Marked[]): void =>
  take(talk[0], { ...noTalk, talk, shown: talk[0].id });

/** Takes over what a link says; without one, or with one that can't be read, the article's network at its start. */
function openAddress(opened: Opened | { readonly error: string } | null, isStart: boolean): void {
  if (opened === null || 'error' in opened) {
    take(null, noTalk, opened?.error ?? null, isStart);
    return;
  }
  const now = store.getState();
  // One that was too long for an address is still here, unless the page has just been opened.
  const talk = opened.talk === 'apart' ? now.talk : kept(opened.talk);
  const shown = opened.shown === null ? null : (talk[opened.shown]?.id ?? null);
  const { left } = opened;
  const isTalkGone = opened.talk === 'apart' && talk.length === 0;
  const notice = left ? messages.store.left[left] : isTalkGone ? messages.store.talkApart : null;
  take(opened, { talk, shown, clicker: opened.clicker }, notice, isStart);
}

/** A talk, or the one that is here if it says the same. */
function kept(talk: State['talk']): State['talk'] {
  const here = store.getState().talk;
  return isSameTalk(talk, here) ? here : talk;
}

/** Takes over a moment, or else the article's network at its start, and with it a talk. */
function take(linked: Linked | null, ofIt: Talk, notice: string | null = null, isStart = false): void {
  const moment = linked ?? freshState();
  const { setup, trained, comparison, updates, errorBefore, chartOf } = moment;
  const playhead = linked ? resume(setup, linked.position) : 0;
  const now = store.getState();
  const talk = kept(ofIt.talk);
  const { shown, clicker } = ofIt;
  const rest = { updates, errorBefore, chartOf, playhead, notice, shown };
  const lasting = { setup, trained, comparison, talk };
  if (now.talk === talk && isSameNetworks(now, lasting)) {
    // The runs and the way back stay.
    store.setState(rest);
  } else if (isStart) {
    store.setState({ ...rest, ...lasting, check: null });
  } else {
    change(() => ({ ...rest, ...lasting }));
  }
  const sight = linked?.sight;
  const excerpt = sight ? { from: sight.from, count: sight.count, at: sight.stays ? playhead : -1 } : null;
  store.setState({ ...looksIn(moment), excerpt, clicker, playing: false });
}

type Networks = Pick<State, 'setup' | 'trained' | 'comparison'>;

/** Whether two moments are of the same networks: the chosen one, and those that it is compared with. */
function isSameNetworks(one: Networks, other: Networks): boolean {
  const [mine, theirs] = [one, other].map((each) => [each, ...(each.comparison?.others ?? [])]);
  return (
    one.comparison?.place === other.comparison?.place &&
    mine.length === theirs.length &&
    mine.every(
      ({ setup, trained }, i) =>
        isSameSetup(setup, theirs[i].setup) && isSameWeights(trained, theirs[i].trained),
    )
  );
}

function isSameWeights(one: State['trained'], other: State['trained']): boolean {
  if (!one || !other) return one === other;
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => Array.from(one[name]).every((value, i) => Object.is(value, other[name]?.[i])))
  );
}
