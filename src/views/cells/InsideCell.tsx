import { useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { insideOf } from '../../layout/cells/inside';
import { cells as text } from '../../messages/cells';
import { label } from '../../notation';
import { focusIn, usePlan, useUnrolled } from '../../store';
import { setInside } from '../../store/actions';
import { stepIn } from '../network/use-role';
import { useColumns } from '../score/columns-context';
import { presentedGutter } from '../score/frame';
import { InsideMark } from './InsideMark';
import { InsideVector } from './InsideVector';
import { InsideWire } from './InsideWire';

/** Until it is measured, as wide as the middle of a 1440 px window. */
const USUAL_WIDTH = 780;
const MARGIN = 14;
/** Presented, it is enlarged like the rest of the score, and by this again: its type is smaller. */
export const PRESENTED = 1.3;
/** The step that is shown follows the operation in focus. */
const FOLLOW = 0;

/** The inside of one step's cell, operation by operation: the step in focus, or one that was chosen. */
export const InsideCell = () => {
  const plan = usePlan();
  const chosen = useUnrolled(({ inside }) => (typeof inside === 'number' ? inside : FOLLOW));
  const inFocus = useUnrolled(stepIn);
  const t = chosen === FOLLOW ? inFocus : Math.min(chosen, plan.shape.T);
  const isPresenting = useUnrolled((state) => state.presenting);
  const card = useRef<HTMLElement>(null);
  const [width, setWidth] = useState(USUAL_WIDTH);
  useLayoutEffect(() => {
    const frame = card.current?.closest<HTMLElement>('.score-scroll');
    if (!frame) return;
    const measure = () => setWidth(Math.floor(frame.clientWidth) || USUAL_WIDTH);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(frame);
    return () => observer.disconnect();
  }, []);
  const { total } = useColumns();
  const scale = isPresenting ? (PRESENTED * width) / (presentedGutter(plan.shape.T) + total) : 1;
  const available = (width - 2 * MARGIN) / scale;
  // Presented, it shares its place with chart and ledger, which have it while terms and sums are made.
  const isAway = useUnrolled((state) => {
    const op = focusIn(state);
    return state.presenting && (op?.pass === 'update' || /^(sum:|d:.*@)/.test(op?.out ?? ''));
  });
  const layout = useMemo(() => insideOf(plan, t, available), [plan, t, available]);
  const { cell, clip } = plan.shape;
  if (!layout || cell === 'rnn') return null;
  return (
    <section
      className={isAway ? 'cells-inside is-away' : 'cells-inside'}
      ref={card}
      aria-label={text.region}
      style={{ width }}
    >
      <header className="cells-head">
        <h2>{text.inside(text.names[cell], String(t))}</h2>
        <StepChoice T={plan.shape.T} chosen={chosen} inFocus={inFocus} onChoose={setInside} />
        <p>
          {text[cell](label('S'))} {cell === 'lstm' && clip === 'step' && text.notClipped(label('S'))}
        </p>
      </header>
      <div className="cells-scroll">
        <svg
          className="score-svg"
          viewBox={`0 0 ${layout.width} ${layout.height}`}
          style={{ width: layout.width * scale, height: layout.height * scale }}
          role="presentation"
        >
          {layout.wires.map((wire) => (
            <InsideWire key={`${t} ${wire.id}`} wire={wire} />
          ))}
          {layout.marks.map((mark) => (
            <InsideMark key={`${t} ${mark.id}`} mark={mark} />
          ))}
          {layout.vectors.map((vector) => (
            <InsideVector key={vector.id} vector={vector} size={16} />
          ))}
        </svg>
      </div>
    </section>
  );
};

interface StepChoiceProps {
  readonly T: number;
  readonly chosen: number;
  readonly inFocus: number;
  readonly onChoose: (t: number) => void;
}

const StepChoice = ({ T, chosen, inFocus, onChoose }: StepChoiceProps) => {
  const id = useId();
  const { steps: inSight } = useColumns();
  // Of a long sequence those in sight, and the one that is chosen.
  const steps = inSight.includes(chosen) || chosen === FOLLOW ? inSight : [...inSight, chosen];
  return (
    <span className="cells-step">
      <label htmlFor={id}>{text.step}</label>
      <select id={id} value={Math.min(chosen, T)} onChange={({ target }) => onChoose(Number(target.value))}>
        <option value={FOLLOW}>{text.follow(inFocus)}</option>
        {steps.map((t) => (
          <option key={t} value={t}>
            {text.chosen(t)}
          </option>
        ))}
      </select>
    </span>
  );
};
