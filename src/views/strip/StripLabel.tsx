import { type RefObject, useEffect, useState } from 'react';
import { deltaNorms } from '../../engine';
import { grad } from '../../engine/cells';
import { strip as text } from '../../messages/strip';
import { formatNumber, label } from '../../notation';
import { useRun, useUnrolled } from '../../store';
import { reachedStep } from '../charts/decay';
import { useColumns } from '../score/columns-context';

interface Props {
  readonly area: RefObject<HTMLElement | null>;
  readonly width: number;
}

/** What the strip is, and which steps are in sight; while one points at it, what is there. */
export const StripLabel = ({ area, width }: Props) => {
  const { first, last, T } = useColumns();
  const pointed = usePointedStep(area, T);
  return (
    <div className="strip-label" style={{ width }}>
      <h2>{text.title(String(T))}</h2>
      <p>{pointed > 0 ? <Pointed t={pointed} /> : text.inSight(String(first), String(last))}</p>
    </div>
  );
};

const Pointed = ({ t }: { readonly t: number }) => {
  const { plan, trace } = useRun();
  const isKnown = useUnrolled((state) => t >= reachedStep(plan, state.playhead));
  const norm = deltaNorms(trace)[t];
  if (!isKnown || Number.isNaN(norm)) return text.under(String(t));
  return text.underWithNorm(String(t), `‖${label(grad(`S${t}`), plan)}‖ = ${formatNumber(norm)}`);
};

/** The step under the mouse; 0 while there is none. */
function usePointedStep(area: RefObject<HTMLElement | null>, T: number): number {
  const [t, setT] = useState(0);
  useEffect(() => {
    const element = area.current;
    if (!element) return;
    const point = ({ clientX, pointerType }: PointerEvent) => {
      const { left, width } = element.getBoundingClientRect();
      const step = Math.floor(((clientX - left) / width) * T) + 1;
      setT(pointerType === 'mouse' ? Math.max(1, Math.min(T, step)) : 0);
    };
    const leave = () => setT(0);
    element.addEventListener('pointermove', point);
    element.addEventListener('pointerleave', leave);
    return () => {
      element.removeEventListener('pointermove', point);
      element.removeEventListener('pointerleave', leave);
    };
  }, [area, T]);
  return t;
}
