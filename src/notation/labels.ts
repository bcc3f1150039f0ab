import type { CellId, Plan } from '../engine/types';
import { messages } from '../messages';
import { allWeights, nameIn } from './convention';
import {
  errorOf,
  isBeyondClip,
  isDelta,
  type Letter,
  letterOf,
  type Named,
  readName,
  sourcesOf,
  termsOf,
} from './symbols';

/** What Unicode can lower besides digits, which follow on each other. */
const lowered: Readonly<Record<string, string>> = { s: 'ₛ', x: 'ₓ', h: 'ₕ', t: 'ₜ', j: 'ⱼ', '−': '₋' };

const lower = (sign: string): string =>
  /\d/.test(sign) ? String.fromCodePoint(8320 + Number(sign)) : (lowered[sign] ?? '');

/** The combining tilde: what it follows was made from a clipped gradient. */
const tilde = '\u0303';

/** An index is lowered where Unicode can lower all of it: W_y and a_f,3 keep their line. */
const plain = ({ base, sub = '', of }: Letter): string => {
  if (of !== undefined) return `${base}_${plain(of)}`;
  const index = Array.from(sub, lower);
  return base + (index.includes('') ? `_${sub}` : index.join(''));
};

/** A letter as it stands in a symbol of one line: a weight as an index has its own lowered. */
const drawn = ({ base, sub, of }: Letter): Letter =>
  of === undefined ? { base, ...(sub === undefined ? {} : { sub }) } : { base, sub: plain(of) };

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
  const notation = messages.notation;
  const name = readName(id);
  const letter = drawn(letterOf(name));
  if (name.lane === 'share') return { prefix: `∂${nameIn('E')}/∂`, base: nameIn('E'), sub: 't' };
  if (name.kind === 'value') return letter;
  if (name.kind === 'next') return { ...letter, suffix: notation.afterUpdate };
  if (name.kind === 'unbiased') return { ...letter, base: `${letter.base}\u0302` };
  const error = errorOf(plan);
  if (name.kind === 'norm') return { prefix: `‖∂${plain(error)}/∂`, base: allWeights(), suffix: '‖' };
  const sources = sourcesOf(name, plan).map((source) => plain(letterOf(readName(source))));
  const from = name.isUnfinished
    ? { suffix: notation.soFar }
    : sources.length === 0
      ? {}
      : { suffix: notation.from(sources.join(', ')) };
  const isTilded = isBeyondClip(id, plan);
  if (isDelta(name)) return { base: `δ${isTilded ? tilde : ''}`, sub: letter.sub, ...from };
  // Composed: many faces have no place for a tilde above ∂, but all have Ẽ.
  const reached = isTilded ? { ...error, base: `${error.base}${tilde}`.normalize('NFC') } : error;
  const prefix = `∂${plain(reached)}/∂`;
  if (name.kind === 'term') return { prefix, ...letter, suffix: notation.atStep(String(name.index)) };
  if (name.kind === 'sum') {
    const steps = plan === undefined ? [] : termsOf(plan, name.lane);
    if (steps.at(-1) === name.t) return { prefix, ...letter };
    const range = steps[0] === undefined || steps[0] === name.t ? String(name.t) : `${name.t}…${steps[0]}`;
    return { prefix, ...letter, suffix: notation.atStep(range) };
  }
  return { prefix, ...letter, ...from };
};

/** A cell in plain text: `S₃`, `δ₃`, `∂E₃/∂a₃`, `Wₛ`. */
export const label = (id: CellId, plan?: Plan): string => {
  const { prefix = '', base, sub, suffix = '' } = parts(id, plan);
  return prefix + plain({ base, sub }) + suffix;
};

/** What a quantity is called: `S 3`, `forget gate f 3`, `v of Ws`. */
const spokenQuantity = ({ kind, lane, index }: Named): string => {
  const notation = messages.notation;
  const { base, sub, of } = letterOf({ lane });
  if (of !== undefined) return notation.spokenMemory(base, of.base + (of.sub ?? ''));
  const isFixed = index === undefined || kind === 'term' || kind === 'sum';
  const step = isFixed ? '' : ` ${index}`;
  const gate = notation.spokenGates[lane as keyof typeof notation.spokenGates];
  if (gate !== undefined) return gate + step;
  return (isPart.test(lane) && !isFixed ? notation.spokenPart(base, sub) : nameIn(lane)) + step;
};

/** What belongs to a gate, by its lane. */
const isPart = /[.:]|^(ar|az|an|rw)$/;

/** A cell for the ear: `S 3`, `gradient of S 3`, `term of step 3 in the gradient of Ws`. */
export const spoken = (id: CellId, plan?: Plan): string => {
  const notation = messages.notation;
  const name = readName(id);
  const itself = spokenQuantity(name);
  const step = String(name.index);
  if (name.kind === 'norm') return notation.spokenTotal;
  if (name.kind === 'value') return notation.spokenNames[id as keyof typeof notation.spokenNames] ?? itself;
  if (name.kind === 'next') return notation.spokenNext(itself);
  if (name.kind === 'unbiased') return notation.spokenUnbiased(itself);
  if (name.kind === 'clipped') return notation.spokenClipped(itself);
  if (name.kind === 'term') return notation.spokenTerm(itself, step);
  if (name.kind === 'sum') {
    const steps = plan === undefined ? [] : termsOf(plan, name.lane);
    if (steps.at(-1) === name.t) return notation.spokenGradient(itself);
    return notation.spokenSum(itself, step, String(steps[0] ?? step));
  }
  if (name.isUnfinished) return notation.spokenUnfinished(itself);
  const sources = sourcesOf(name, plan).map((source) => spokenQuantity(readName(source)));
  return sources.length === 0
    ? notation.spokenGradient(itself)
    : notation.spokenVia(itself, sources.join(', '));
};
