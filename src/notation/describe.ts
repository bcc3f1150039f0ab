import type { CellId, Op, Plan, Trace } from '../engine/types';
import { messages } from '../messages';
import { cellsIn } from './expression';
import { type Figures, figures } from './figures';
import { mark } from './marked';
import { type Account, madeOf, type Scene, type Teller } from './operations/account';
import { backward } from './operations/backward';
import { cells } from './operations/cells';
import { forward } from './operations/forward';
import { losses } from './operations/losses';
import { plain } from './operations/plain';
import { training } from './operations/training';
import { weights } from './operations/weights';
import { symbolsSpoken, symbolsText } from './spell';
import { makerOf, readName } from './symbols';
import { alignLines, symbolsLines } from './tex';

/** An operation described. `title`, `kicker` and `why` hold cells as markers: see `segments` and `plainText`. */
export interface Description {
  readonly title: string;
  /** Where in the computation it stands: `Backward · from {S4} to {S3} · 3 of 11`. */
  readonly kicker: string;
  readonly why: string;
  readonly symbols: {
    /** TeX, in which what stands for a cell carries `\htmlData{cell=…}`. */
    readonly tex: string;
    readonly text: string;
    readonly spoken: string;
    /** How many lines it has. */
    readonly lines: number;
  };
  /** The same in numbers, laid out for a width in em (see `figures`); `?` for a cell that is still to be predicted. */
  numbers(room: { readonly plain: number; readonly matrix: number }, hidden?: CellId): Figures;
  /** The cells that can be pointed at, in the order of reading. */
  readonly cells: readonly CellId[];
}

const tellers: Readonly<Record<string, Teller>> = {
  ...forward,
  ...backward,
  ...weights,
  ...cells,
  ...losses,
  ...training,
};

/**
 * What tells of an operation: by its rule and lane (`hadamard C`; of a gradient, `hadamard d:C`), else by its rule and
 * what it writes (`add sum`), else by its rule. Undefined if there is no account of it.
 */
export const accountKey = (op: Op): string | undefined => {
  const { lane, kind } = readName(op.out);
  const isGradient = kind === 'gradient' || kind === 'via';
  const own = isGradient ? [`${op.rule} d:${lane}`, `${op.rule} gradient`] : [`${op.rule} ${kind}`];
  const keys = kind === 'value' ? [`${op.rule} ${lane}`, op.rule] : [...own, op.rule];
  return keys.find((key) => key in tellers);
};

const account = (scene: Scene): Account => {
  const key = accountKey(scene.op);
  return (key === undefined ? plain : tellers[key])(scene);
};

const kicker = (plan: Plan, op: Op): string => {
  const notation = messages.notation;
  const together = plan.ops.filter((other) => other.pass === op.pass && other.t === op.t);
  const count = notation.count(String(together.indexOf(op) + 1), String(together.length));
  const pass = notation.passes[op.pass];
  if (op.pass === 'update') return [pass, count].join(' · ');
  const from = op.rule === 'transposed' ? makerOf(madeOf(op.in[1]), plan) : undefined;
  const { lane, t } = readName(op.out);
  const place =
    from === undefined ? notation.atTimeStep(String(op.t)) : notation.fromTo(mark(from), mark(`${lane}${t}`));
  return [pass, place, count].join(' · ');
};

/** Describes an operation of a run: what it does, in symbols, in this run's numbers, and why. */
export const describe = (trace: Trace, op: Op): Description => {
  const { plan } = trace;
  const { title, why, symbols, numbers = symbols } = account({ trace, plan, op });
  const lines = symbolsLines(symbols, plan);
  return {
    title,
    why,
    kicker: kicker(plan, op),
    symbols: {
      tex: alignLines(lines),
      text: symbolsText(symbols, plan),
      spoken: symbolsSpoken(symbols, plan),
      lines: lines.length,
    },
    numbers: (room, hidden) => figures(numbers, trace, room, hidden),
    cells: cellsIn([...symbols, ...numbers]),
  };
};
