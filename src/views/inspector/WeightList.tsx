import { type MouseEvent, useState } from 'react';
import { doneAt, grad, next, numbersIn, partial } from '../../engine';
import type { CellId, Plan, Trace } from '../../engine/types';
import { messages } from '../../messages';
import { spoken, termsOf } from '../../notation';
import { useCell, useRun, useUnrolled } from '../../store';
import { openPaste } from '../editor';
import { copyText, rowsText } from './copy-text';
import { MatrixGrid } from './MatrixGrid';
import { CellSymbol } from './Symbols';
import './weights.css';

const { inspector } = messages;

/** Every weight beside the sum of its gradient so far, and what the update makes of it. */
export const WeightList = () => {
  const { plan } = useRun();
  return plan.weights.map((weight) => <Weight key={weight} weight={weight} />);
};

const Weight = ({ weight }: { readonly weight: string }) => {
  const { plan, valueMax } = useRun();
  const values = useCell(weight);
  const updated = useCell(next(weight));
  const cell = plan.cells.get(weight);
  if (values === undefined || cell === undefined) return null;
  const { cols } = cell;
  return (
    <div
      className="weights-row"
      style={{
        gridTemplateColumns: `repeat(auto-fill, minmax(min(100%, max(9.5rem, ${cols} * 2.1875rem)), 1fr))`,
      }}
    >
      <div className="weights-block">
        <div className="weights-head">
          <CellSymbol cell={weight} plan={plan} />
          <Clipboard weight={weight} values={values} cols={cols} />
        </div>
        <MatrixGrid
          cell={weight}
          name={inspector.weightName(weight)}
          values={values}
          cols={cols}
          scale={valueMax}
          kind="value"
          isEditable
        />
      </div>
      <Gradient weight={weight} cols={cols} />
      {updated !== undefined && (
        <div className="weights-block">
          <div className="weights-head">
            <CellSymbol cell={next(weight)} plan={plan} />
          </div>
          <MatrixGrid
            cell={next(weight)}
            name={inspector.updatedName(weight)}
            values={updated}
            cols={cols}
            scale={valueMax}
            kind="value"
            isEditable={false}
          />
        </div>
      )}
    </div>
  );
};

/** The latest sum of a weight's terms that is known; undefined before the first. */
const sumAt = (plan: Plan, weight: string, playhead: number): CellId | undefined =>
  termsOf(plan, weight)
    .map((t) => partial(weight, t))
    .findLast((id) => doneAt(plan, id) <= playhead);

/** The size of entry that gets the full colour: the whole gradient's largest, so that no colour shifts on the way. */
const scaleOf = (trace: Trace, weight: string): number => {
  const whole = numbersIn(trace, grad(weight)) ?? new Float64Array(0);
  return whole.reduce((most, value) => Math.max(most, Math.abs(value)), 0) || 1;
};

const Gradient = ({ weight, cols }: { readonly weight: string; readonly cols: number }) => {
  const { plan, trace } = useRun();
  const sum = useUnrolled((state) => sumAt(plan, weight, state.playhead));
  const values = useCell(sum ?? grad(weight));
  if (sum === undefined || values === undefined) return null;
  const steps = termsOf(plan, weight);
  const count = steps.findIndex((t) => partial(weight, t) === sum) + 1;
  return (
    <div className="weights-block">
      <div className="weights-head">
        <CellSymbol cell={grad(weight)} plan={plan} />
        <span className="weights-terms">{inspector.terms(count, steps.length)}</span>
      </div>
      <MatrixGrid
        cell={grad(weight)}
        alias={sum}
        name={spoken(grad(weight), plan)}
        values={values}
        cols={cols}
        scale={scaleOf(trace, weight)}
        kind="gradient"
        isEditable={false}
      />
    </div>
  );
};

interface ClipboardProps {
  readonly weight: string;
  readonly values: Float64Array;
  readonly cols: number;
}

/** Copies a matrix and replaces it by pasted text. The names say of which weight; the eye sees it beside them. */
const Clipboard = ({ weight, values, cols }: ClipboardProps) => {
  const [outcome, setOutcome] = useState('');
  const copy = () =>
    void copyText(rowsText(values, cols)).then((isDone) =>
      setOutcome(isDone ? inspector.copied : inspector.notCopied),
    );
  const paste = (event: MouseEvent<HTMLButtonElement>) =>
    openPaste({ cell: weight, anchor: event.currentTarget.getBoundingClientRect() });
  return (
    <span className="weights-clipboard" onPointerLeave={() => setOutcome('')}>
      <span role="status">{outcome}</span>
      <button type="button" className="weights-button" onClick={copy}>
        {inspector.copy} <span className="visually-hidden">{weight}</span>
      </button>
      <button type="button" className="weights-button" onClick={paste}>
        {inspector.paste} <span className="visually-hidden">{weight}</span>
      </button>
    </span>
  );
};
