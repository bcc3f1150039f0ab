import { bisector } from 'd3';
import { useId, useState } from 'react';
import { clipped, doneAt, doneTimes, grad, next, numbersIn, opAt, partial } from '../../engine';
import type { CellId, Plan, Trace } from '../../engine/types';
import { messages } from '../../messages';
import { spoken, termsOf } from '../../notation';
import { useCell, usePlan, useRun, useUnrolled } from '../../store';
import { Clipboard } from './Clipboard';
import { gatesOf, widthOf } from './gate-rows';
import { MatrixGrid } from './MatrixGrid';
import { CellSymbol } from './Symbols';

const inspector = messages.inspector;

/** Every weight beside the sum of its gradient so far, and what the update makes of it. */
export const WeightList = () => {
  const plan = usePlan();
  return plan.weights.map((weight) => <Weight key={weight} weight={weight} />);
};

/** Up to this many rows there is room for everything side by side; more share a place and are switched. */
const mostRows = 4;

/** Whether there is a cell and the playhead has passed the operation that writes it. */
const isKnown = (plan: Plan, id: CellId, playhead: number): boolean => doneAt(plan, id) <= playhead;

const known = (plan: Plan, ids: readonly CellId[], playhead: number): readonly CellId[] =>
  ids.filter((id) => plan.cells.has(id) && isKnown(plan, id, playhead));

/** What the optimizer makes of a weight's gradient, in the order in which it is made. */
const memoriesOf = (weight: string): readonly CellId[] => [
  next(`m:${weight}`),
  next(`v:${weight}`),
  `unbiased:m:${weight}`,
  `unbiased:v:${weight}`,
];

/** A list of cells at the playhead, as text so that it changes only when its members do. */
const useKnown = (ids: readonly CellId[]): readonly CellId[] => {
  const plan = usePlan();
  const text = useUnrolled(({ playhead }) => known(plan, ids, playhead).join(' '));
  return text === '' ? [] : text.split(' ');
};

const Weight = ({ weight }: { readonly weight: string }) => {
  const plan = usePlan();
  const [isOpen, setIsOpen] = useState(true);
  const id = useId();
  const values = useCell(weight);
  const cell = plan.cells.get(weight);
  const isTall = (cell?.rows ?? 0) > mostRows;
  const updated = useKnown([next(weight)]);
  const clippings = useKnown([clipped(weight)]);
  const memories = useKnown(memoriesOf(weight));
  const sum = useUnrolled((state) => sumAt(plan, weight, state.playhead));
  if (values === undefined || cell === undefined) return null;
  const { cols } = cell;
  // Beside a weight with a switch above it: both begin at the same height.
  const isLowered = isTall && updated.length > 0 && widthOf(cell.rows, cols) < 10;
  const beside = isTall ? [] : [...clippings, ...updated];
  return (
    <div
      className="weights-row"
      style={{
        gridTemplateColumns: `repeat(auto-fill, minmax(min(100%, ${widthOf(cell.rows, cols)}rem), 1fr))`,
      }}
    >
      <div className="weights-block">
        <div className="weights-head">
          <button
            type="button"
            className="weights-fold"
            aria-expanded={isOpen}
            aria-controls={id}
            onClick={() => setIsOpen(!isOpen)}
          >
            <CellSymbol cell={weight} plan={plan} />
            {cell.rows > 1 && <span className="weights-size">{inspector.size(cell.rows, cols)}</span>}
          </button>
          <Clipboard weight={weight} values={values} cols={cols} />
        </div>
        <div id={id} hidden={!isOpen}>
          {isOpen && <Shown weight={weight} of={isTall ? [weight, ...updated] : [weight]} />}
        </div>
      </div>
      {isOpen && sum !== undefined && (
        <div className={isLowered ? 'weights-block is-lowered' : 'weights-block'}>
          <Shown weight={weight} of={[sum, ...(isTall ? clippings : []), ...memories]} isHeaded />
        </div>
      )}
      {isOpen &&
        beside.map((each) => (
          <div key={each} className="weights-block">
            <Shown weight={weight} of={[each]} isHeaded />
          </div>
        ))}
    </div>
  );
};

/** The latest sum of a weight's terms that is known; undefined before the first. */
function sumAt(plan: Plan, weight: string, playhead: number): CellId | undefined {
  const steps = termsOf(plan, weight);
  const done = doneTimes(plan, partial(weight, ''));
  // They come in order, so the last that is known is found by halves: this is asked for at every change.
  const count = bisector((t: number) => done[t]).right(steps, playhead);
  return count > 0 ? partial(weight, steps[count - 1]) : undefined;
}

/** The size of entry that gets the full colour where a cell has a scale of its own: its largest. */
const scaleOf = (trace: Trace, id: CellId): number => {
  let most = 0;
  for (const value of numbersIn(trace, id) ?? [])
    if (Number.isFinite(value)) most = Math.max(most, Math.abs(value));
  return most || 1;
};

interface ShownProps {
  readonly weight: string;
  /** What shares this place; the first unless another is chosen or has just been made. */
  readonly of: readonly CellId[];
  /** Whether its symbol stands above it. */
  readonly isHeaded?: boolean;
}

/** One matrix of several that belong to a weight. It follows the operation at the playhead, and can be chosen. */
const Shown = ({ weight, of, isHeaded = false }: ShownProps) => {
  const plan = usePlan();
  const [chosen, setChosen] = useState<{ readonly id: CellId; readonly made: CellId | undefined }>();
  // What the operation at the playhead has just made is what one wants to see, until something else is chosen.
  const made = useUnrolled(({ playhead }) => {
    const out = opAt(plan, playhead)?.out;
    return out !== undefined && of.includes(out) ? out : undefined;
  });
  const isChosen =
    chosen !== undefined && of.includes(chosen.id) && (made === undefined || chosen.made === made);
  const id = isChosen ? chosen.id : (made ?? of[0]);
  const steps = termsOf(plan, weight);
  const count = steps.findIndex((t) => partial(weight, t) === id) + 1;
  return (
    <>
      {(isHeaded || of.length > 1) && (
        <div className="weights-head">
          {of.length === 1 ? (
            <CellSymbol cell={nameOf(weight, id)} plan={plan} />
          ) : (
            <div className="weights-switch" role="group" aria-label={inspector.shownOf(spoken(weight))}>
              {of.map((each) => (
                <button
                  key={each}
                  type="button"
                  className="weights-choice"
                  aria-pressed={each === id}
                  onClick={() => setChosen({ id: each, made })}
                >
                  <CellSymbol cell={nameOf(weight, each)} plan={plan} />
                </button>
              ))}
            </div>
          )}
          {count > 0 && <span className="weights-terms">{inspector.terms(count, steps.length)}</span>}
        </div>
      )}
      <Numbers weight={weight} id={id} />
    </>
  );
};

/** A sum so far goes by the name of the whole gradient; how many terms it has stands beside it. */
const nameOf = (weight: string, id: CellId): CellId => (id.startsWith('sum:') ? grad(weight) : id);

const Numbers = ({ weight, id }: { readonly weight: string; readonly id: CellId }) => {
  const { plan, trace, valueMax, termMax } = useRun();
  const values = useCell(id);
  const { rows = 1, cols = 1 } = plan.cells.get(weight) ?? {};
  if (values === undefined) return null;
  const name = nameOf(weight, id);
  const isValue = id === weight || id === next(weight);
  const isGradient = name === grad(weight) || name === clipped(weight);
  return (
    <MatrixGrid
      cell={name}
      alias={id}
      name={spoken(name, plan)}
      values={values}
      cols={cols}
      scale={isValue ? valueMax : isGradient ? termMax[weight] : scaleOf(trace, id)}
      kind={isValue ? 'value' : 'gradient'}
      isEditable={id === weight}
      gates={gatesOf(plan.shape, weight, rows)}
    />
  );
};
