/** Setups compared by what they say, not by which objects say it. */
import { article } from '../tasks/article';
import type { Setup } from '../tasks/setup';

const fields = Object.keys(article) as readonly (keyof Setup)[];

/** Equal values of a field; the order in which entries were made does not count. */
export function isSame(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || !one || !other) return Object.is(one, other);
  const entries: ReadonlyMap<string, unknown> = new Map(Object.entries(other));
  const mine = Object.entries(one);
  return mine.length === entries.size && mine.every(([key, value]) => Object.is(value, entries.get(key)));
}

/** The fields in which two setups differ. */
export function differences(one: Setup, other: Setup): readonly (keyof Setup)[] {
  return fields.filter((field) => !isSame(one[field], other[field]));
}

/** Whether two setups are equal in every field. */
export function isSameSetup(one: Setup, other: Setup): boolean {
  return differences(one, other).length === 0;
}
