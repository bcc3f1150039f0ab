import { numbersIn } from '../../engine';
import type { Op } from '../../engine/types';
import type { Verdict } from '../../lessons/mistakes';
import { predict as text } from '../../messages/predict';
import { formatFull, formatNumber } from '../../notation';
import { mark } from '../../notation/marked';
import { useRun } from '../../store';
import { Sentence } from '../inspector/Symbols';

interface Props {
  readonly op: Op;
  readonly verdict: Verdict;
  /** Whether the right result may be told. */
  readonly isOpen: boolean;
}

/** What is said of a typed result: right, which mistake it is, or by how much it differs. */
export const VerdictText = ({ op, verdict, isOpen }: Props) => {
  const { plan, trace } = useRun();
  if (verdict.kind === 'unfit') return <p>{verdict.sentence}</p>;
  if (verdict.kind === 'coarse') return <p>{text.coarse}</p>;
  if (verdict.kind === 'mistaken') {
    const { mistakes } = verdict;
    return (
      <>
        {!isOpen && <p>{text.notYet}</p>}
        {mistakes.length > 1 && <p>{text.several(mistakes.length)}</p>}
        <ul className="verdict-mistakes">
          {mistakes.map(({ id, what, remedy }) => (
            <li key={id} data-mistake={id}>
              <strong>
                <Sentence text={what} plan={plan} />
              </strong>{' '}
              <Sentence text={remedy} plan={plan} />
            </li>
          ))}
        </ul>
      </>
    );
  }
  const right = numbersIn(trace, op.out) ?? new Float64Array();
  if (verdict.kind === 'right') {
    const sentence = right.length === 1 ? text.rightIs(mark(op.out), formatFull(right[0])) : text.right;
    return (
      <p>
        <Sentence text={sentence} plan={plan} />
      </p>
    );
  }
  if (!isOpen)
    return (
      <p>
        {text.notYet} {text.noneKnown}
      </p>
    );
  const { most, differing } = verdict;
  const [typed, wanted] = [formatFull(most.typed), formatNumber(most.right)];
  const { cols } = plan.cells.get(op.out) ?? { cols: 1 };
  const place = cols === 1 ? text.row(most.row + 1) : text.place(most.row + 1, most.col + 1);
  const sentence =
    right.length === 1
      ? text.unknownOne(mark(op.out), wanted, typed, formatNumber(Math.abs(most.typed - most.right)))
      : text.unknownMany(differing, right.length, place, wanted, typed);
  return (
    <p>
      <Sentence text={sentence} plan={plan} /> {text.noneKnown}
    </p>
  );
};
