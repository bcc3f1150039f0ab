import { beforeEach, expect, test } from 'vitest';
import { presets } from '../tasks/presets';
import { changeSetup, updateOnce } from './actions';
import { endGesture } from './change';
import { decodeFile, encodeFile } from './file';
import { decodeLink, encodeLink } from './link';
import { openingState, store } from './state';

beforeEach(() => {
  endGesture();
  store.setState(openingState, true);
});

const name = 'mine.json';
const refusal = (content: string, as = name): string => {
  const decoded = decodeFile(as, content);
  if (!('error' in decoded)) throw new Error('It was not refused.');
  return decoded.error;
};
const file = (content: object) =>
  JSON.stringify({ format: 'unrolled-setup', version: 1, moment: {}, ...content });

/** That a file brings back all that a link does of the moment. */
const expectBothTheSame = () => {
  const state = store.getState();
  expect(decodeLink(encodeLink(state))).toMatchObject(decodeFile(name, encodeFile(state)));
};

test('a file brings back what a link does, to the last digit', () => {
  for (const { setup } of presets) {
    store.setState({ setup, playhead: 7 });
    expectBothTheSame();
  }
  changeSetup({ cell: 'lstm', H: 3, T: 4, optimizer: 'adam', edits: { 'x2.0': 1 / 3 } });
  updateOnce();
  expectBothTheSame();
});

test('it says what it is and which version, and is laid out to be read', () => {
  changeSetup({ T: 5, edits: { 'x2.0': 0.25 } });
  const content = encodeFile(store.getState());
  expect(JSON.parse(content)).toMatchObject({
    format: 'unrolled-setup',
    version: 1,
    moment: { setup: { T: 5 } },
  });
  expect(content.split('\n').length).toBeGreaterThan(8);
});

test('lists of numbers stay on one line', () => {
  changeSetup({ H: 2 });
  updateOnce();
  expect(encodeFile(store.getState())).toMatch(/"Ws": \[[-.\d]+, [-.\d]+, [-.\d]+, [-.\d]+\]/);
});

test('a byte order mark is no damage', () => {
  expect(decodeFile(name, `\ufeff${encodeFile(store.getState())}`)).not.toHaveProperty('error');
});

test('what does not fit is refused, each by its own sentence', () => {
  expect(refusal('')).toMatch(/is empty/);
  expect(refusal('{"format": "unrolled-se')).toMatch(/is damaged/);
  expect(refusal('\u0089PNG', 'photo.png')).toMatch(/“photo.png” is neither a set-up nor a talk/);
  expect(refusal('[1, 2, 3]')).toMatch(/is JSON, but neither a set-up nor a talk/);
  expect(refusal('{"T": 3}')).toMatch(/is JSON, but neither a set-up nor a talk/);
  expect(refusal(file({ version: 2 }))).toMatch(/newer version/);
  expect(refusal(file({ version: 0.5 }))).toMatch(/version = 0.5/);
  expect(refusal(file({ moment: { setup: { T: 1001 } } }))).toMatch(/setup.T = 1001/);
  expect(
    refusal(file({ moment: { setup: { truncation: { kind: 'horizon', k: 2 }, clip: 'step' } } })),
  ).toMatch(/clip = step/);
  expect(refusal(file({ moment: [] }))).toMatch(/not allowed/);
  expect(refusal(file({ script: 'alert(1)' }))).toMatch(/not allowed \(script\)/);
});

test('hostile content is refused and changes nothing', () => {
  expect(refusal('{"format":"unrolled-setup","version":1,"moment":{"__proto__":{"polluted":true}}}')).toMatch(
    /is damaged/,
  );
  expect(refusal('{"format":"unrolled-setup","version":1,"moment":{"setup":{"constructor":{}}}}')).toMatch(
    /is damaged/,
  );
  expect(refusal('['.repeat(200_000))).toMatch(/is damaged/);
  expect(refusal(file({ moment: { trained: { Ws: new Array(20_000).fill(0) } } }))).toMatch(/not allowed/);
  expect(refusal(file({ moment: { setup: { T: 1e308 } } }))).toMatch(/not allowed/);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});
