import type { CellId, Plan } from '../engine/types';
import { messages } from '../messages';
import { errorOf, isBeyondClip, type Letter, letterOf, makerOf, readName, termsOf } from './symbols';

const subscripts: Readonly<Record<string, string>> = {
  '0': '₀',
  '1': '₁',
  '2': '₂',
  '3': '₃',
  '4': '₄',
  '5': '₅',
  '6': '₆',
  '7': '₇',
  '8': '₈',
  '9': '₉',
  s: 'ₛ',
  x: 'ₓ',
};

/** The combining tilde: what it follows was made from a clipped gradient. */
const tilde = '\u0303';

const plain = ({ base, sub = '' }: Letter): string =>
  base + (sub === 'y' ? '_y' : [...sub].map((sign) => subscripts[sign] ?? sign).join(''));

/** A symbol for one line of SVG or HTML text: `prefix`, then `base` in italics, then `sub` lowered, then `suffix`. */
export interface Parts {
  /** Upright and in front: `∂E₃/∂`. */
  readonly prefix?: string;
  /** The letter, in italics. */
  readonly base: string;
  /** Its index, lowered and smaller. */
  readonly sub?: string;
  /** Behind: `, t = 3`, or a prime. */
  readonly suffix?: string;
}

/** How a cell is written in one line of text, in parts. Without a plan the error is E and nothing has a tilde. */
export const parts = (id: CellId, plan?: Plan): Parts => {
  const name = readName(id);
  const letter = letterOf(name);
  if (name.kind === 'value') return letter;
  if (name.kind === 'next') return { ...letter, suffix: `${messages.notation.afterUpdate}` };
  if (name.kind === 'clipped' && name.lane === 'S') return { base: `δ${tilde}`, sub: String(name.t) };
  const isDelta = name.lane === 'S' && name.t !== 0;
  const from =
    name.from === undefined
      ? {}
      : { suffix: messages.notation.from(plain(letterOf(readName(makerOf(name.from))))) };
  if (isDelta) return { base: 'δ', sub: String(name.t), ...from };
  const isTilded = name.kind === 'clipped' || isBeyondClip(id, plan);
  const error = errorOf(plan);
  // Composed: many faces have no place for a tilde above ∂, but all have Ẽ.
  const reached = isTilded ? { ...error, base: `${error.base}${tilde}`.normalize('NFC') } : error;
  const prefix = `∂${plain(reached)}/∂`;
  if (name.kind === 'term') return { prefix, ...letter, suffix: messages.notation.atStep(String(name.t)) };
  if (name.kind === 'sum') {
    const steps = plan === undefined ? [] : termsOf(plan, name.lane);
    if (steps.at(-1) === name.t) return { prefix, ...letter };
    const range = steps[0] === undefined || steps[0] === name.t ? String(name.t) : `${name.t}…${steps[0]}`;
    return { prefix, ...letter, suffix: messages.notation.atStep(range) };
  }
  return { prefix, ...letter, ...from };
};

/** A cell in plain text: `S₃`, `δ₃`, `∂E₃/∂a₃`, `Wₛ`. */
export const label = (id: CellId, plan?: Plan): string => {
  const { prefix = '', base, sub, suffix = '' } = parts(id, plan);
  return prefix + plain({ base, sub }) + suffix;
};

/** A cell for the ear: `S 3`, `gradient of S 3`, `term of step 3 in the gradient of Ws`. */
export const spoken = (id: CellId, plan?: Plan): string => {
  const { notation } = messages;
  const name = readName(id);
  const itself =
    name.t === undefined || name.kind === 'term' || name.kind === 'sum'
      ? name.lane
      : `${name.lane} ${name.t}`;
  const step = String(name.t);
  if (name.kind === 'value')
    return notation.spokenNames[name.lane as keyof typeof notation.spokenNames] ?? itself;
  if (name.kind === 'next') return notation.spokenNext(itself);
  if (name.kind === 'clipped') return notation.spokenClipped(itself);
  if (name.kind === 'term') return notation.spokenTerm(itself, step);
  if (name.kind === 'sum') {
    const steps = plan === undefined ? [] : termsOf(plan, name.lane);
    if (steps.at(-1) === name.t) return notation.spokenGradient(itself);
    return notation.spokenSum(itself, step, String(steps[0] ?? step));
  }
  if (name.from !== undefined) return notation.spokenVia(itself, spoken(makerOf(name.from)));
  return notation.spokenGradient(itself);
};
