import { norm } from '../engine';
import type { CellId, Plan } from '../engine/types';
import { messages } from '../messages';
import { spoken } from './labels';
import { formatList, formatNumber } from './numbers';

/** As many numbers of a vector are read out; of a longer one the norm is. */
const mostSpoken = 8;

/**
 * The accessible name of a node: `S 3, value −0.0592, gradient −1.52`, and of a vector
 * `S 3, 4 values, −0.24, −0.07, 0.30, −0.17, gradient norm 0.14`.
 * @param value the cell's numbers at the playhead; undefined while they are not known: then nothing is said of them
 * @param gradient the numbers of its gradient, likewise
 */
export const nodeName = (
  id: CellId,
  plan: Plan | undefined,
  value: ArrayLike<number> | undefined,
  gradient?: ArrayLike<number>,
): string => {
  const notation = messages.notation;
  const said = [spoken(id, plan)];
  if (value !== undefined) {
    if (value.length === 1) said.push(notation.value(formatNumber(value[0])));
    else {
      said.push(notation.values(value.length));
      said.push(value.length > mostSpoken ? notation.norm(formatNumber(norm(value), 2)) : formatList(value));
    }
  }
  if (gradient !== undefined)
    said.push(
      gradient.length === 1
        ? notation.gradient(formatNumber(gradient[0]))
        : notation.gradientNorm(formatNumber(norm(gradient), 2)),
    );
  return said.join(', ');
};
