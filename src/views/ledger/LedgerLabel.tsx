import { at, grad, numbersIn, type Trace } from '../../engine';
import { messages } from '../../messages';
import { formatNumber, label } from '../../notation';
import { setLedger, useRun, useUnrolled } from '../../store';
import { Choice } from '../charts/Choice';
import { Written } from '../charts/Written';
import { type Balance, balanceOf } from './balance';
import { countAt, type LedgerTerms } from './terms';

const text = messages.ledger;

/** What stands at the left of the ledger: whose terms, and how far near ones outweigh far ones. */
export const LedgerLabel = ({ ledger }: { ledger: LedgerTerms }) => {
  const { plan, trace } = useRun();
  const count = useUnrolled((state) => countAt(ledger.terms, state.playhead, 'doneAt'));
  const known = ledger.terms.slice(0, count);
  const balance = balanceOf(
    known.map((term) => term.t),
    known.map((term) => term.norm),
  );
  return (
    <>
      <h2 className="ledger-title">
        {text.title} <Written cell={grad(ledger.weight)} plan={plan} />
      </h2>
      <WeightChoice />
      {balance && (
        <p
          className="ledger-note ledger-balance"
          title={text.balanceTitle(text.steps(...written(balance.near)), text.steps(...written(balance.far)))}
        >
          {sentence(balance, plan.shape.errorAt.length > 1, isOfZeroState(trace, ledger.weight, balance))}
          {count < ledger.terms.length && ` ${text.already}`}
        </p>
      )}
    </>
  );
};

const WeightChoice = () => {
  const chosen = useUnrolled((state) => state.ledger);
  const weights = { Ws: <Written cell="Ws" />, Wx: <Written cell="Wx" />, Wy: <Written cell="Wy" /> };
  return <Choice name={text.weight} choices={weights} value={chosen} onChange={setLedger} />;
};

const written = ([from, to]: readonly [number, number]) => [String(from), String(to)] as const;

/** Whether the far terms are 0 because they are step 1's alone, which multiplies Ws by a first state of 0. */
const isOfZeroState = (trace: Trace, weight: string, { far }: Balance): boolean =>
  weight === 'Ws' && far[1] === 1 && (numbersIn(trace, at('S', 0))?.every((value) => value === 0) ?? false);

/** With errors at several steps each has its own near and far: then only early and late can be told apart. */
function sentence({ ratio }: Balance, hasManyErrors: boolean, isZeroState: boolean): string {
  if (ratio === Number.POSITIVE_INFINITY)
    return isZeroState ? text.onlyNearOfState(label(at('S', 0))) : text.onlyNear;
  if (ratio === 0) return text.onlyFar;
  const [near, far, balanced] = hasManyErrors
    ? [text.lateOutweigh, text.earlyOutweigh, text.balancedInTime]
    : [text.nearOutweigh, text.farOutweigh, text.balanced];
  if (Math.abs(ratio - 1) < 0.005) return balanced;
  return ratio > 1 ? near(formatNumber(ratio, 2)) : far(formatNumber(1 / ratio, 2));
}
