import { memo } from 'react';
import { at, grad, numbersIn, type Trace } from '../../engine';
import { messages } from '../../messages';
import { formatNumber, formatPercent } from '../../notation';
import { plainText } from '../../notation/marked';
import { setLedger, store, usePlan, useRun, useUnrolled } from '../../store';
import { Choice } from '../charts/Choice';
import { Written } from '../charts/Written';
import { Sentence } from '../inspector/Symbols';
import '../score/foot-table.css';
import { type Balance, balanceOf } from './balance';
import { countAt, type LedgerTerms } from './terms';

const text = messages.ledger;

interface Props {
  readonly ledger: LedgerTerms;
  /** Whether the table stands below the row. */
  readonly hasTable: boolean;
  readonly onTable: (hasTable: boolean) => void;
}

/** What stands at the left of the ledger: whose terms, at once or in all, and what near and far ones contribute. */
export const LedgerLabel = ({ ledger, hasTable, onTable }: Props) => {
  const plan = usePlan();
  const isImmediate = useUnrolled((state) => state.immediate);
  const isIndependent = ledger.weight === 'Wy';
  return (
    <>
      <h2 className="ledger-title">
        {isImmediate ? (
          <>
            {text.immediateOf} ∂⁺
            <Written cell="S_j" />
            /∂
            <Written cell={ledger.weight} />
          </>
        ) : (
          <>
            {text.title} <Written cell={grad(ledger.weight)} plan={plan} />
          </>
        )}
      </h2>
      <WeightChoice />
      <ImmediateSwitch />
      <div className="ledger-notes">
        {isImmediate ? (
          <p className="ledger-note ledger-balance">
            <Sentence text={isIndependent ? text.independent : text.heldFixed} />
          </p>
        ) : (
          <SharesOfHalves ledger={ledger} hasTable={hasTable} onTable={onTable} />
        )}
      </div>
    </>
  );
};

const ImmediateSwitch = memo(() => {
  const isImmediate = useUnrolled((state) => state.immediate);
  return (
    <label className="ledger-switch" title={text.immediateTitle}>
      <input
        type="checkbox"
        checked={isImmediate}
        onChange={(event) => store.setState({ immediate: event.currentTarget.checked })}
      />
      {text.immediate}
    </label>
  );
});

const weights = { Ws: <Written cell="Ws" />, Wx: <Written cell="Wx" />, Wy: <Written cell="Wy" /> };

const WeightChoice = () => {
  const chosen = useUnrolled((state) => state.ledger);
  return <Choice name={text.weight} choices={weights} value={chosen} onChange={setLedger} />;
};

/** Near against far, as shares of all terms' norms; it opens the table of every term's. */
const SharesOfHalves = ({ ledger, hasTable, onTable }: Props) => {
  const { plan, trace } = useRun();
  const count = useUnrolled((state) => countAt(ledger.terms, state.playhead, 'doneAt'));
  const known = ledger.terms.slice(0, count);
  const balance = balanceOf(
    known.map((term) => term.t),
    known.map((term) => term.norm),
  );
  if (!balance) return null;
  const hasManyErrors = plan.shape.errorAt.length > 1;
  const isZeroState = isOfZeroState(trace, ledger.weight, balance);
  // With errors at several steps each has its own near and far: then only early and late can be told apart.
  const shares = (hasManyErrors ? text.sharesInTime : text.shares)(
    formatPercent(balance.nearShare),
    formatPercent(balance.farShare),
  );
  return (
    <button
      type="button"
      className="ledger-balance foot-table-opener"
      aria-expanded={hasTable}
      title={text.balanceTitle(
        plainText(sentence(balance, hasManyErrors, isZeroState)),
        text.steps(...written(balance.near)),
        text.steps(...written(balance.far)),
      )}
      onClick={() => onTable(!hasTable)}
    >
      {shares}
      {isZeroState && <Sentence text={text.asZeroState} />}
    </button>
  );
};

const written = ([from, to]: readonly [number, number]) => [String(from), String(to)] as const;

/** Whether the far terms are 0 because they are step 1's alone, which multiplies Ws by a first state of 0. */
const isOfZeroState = (trace: Trace, weight: string, { far, farShare }: Balance): boolean =>
  weight === 'Ws' &&
  farShare === 0 &&
  far[1] === 1 &&
  (numbersIn(trace, at('S', 0))?.every((value) => value === 0) ?? false);

/** Which half outweighs the other, and how far. */
function sentence({ ratio }: Balance, hasManyErrors: boolean, isZeroState: boolean): string {
  if (ratio === Number.POSITIVE_INFINITY) return isZeroState ? text.onlyNearOfState : text.onlyNear;
  if (ratio === 0) return text.onlyFar;
  const [near, far, balanced] = hasManyErrors
    ? [text.lateOutweigh, text.earlyOutweigh, text.balancedInTime]
    : [text.nearOutweigh, text.farOutweigh, text.balanced];
  if (Math.abs(ratio - 1) < 0.005) return balanced;
  return ratio > 1 ? near(formatNumber(ratio, 2)) : far(formatNumber(1 / ratio, 2));
}
