/** The script in another convention is the article's script with other names: the same code, the same numbers. */
import { afterEach, expect, test } from 'vitest';
import { article, type Convention, followConvention, nameIn } from '../../src/notation/convention';
import { pytorchScript } from '../../src/tasks/pytorch/script';
import { findTorch, runScripts } from './python';
import { allSetups } from './setups';

const conventions: readonly Convention[] = ['S hyL Ws', 'a SYE Whh', 'a hyL Whh', 'S hyL UWV', 'a SYE UWV'];
const lanes = ['S', 'Y', 'E', 'Wx', 'Ws', 'Wy', 'bx', 'bs', 'by'];
const setups = allSetups();

afterEach(() => followConvention(() => article));

const inConvention = <Result>(convention: Convention, make: () => Result): Result => {
  followConvention(() => convention);
  const made = make();
  followConvention(() => article);
  return made;
};

const namesOf = (convention: Convention): Readonly<Record<string, string>> =>
  inConvention(convention, () => Object.fromEntries(lanes.map((lane) => [lane, nameIn(lane)])));

/** Code without its comments, in which sentences stand, and without the sizes, which have the same names everywhere. */
const code = (script: string): string => script.replace(/^(\s*#|T, X, H, Y =).*$/gm, '');

/** Names that a convention may write differently: alone, with a step, `_t` or a hole for the step; `dE/dS1` holds two. */
const named = (names: Readonly<Record<string, string>>, text: string): string =>
  text.replace(
    /(?<![A-Za-z_])(d?)(S|E|Y|W[xsy]|b[xsy])(?=(\d+|_t\b|\{|C\b)?(?![A-Za-z_]))/g,
    (_, d: string, lane: string) => d + names[lane],
  );

test.each(conventions)(
  '“%s”: the article’s code by other names, none of them taken already',
  (convention) => {
    const names = namesOf(convention);
    for (const setup of setups) {
      const script = code(pytorchScript(setup));
      const other = code(inConvention(convention, () => pytorchScript(setup)));
      expect(other).toBe(named(names, script));
      const taken = new Set(script.match(/\b[A-Za-z]\w*/g));
      for (const [lane, name] of Object.entries(names))
        if (name !== lane) expect(taken, `${name} for ${lane}`).not.toContain(name);
    }
  },
);

const torch = findTorch();

test.skipIf(!torch)(
  'PyTorch prints the same numbers by other names',
  () => {
    const some = setups.filter((_, i) => i % 29 === 0);
    const python = torch?.python ?? '';
    const printed = runScripts(
      python,
      some.map((setup) => pytorchScript(setup)),
    );
    for (const convention of conventions) {
      const others = inConvention(convention, () =>
        runScripts(
          python,
          some.map((setup) => pytorchScript(setup)),
        ),
      );
      const names = namesOf(convention);
      printed.forEach((one, k) => {
        const renamed = Object.entries(one).map(([name, value]) => [named(names, name), value]);
        expect(others[k]).toEqual(Object.fromEntries(renamed));
      });
    }
  },
  120_000,
);
