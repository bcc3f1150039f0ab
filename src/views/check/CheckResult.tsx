import { doneAt, type GradientCheck, grad } from '../../engine';
import type { CellId, Plan } from '../../engine/types';
import { check as text } from '../../messages/check';
import { formatFull, formatNumber, label } from '../../notation';
import { useRun } from '../../store';
import { setPlayhead } from '../../store/actions';
import './check-result.css';

interface Props {
  readonly result: GradientCheck;
  readonly onClose: () => void;
}

/** Whether gradient and difference quotient agree, and where the whole gradient must not, why. */
export const CheckResult = ({ result, onClose }: Props) => {
  const { plan, broken } = useRun();
  const { kind, compared, agreeing, outOf, worst, worstAt } = result;
  const isSound = agreeing === compared;
  const why = (plan.shape.clip === 'step' ? text.why.step : text.why.truncated)(label('E'));
  // The gradient of a weight is checked by the weight's name, a local derivative by its own.
  const place = worstAt && (kind === 'whole' ? grad(worstAt.cell) : worstAt.cell);
  return (
    <section className="check-result" aria-label={text.title} data-is-sound={isSound}>
      {kind === 'local' && (
        <p>
          {why} {text.instead}
        </p>
      )}
      <p>
        <span className="check-result-sign" aria-hidden="true">
          {isSound ? '✓' : '✗'}
        </span>
        <strong title={formatFull(worst)}>{text[kind](agreeing, compared, formatNumber(worst))}</strong>
      </p>
      {compared < outOf && <p>{text.sampled(outOf)}</p>}
      {!isSound && broken && <p>{text.notFinite}</p>}
      {!isSound && worstAt && place !== undefined && (
        <p>{text.fails(describe(plan, place, worstAt.index))}</p>
      )}
      <div className="check-result-buttons">
        {!isSound && place !== undefined && (
          <button type="button" className="button" onClick={() => setPlayhead(doneAt(plan, place))}>
            {text.show}
          </button>
        )}
        <button type="button" className="button" onClick={onClose}>
          {text.close}
        </button>
      </div>
    </section>
  );
};

/** A cell's entry in words; a single number has no place in it. */
const describe = (plan: Plan, id: CellId, index: number): string => {
  const { rows = 1, cols = 1 } = plan.cells.get(id) ?? {};
  const symbol = label(id, plan);
  return rows * cols === 1 ? symbol : text.entry(symbol, Math.floor(index / cols) + 1, (index % cols) + 1);
};
