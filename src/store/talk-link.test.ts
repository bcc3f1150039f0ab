/** A talk as a link and as a file. */
import { compressToEncodedURIComponent as compress } from 'lz-string';
import { beforeEach, expect, test } from 'vitest';
import { applyPreset, changeSetup, setPlayhead, togglePanel, updateOnce } from './actions';
import { decodeFile, encodeTalkFile } from './file';
import { decodeLink, encodeLink, encodeTalk, isSameTalk, LONGEST_HASH, type Opened } from './link';
import { type Marked, openingState, store } from './state';
import { mark } from './talk';

beforeEach(() => store.setState(openingState, true));

const now = () => store.getState();
const opened = (hash: string): Opened => {
  const found = decodeLink(hash);
  if (!found || 'error' in found) throw new Error(`It was not opened: ${found?.error}`);
  return found;
};
const error = (hash: string): string => {
  const found = decodeLink(hash);
  if (!found || !('error' in found)) throw new Error(`${hash.slice(0, 40)} was opened`);
  return found.error;
};
const linkOf = (own: unknown, moments: unknown) =>
  `#v1.${compress(JSON.stringify(own))}.${compress(JSON.stringify(moments))}`;

function markSome(): readonly Marked[] {
  setPlayhead(24);
  mark('What reaches S₂');
  applyPreset('vanishing');
  togglePanel('right');
  mark('“Vanishing” [ at last ] …');
  changeSetup({ cell: 'lstm', H: 3, optimizer: 'adam' });
  updateOnce();
  mark('LSTM 😀');
  return now().talk;
}

test('an address brings back the talk, where one stands in it, and what is shown', () => {
  const talk = markSome();
  store.setState({ shown: talk[1].id, clicker: 'operations' });
  setPlayhead(3);
  const back = opened(encodeLink(now()));
  expect(back).toMatchObject({ shown: 1, clicker: 'operations', setup: { cell: 'lstm' } });
  expect(isSameTalk(back.talk as readonly Marked[], talk)).toBe(true);
  expect((back.talk as readonly Marked[]).map(({ title, panels }) => [title, panels.right])).toEqual([
    ['What reaches S₂', true],
    ['“Vanishing” [ at last ] …', false],
    ['LSTM 😀', false],
  ]);
});

test('shared, it begins with its first moment', () => {
  const talk = markSome();
  const back = opened(encodeTalk(talk) ?? '');
  const [first] = back.talk as readonly Marked[];
  expect(back).toMatchObject({ shown: 0, setup: first.setup, position: { pass: 'backward', t: 2 } });
});

test('a file brings back the same talk as a link, to the last digit', () => {
  const talk = markSome();
  const content = encodeTalkFile(talk);
  expect(JSON.parse(content)).toMatchObject({ format: 'unrolled-talk', version: 1 });
  expect(decodeFile('talk.json', content)).toEqual(opened(encodeTalk(talk) ?? '').talk);
});

test('while the playhead moves, only what is shown is written anew', () => {
  markSome();
  const [, before, moments] = encodeLink(now()).split('.');
  setPlayhead(9);
  const [, own, same] = encodeLink(now()).split('.');
  expect(own).not.toBe(before);
  expect(same).toBe(moments);
});

test('a talk that is too long for a link says so and leaves its mark in the address', () => {
  changeSetup({ cell: 'lstm', T: 60, H: 16, X: 4, Y: 4, bias: true, optimizer: 'adam' });
  updateOnce();
  for (let k = 0; k < 12; k++) mark(`moment ${k}`);
  const { talk } = now();
  expect(encodeTalk(talk)).toBeNull();
  const hash = encodeLink(now());
  expect(hash.length).toBeLessThan(LONGEST_HASH);
  expect(opened(hash)).toMatchObject({ talk: 'apart', shown: 11, setup: { cell: 'lstm' } });
  const found = decodeFile('talk.json', encodeTalkFile(talk));
  expect(found).toHaveLength(12);
});

const one = { title: 'one' };

test.each<[string, string]>([
  ['cut off', linkOf({}, [one]).slice(0, -3)],
  ['with three parts', `${linkOf({}, [one])}.${compress('[]')}`],
  ['with names that every object has', `#v1.${compress('{}')}.${compress('[{"title":"x","__proto__":{}}]')}`],
  ['that is a bomb', `#v1.${compress('{}')}.${compress(`[${' '.repeat(800_000)}]`)}`],
  ['of nonsense', `#v1.${compress('{}')}.%00<script>`],
])('a talk %s is damaged', (_, hash) => {
  expect(error(hash)).toContain('damaged');
});

test.each<[unknown, unknown, string]>([
  [{}, {}, 'moments'],
  [{}, [], 'moments = 0'],
  [{}, new Array(65).fill(one), 'moments = 65'],
  [{}, [one, null], 'moments.1'],
  [{}, [{}], 'moments.0.title'],
  [{}, [{ title: ' ' }], 'moments.0.title'],
  [{}, [{ title: 'x'.repeat(81) }], 'moments.0.title'],
  [{}, [{ title: 'a\u0000b' }], 'moments.0.title'],
  [{}, [{ title: 7 }], 'moments.0.title = 7'],
  [{}, [one, { ...one, setup: { T: 1e9 } }], 'moments.1.setup.T = 1000000000'],
  [{}, [{ ...one, trained: { Ws: [1] } }], 'moments.0.trained'],
  [{}, [{ ...one, panels: { left: true } }], 'moments.0.panels'],
  [{}, [{ ...one, shown: 1 }], 'moments.0.shown'],
  [{}, [{ ...one, moments: [one] }], 'moments.0.moments'],
  [{ shown: 1 }, [one], 'shown = 1'],
  [{ shown: -1 }, [one], 'shown = -1'],
  [{ clicker: 'all' }, [one], 'clicker = all'],
  [{ title: 'x' }, [one], 'title'],
])('a link that says %j of the moments %j is not allowed, and it is said why', (own, moments, what) => {
  const sentence = error(linkOf(own, moments));
  expect(sentence).toContain('not allowed');
  expect(sentence).toContain(what);
});

test('without moments nobody stands at one of them', () => {
  expect(error(`#v1.${compress('{"shown":0}')}`)).toContain('shown = 0');
});

test('a file of a talk that does not fit is refused by a sentence', () => {
  const refusal = (content: object) => {
    const found = decodeFile(
      'talk.json',
      JSON.stringify({ format: 'unrolled-talk', version: 1, ...content }),
    );
    if (!('error' in found)) throw new Error('It was not refused.');
    return found.error;
  };
  expect(refusal({})).toMatch(/not allowed \(moments\)/);
  expect(refusal({ moments: [] })).toMatch(/moments = 0/);
  expect(refusal({ moments: [one], moment: {} })).toMatch(/not allowed \(moment\)/);
  expect(refusal({ moments: [{ ...one, setup: { T: 0 } }] })).toMatch(/moments.0.setup.T = 0/);
  expect(refusal({ moments: [one], version: 2 })).toMatch(/newer version/);
  expect(refusal({ format: 'constructor', moments: [one] })).toMatch(/neither a set-up nor a talk/);
});
