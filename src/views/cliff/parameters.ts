/** Which two parameters of the present network the cliff is over: one entry of a weight each. */
import type { Parameter } from '../../engine/landscape';
import type { WeightName } from '../../tasks/seeded';
import { type Setup, weightSizes } from '../../tasks/setup';

/** One entry of a weight by its row and its column, from 0. */
export interface Entry {
  readonly weight: WeightName;
  readonly row: number;
  readonly col: number;
}

/** An entry as the store and a link name it: the weight and the place, row-major. */
export function keyOf(setup: Setup, { weight, row, col }: Entry): string {
  const [, cols] = weightSizes(setup).get(weight) ?? [0, 0];
  return `${weight}:${row * cols + col}`;
}

export function entryOf(key: string): Parameter {
  const [weight, entry] = key.split(':');
  return { weight, entry: Number(entry) };
}

/** The entry that a key names; undefined where this network has none such. */
function placed(setup: Setup, key: string | undefined): Entry | undefined {
  if (key === undefined) return undefined;
  const { weight, entry } = entryOf(key);
  const name = weight as WeightName;
  const [rows, cols] = weightSizes(setup).get(name) ?? [0, 0];
  return entry < rows * cols ? { weight: name, row: Math.floor(entry / cols), col: entry % cols } : undefined;
}

/** The parameters across and up; the first of Ws and of the state's bias (or of Wx) where the network has none such. */
export function parametersOf(setup: Setup, across?: string, up?: string): readonly [Entry, Entry] {
  const first = (weight: WeightName): Entry => ({ weight, row: 0, col: 0 });
  const one = placed(setup, across) ?? first('Ws');
  const other = placed(setup, up) ?? first(setup.bias ? 'bs' : 'Wx');
  return isSameEntry(one, other) ? [first('Ws'), first('Wx')] : [one, other];
}

export const isSameEntry = (one: Entry, other: Entry): boolean =>
  one.weight === other.weight && one.row === other.row && one.col === other.col;
