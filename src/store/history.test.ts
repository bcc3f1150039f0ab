import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { applyPreset, changeSetup, setPlayhead, step, undo, updateOnce } from './actions';
import { settleAddress } from './address';
import { connectHistory } from './history';
import { encodeLink } from './link';
import { openingState, type State, store } from './state';

/** A browser's address and history, as far as this module knows them. */
class Browser extends EventTarget {
  entries: string[];
  at = 0;
  isBusy = false;
  writes = 0;

  constructor(hash = '') {
    super();
    this.entries = [hash];
  }
  readonly location = Object.defineProperty({}, 'hash', { get: () => this.entries[this.at] }) as Location;
  get history() {
    const set = (to: number, hash: string) => {
      if (this.isBusy) throw new DOMException('Too many calls', 'SecurityError');
      this.writes++;
      this.entries = [...this.entries.slice(0, to), hash];
      this.at = to;
    };
    return {
      pushState: (_: unknown, __: string, hash: string) => set(this.at + 1, hash),
      replaceState: (_: unknown, __: string, hash: string) => set(this.at, hash),
    } as unknown as History;
  }
  go(by: number) {
    this.at += by;
    this.dispatchEvent(new Event('popstate'));
    this.dispatchEvent(new Event('hashchange'));
  }
}

const now = (): State => store.getState();
let disconnect = () => {};
const connect = (hash?: string) => {
  const browser = new Browser(hash);
  disconnect = connectHistory(browser as unknown as Window);
  return browser;
};

beforeEach(() => {
  vi.useFakeTimers();
  store.setState(openingState, true);
});
afterEach(() => {
  disconnect();
  vi.runAllTimers();
  vi.useRealTimers();
});

test('an address without a link stays as it is until something happens', () => {
  const browser = connect();
  expect(browser.entries).toEqual(['']);
  expect(now()).toMatchObject({ notice: null, playhead: 0 });
  step(1);
  expect(browser.entries).toEqual([encodeLink(now())]);
});

test('a copied link opens the exact moment, with nothing to undo', () => {
  applyPreset('clipped');
  updateOnce();
  setPlayhead(57);
  const [link, trained] = [encodeLink(now()), now().trained];
  store.setState(openingState, true);
  connect(link);
  expect(now()).toMatchObject({ playhead: 57, updates: 1, canUndo: false, notice: null });
  expect(Array.from(now().trained?.Ws ?? [])).toEqual(Array.from(trained?.Ws ?? []));
});

test('a damaged link opens the article’s network and says why', () => {
  connect('#v1.zzz');
  expect(now()).toMatchObject({ setup: openingState.setup, playhead: 0 });
  expect(now().notice).toContain('damaged');
});

test('scrubbing rewrites one entry, no more often than browsers allow, and the last place is the one that stays', () => {
  const browser = connect();
  for (let time = 0; time < 30_000; time += 16) {
    setPlayhead(((time / 16) % 30) + 1);
    vi.advanceTimersByTime(16);
  }
  expect(browser.writes).toBeLessThan(100);
  vi.advanceTimersByTime(1000);
  expect(browser.entries).toEqual([encodeLink(now())]);
});

test('single steps are in the address at once, so that a reload at any time comes back to the last', () => {
  const browser = connect();
  for (const playhead of [1, 2, 3, 4, 5]) {
    setPlayhead(playhead);
    expect(browser.entries).toEqual([encodeLink(now())]);
  }
});

test('a change of the setup is a new entry, and the one before holds where it was left', () => {
  const browser = connect();
  setPlayhead(3);
  setPlayhead(9);
  const left = encodeLink(now());
  applyPreset('vanishing');
  expect(browser.entries).toEqual([left, encodeLink(now())]);
});

test('dragging a slider is one entry', () => {
  const browser = connect();
  for (let T = 4; T < 40; T++) {
    changeSetup({ T }, 'T 1');
    vi.advanceTimersByTime(40);
  }
  vi.advanceTimersByTime(1000);
  expect(browser.entries).toEqual(['', encodeLink(now())]);
});

test('back and forward restore the moments, and undo still leads back', () => {
  const browser = connect();
  setPlayhead(5);
  changeSetup({ T: 6 });
  setPlayhead(11);
  vi.advanceTimersByTime(1000);
  browser.go(-1);
  expect(now()).toMatchObject({ playhead: 5, setup: { T: 3 } });
  expect(browser.entries).toHaveLength(2);
  browser.go(1);
  expect(now()).toMatchObject({ playhead: 11, setup: { T: 6 } });
  undo();
  expect(now().setup.T).toBe(3);
});

test('an address typed by hand is opened, a damaged one with a sentence', () => {
  const browser = connect();
  applyPreset('vanishing');
  const link = encodeLink(now());
  applyPreset('article');
  browser.entries = [...browser.entries, link];
  browser.go(1);
  expect(now().setup).toMatchObject({ T: 12 });
  browser.entries = [...browser.entries, '#v1.!'];
  browser.go(1);
  expect(now().setup).toEqual(openingState.setup);
  expect(now().notice).toContain('damaged');
});

test('moving among places of one network makes no new run', () => {
  const browser = connect();
  const { setup } = now();
  setPlayhead(4);
  vi.advanceTimersByTime(1000);
  browser.entries = [...browser.entries, encodeLink({ ...now(), playhead: 8 })];
  browser.go(1);
  expect(now().playhead).toBe(8);
  expect(now().setup).toBe(setup);
  expect(now().canUndo).toBe(false);
});

test('leaving the page writes what was still to be written', () => {
  const browser = connect();
  setPlayhead(3);
  setPlayhead(4);
  browser.dispatchEvent(new Event('pagehide'));
  expect(browser.entries).toEqual([encodeLink(now())]);
});

test('the address can be brought up to the moment, to be shared', () => {
  const browser = connect();
  setPlayhead(3);
  setPlayhead(4);
  settleAddress();
  expect(browser.entries).toEqual([encodeLink(now())]);
  disconnect();
  setPlayhead(5);
  settleAddress();
  expect(browser.entries).not.toEqual([encodeLink(now())]);
});

test('a browser that has had too many changes breaks nothing', () => {
  const browser = connect();
  browser.isBusy = true;
  step(1);
  applyPreset('exploding');
  browser.isBusy = false;
  step(1);
  expect(browser.entries.at(-1)).toBe(encodeLink(now()));
});
