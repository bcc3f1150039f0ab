import type { CellId, Plan } from '../../engine/types';
import { parts } from '../../notation';

/** A cell's symbol in the label of a row: upright unless the styles around it say otherwise, its index lowered. */
export const Written = ({ cell, plan }: { cell: CellId; plan?: Plan }) => {
  const { prefix, base, sub } = parts(cell, plan);
  return (
    <>
      {prefix}
      {base}
      <sub>{sub}</sub>
    </>
  );
};
