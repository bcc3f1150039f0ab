import type { CellId, Plan } from '../../engine/types';
import { parts } from '../../notation';

/** A cell's symbol in a line of text, its index lowered; there is no raised or lowered y to write it in letters alone. */
export const CellSymbol = ({ id, plan }: { id: CellId; plan: Plan }) => {
  const { prefix, base, sub, suffix } = parts(id, plan);
  return (
    <span className="controls-symbol">
      {prefix}
      {base}
      <sub>{sub}</sub>
      {suffix}
    </span>
  );
};
