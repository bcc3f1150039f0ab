import { focusIn, useUnrolled } from '../../store';
import { useColumns } from '../score/columns-context';

/** Where the step in focus is in the whole sequence. */
export const StepMark = ({ width }: { readonly width: number }) => {
  const { T } = useColumns();
  const t = useUnrolled((state) => focusIn(state)?.t ?? 0);
  if (t === 0) return null;
  return (
    <div
      className="strip-step"
      style={{ transform: `translateX(${(((t - 0.5) * width) / T).toFixed(1)}px)` }}
    />
  );
};
