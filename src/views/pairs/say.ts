/** What is said of a pair, of a row and of a column: symbols, numbers and one sentence. */
import { at, grad } from '../../engine/cells';
import { firstHeard } from '../../engine/pairs';
import { pairs as text } from '../../messages/pairs';
import { formatFull, formatNumber, formatShare, label } from '../../notation';
import { heardLabel } from '../../notation/heard';
import { isCutShort, isShortened, type PairRow, type Pairs, soFar, wholeAt } from './usePairs';

/** A place among the pairs: a row (the last one, where there are several, of all errors together) and a step; 0: the whole row. */
export interface Spot {
  readonly row: number;
  readonly j: number;
}

export interface Said {
  /** The number, or what there is instead. */
  readonly head: string;
  readonly rest: string;
}

/** @param reached the earliest step whose column is known */
export function say(pairs: Pairs, { row, j }: Spot, reached: number): Said {
  const one = pairs.rows[row];
  if (!one) return j === 0 ? sayTogether(pairs, reached) : sayColumn(pairs, j, reached);
  return j === 0 ? sayRow(pairs, one, reached) : sayPair(pairs, one, j, reached);
}

/** The symbol of a pair: `∂E₅/∂S₂`, or the term of a step. */
export function symbolOf({ lane, isClipped }: Pairs, t: number, j: number): string {
  if (lane === 'Ws') return text.term(String(j), heardLabel(t, 'Ws', isClipped));
  return heardLabel(t, at(lane, j), isClipped && j < t);
}

const stateOf = ({ lane }: Pairs, j: number): string => label(at(lane === 'Ws' ? 'S' : lane, j));
const errorOf = (t: number): string => label(at('E', t));
const number = (what: string, value: number): string => text.equals(text.norm(what), formatNumber(value));
const joined = (...parts: readonly (string | false)[]): string => parts.filter(Boolean).join(' · ');
/** Every digit, where the head does not have them all. */
const digits = (value: number): string | false => {
  const full = formatFull(value);
  return full !== formatNumber(value) && full;
};

function sayPair(pairs: Pairs, row: PairRow, j: number, reached: number): Said {
  const { plan, lane } = pairs;
  const { t, first, norms, free } = row;
  const symbol = symbolOf(pairs, t, j);
  if (j > t) return { head: '', rest: text.later(errorOf(t), stateOf(pairs, j)) };
  if (j < first && reached <= first) {
    const cut = plan.shape.window === undefined ? text.cutByHorizon : text.cutByWindow;
    return { head: '', rest: cut(errorOf(t), stateOf(pairs, j), stateOf(pairs, first)) };
  }
  if (j < reached) return { head: '', rest: text.unknown(symbol) };
  const from = lane === 'Ws' ? wholeOf(pairs, row, reached) : { size: norms[t], of: symbolOf(pairs, t, t) };
  const isOrigin = j === t && lane !== 'Ws';
  return {
    head: number(symbol, norms[j]),
    rest: joined(
      digits(norms[j]),
      isOrigin ? text.setsOut : text.share(formatShare(norms[j], from.size), text.norm(from.of)),
      j < t && text.back(t - j),
      isShortened(row, j) && text.unclipped(formatNumber(free[j])),
    ),
  };
}

/** The sum of a row's terms so far. */
const wholeOf = ({ isClipped }: Pairs, { t, first, sums }: PairRow, reached: number) => ({
  size: sums[Math.max(first, reached)],
  of: heardLabel(t, 'Ws', isClipped),
});

function sayRow(pairs: Pairs, row: PairRow, reached: number): Said {
  const { lane, isClipped } = pairs;
  const { t, first, norms } = row;
  const j = Math.max(first, reached);
  if (j > t)
    return { head: '', rest: text.unknown(heardLabel(t, lane === 'Ws' ? 'Ws' : at(lane, t), isClipped)) };
  if (lane === 'Ws') {
    const { size, of } = wholeOf(pairs, row, reached);
    return { head: number(of, size), rest: joined(digits(size), text.rowOfTerms(String(j), String(t))) };
  }
  return {
    head: text.rowOfStates(errorOf(t), stateOf(pairs, j), stateOf(pairs, t)),
    rest: text.left(formatShare(norms[j], norms[t]), stateOf(pairs, j)),
  };
}

function sayColumn(pairs: Pairs, j: number, reached: number): Said {
  const { plan, lane, rows, together, flowing } = pairs;
  const symbol = label(wholeAt(lane, j), plan);
  if (j < reached) return { head: '', rest: text.unknown(symbol) };
  const heard = plan.shape.errorAt.filter((t) => j <= t && firstHeard(plan, t) <= j);
  const last = heard.at(-1);
  if (last === undefined) return { head: '', rest: text.unknown(symbol) };
  const errors = text.range(errorOf(heard[0]), errorOf(last));
  // Of a long sequence only the errors in sight have a row.
  const inSight = rows.filter(({ t }) => heard.includes(t));
  const whole = inSight.reduce((sum, { norms }) => sum + norms[j], 0);
  const isWhole = inSight.length === heard.length;
  return {
    head: number(symbol, together[j]),
    rest: joined(
      digits(together[j]),
      lane === 'Ws'
        ? text.columnOfTerms(String(j), label('Ws'), errors)
        : text.column(stateOf(pairs, j), errors),
      heard.length > 1 && isWhole && !plan.shape.isMean && text.addUp(formatNumber(whole)),
      isCutShort(pairs, j) && text.clippedTo(formatNumber(flowing[j])),
    ),
  };
}

/** Of all errors together, the whole row. */
function sayTogether(pairs: Pairs, reached: number): Said {
  const { plan, lane, together, rows } = pairs;
  const last = rows.at(-1)?.t ?? 0;
  if (reached > last) return { head: '', rest: text.unknown(label(wholeAt(lane, last), plan)) };
  const errors = text.range(errorOf(rows[0].t), errorOf(plan.shape.errorAt.at(-1) ?? last));
  if (lane === 'Ws') {
    const size = soFar(pairs, reached);
    const steps = text.rowOfTerms(String(reached), String(last));
    return { head: number(label(grad('Ws'), plan), size), rest: joined(digits(size), steps) };
  }
  return {
    head: text.rowOfStates(errors, stateOf(pairs, reached), stateOf(pairs, last)),
    rest: text.left(formatShare(together[reached], together[last]), stateOf(pairs, reached)),
  };
}
