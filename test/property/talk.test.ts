import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { setPlayhead, updateOnce } from '../../src/store';
import { resume } from '../../src/store/change';
import { decodeFile, encodeTalkFile } from '../../src/store/file';
import { decodeLink, encodeLink, encodeTalk, type Opened } from '../../src/store/link';
import { run } from '../../src/store/run';
import { type Marked, openingState, store } from '../../src/store/state';
import { asTitle, goTo, mark } from '../../src/store/talk';
import { presets } from '../../src/tasks/presets';
import { smallSetups } from './any-setup.ts';
import { holds } from './seeded.ts';

beforeEach(() => store.setState(openingState, true));

/** A talk that was given away. It must open for ever, each moment of it. Never change it. */
const golden =
  '#v1.N4IgzgpgLgrgDiAXKAKkgjABgDQgBJIAsuAxgDYCWCi4UECukEAJkgEyYDMbuzAhlD4BlCC3Zce4EnzIQiuFhShgkwAL5rcApAG0QAIz4kA1gHc+AJ1bYAHL0RCQAXVxw+AOwhkVyELIBmUEj+MpC4FhQA5gAWQYhQFjAQmuDRAPam7hiklCYQFkggaXD5AhRp7ipqQA.NobwRALglhA2CmYBcYDqALAhhABAJ3kwGN14BnHAZUCCCMAGjG2WDACNiBrAd0zwBN6AJgZ8klMAF0AvnXDQ4iFAGFYUAA5r4fOjgB2AewjoougOY54ADzWx9fcvTBl4EAK5rk4ACrIAjAAYGAAlkABYGIlUPFDIIeA8GZy1kQX8AZmEwPmxMSnhkpFSMxKJMBDCGLRgyTykZRghmNk4efnpfETF-SQY1TF14WBqkcAQAM0akMbLnBjwoU3RJiDxXeDrZSBhylABBXRwAGUovAFkcfTGcCC59HFddasdnN2jwIkHYZDAhiABbRw+JDhMAhQoRKLfWLxZ75ASFdKZbIQXJwlKIkplRQgqoQYYgDYNJrsIjcXgCOgdLJdHpgUjk75KMBSCRAA';

const opened = (link: string | null): Opened & { readonly talk: readonly Marked[] } => {
  const found = decodeLink(link ?? '');
  if (!found || 'error' in found || found.talk === 'apart') throw new Error('The link was not opened.');
  return { ...found, talk: found.talk };
};

test('the golden link to a talk of three moments, at its second, opens', () => {
  const { talk, ...shown } = opened(golden);
  expect(shown).toMatchObject({
    setup: { T: 10, H: 4, clip: 'step', threshold: 1 },
    position: { pass: 'backward', t: 8 },
    panels: { left: false, right: true },
    shown: 1,
    clicker: 'operations',
  });
  expect(talk).toMatchObject([
    { title: 'What reaches S₂', setup: { T: 3, H: 1 }, position: { pass: 'backward', t: 2, op: 'd:S' } },
    { title: 'Clipped, nothing explodes', setup: { T: 10, clip: 'step' }, panels: { left: false } },
    {
      title: 'An LSTM of two units',
      setup: { cell: 'lstm', T: 4, H: 2 },
      heard: 'C',
      panels: { left: true },
    },
  ]);
});

/** Numbers as they are read back: JSON writes −0 of an input as 0. */
const plain = (value: unknown) => JSON.parse(JSON.stringify(value)) as unknown;

test('any talk survives a link and a file: each moment, its title, and where one stands', () => {
  const moment = fc.record({
    setup: smallSetups,
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    isTrained: fc.boolean(),
    isOpen: fc.boolean(),
    title: fc.string({ unit: 'grapheme', maxLength: 90 }).filter((title) => asTitle(title) !== ''),
  });
  holds(fc.tuple(fc.array(moment, { minLength: 1, maxLength: 4 }), fc.nat(3)), 20, ([moments, chosen]) => {
    store.setState(openingState, true);
    for (const { setup, at, isTrained, isOpen, title } of moments) {
      store.setState({ setup, trained: null, updates: 0, errorBefore: null, chartOf: setup.T });
      if (isTrained) updateOnce();
      store.setState({ panels: { left: isOpen, right: !isOpen } });
      setPlayhead(at * run(store.getState()).plan.ops.length);
      mark(title);
    }
    const { talk } = store.getState();
    const place = chosen % talk.length;
    goTo(talk[place].id);
    const back = opened(encodeLink(store.getState()));
    expect(back.shown).toBe(place);
    expect(back.talk).toEqual(decodeFile('talk.json', encodeTalkFile(talk)));
    expect(back.talk).toEqual(opened(encodeTalk(talk)).talk);
    back.talk.forEach(({ trained, errorBefore, ...one }, index) => {
      const { trained: weights, errorBefore: error, id, ...was } = talk[index];
      expect(one).toEqual({ ...(plain(was) as object), id: index + 1 });
      expect(errorBefore).toEqual(error);
      for (const [name, numbers] of Object.entries(weights ?? {}))
        expect(trained?.[name]).toEqual(Array.from(numbers));
      expect(resume(one.setup, one.position)).toBe(resume(was.setup, was.position));
    });
  });
});

test('whatever stands behind the point of a talk, there is a sentence or a sound start, never a failure', () => {
  store.setState({ setup: presets[1].setup, playhead: 9 });
  mark('one');
  mark('two');
  const link = encodeLink(store.getState());
  const at = link.lastIndexOf('.');
  const damaged = fc
    .tuple(fc.integer({ min: at, max: link.length }), fc.string({ maxLength: 3 }), fc.nat(4))
    .map(([from, put, cut]) => link.slice(0, from) + put + link.slice(from + cut));
  const other = fc.string().map((text) => `${link.slice(0, at + 1)}${text}`);
  holds(fc.oneof(damaged, other), 200, (hash) => {
    const found = decodeLink(hash);
    if (!found) return;
    if ('error' in found) expect(found.error.length).toBeGreaterThan(20);
    else expect(found.talk === 'apart' || found.talk.length <= 2).toBe(true);
  });
});
