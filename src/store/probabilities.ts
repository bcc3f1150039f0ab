/** Targets under softmax: the numbers of a step are probabilities, so one of them cannot change alone. */
import { messages } from '../messages';
import { formatNumber } from '../notation';
import type { Parsed } from '../tasks/parse';
import { type Setup, targetsOf } from '../tasks/setup';
import { isDistribution, withProbability } from '../tasks/targets';

const text = messages.store;

/** Numbers by entry key. */
export type Entries = Readonly<Record<string, number>>;

/** An entry, and with softmax the other targets of its step; a sentence where they can't be probabilities. */
export function withShares(setup: Setup, key: string, value: number): Entries | string {
  const [, step, row] = /^d(\d+)\.(\d+)$/.exec(key) ?? [];
  const { T, Y, g2 } = setup;
  const [t, index] = [Number(step), Number(row)];
  if (g2 !== 'softmax' || step === undefined || t > T || index >= Y) return { [key]: value };
  if (value < 0 || value > 1) return text.noProbability;
  const before = Array.from(targetsOf(setup).subarray((t - 1) * Y, t * Y));
  const after = withProbability(before, index, value);
  if (!isDistribution(after)) return text.noDistribution(sumOf(after));
  return Object.fromEntries(after.map((probability, k) => [`d${t}.${k}`, probability]));
}

const sumOf = (numbers: readonly number[]): string =>
  formatNumber(numbers.reduce((total, number) => total + number, 0));

/** Targets as they were parsed, unless softmax asks for probabilities and these are none: then a sentence. */
export function asTargets(parsed: Parsed, setup: Setup, isSingle: boolean): Parsed {
  if ('error' in parsed || setup.g2 !== 'softmax') return parsed;
  const steps = isSingle ? [parsed.rows.flat()] : parsed.rows;
  const wrong = steps.findIndex((probabilities) => !isDistribution(probabilities));
  if (wrong < 0) return parsed;
  const isNegative = steps[wrong].some((probability) => probability < 0);
  const sentence = isNegative ? text.noProbability : text.noDistribution(sumOf(steps[wrong]));
  return { error: isSingle ? sentence : text.inRow(wrong + 1) + sentence };
}
