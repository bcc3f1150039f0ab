import { createContext, use } from 'react';
import type { Columns } from '../../layout/columns';

/** The columns that all rows of the score stand on. Provided by `Score`. */
export const ColumnsContext = createContext<Columns | null>(null);

/** The columns of the score around this component. Throws outside a score. */
export const useColumns = (): Columns => {
  const columns = use(ColumnsContext);
  if (!columns) throw new Error('useColumns must be called inside a Score');
  return columns;
};

/** How much of the columns is seen at once, in their px; what is wider scrolls. Provided by `Score`. */
export const SeenContext = createContext<number | null>(null);

/** As wide as what is seen at once. */
export const useSeen = (): number => {
  const { total } = useColumns();
  return Math.min(total, use(SeenContext) ?? total);
};

/** How much the score is enlarged. Provided by `Score`. */
export const ScaleContext = createContext(1);

export const useScale = (): number => use(ScaleContext);
