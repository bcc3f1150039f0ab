import { at, doneAt, grad, norm, numbersIn, term } from '../../engine';
import type { CellId } from '../../engine/types';
import { type Difference, differenceOf } from '../../engine/without-time';
import { messages } from '../../messages';
import { formatNumber, formatPercent, label, spoken } from '../../notation';
import { mark } from '../../notation/marked';
import { usePlan, useRun, useUnrolled } from '../../store';
import { dropped } from '../../store/other-runs';
import { CopyButton } from '../inspector/CopyButton';
import { rowsText } from '../inspector/copy-text';
import { CellSymbol, Sentence } from '../inspector/Symbols';
import { Matrix } from './Matrix';
import { boxFor } from './places';
import { matrixSize } from './sizes';
import type { LedgerTerms } from './terms';

const text = messages.shares;

/** Differences below this share are those of rounding. */
const noise = 1e-12;

/** The wrong gradient that drops the sum over time beside the right one, and how wrong it is. */
export const Dropped = ({ ledger }: { readonly ledger: LedgerTerms }) => {
  const { plan, trace } = useRun();
  const wrongTrace = useUnrolled(dropped);
  const { weight } = ledger;
  const { errorAt, window, horizon } = plan.shape;
  // The wrong one is made of terms that the right one has as well, those of the errors' own steps.
  const isWrongKnown = useUnrolled((state) =>
    errorAt.every((t) => doneAt(plan, term(weight, t)) <= state.playhead),
  );
  const isRightKnown = useUnrolled((state) => doneAt(plan, grad(weight)) <= state.playhead);
  const wrong = numbersIn(wrongTrace, grad(weight));
  const right = numbersIn(trace, grad(weight));
  if (!wrong || !right) return null;
  const difference = differenceOf(wrong, right);
  const isSame = isRightKnown && difference.relative < noise;
  return (
    <section className="ledger-dropped" aria-label={text.droppedTitle}>
      <h3>{text.droppedTitle}</h3>
      {!isWrongKnown && <p>{text.notYet}</p>}
      {isSame && (
        <p>
          <Sentence text={whySame(weight, plan.shape.T)} />
        </p>
      )}
      {isWrongKnown && !isSame && (
        <div className="ledger-dropped-pair">
          <Gradient ledger={ledger} value={wrong} name={text.droppedName(spoken(weight))} isWrong />
          {isRightKnown && (
            <>
              <span className="ledger-dropped-sign">{text.insteadOf}</span>
              <Gradient ledger={ledger} value={right} name={spoken(grad(weight), plan)} />
            </>
          )}
          <div className="ledger-dropped-words">
            {isRightKnown ? (
              <HowWrong difference={difference} isNumber={wrong.length === 1} />
            ) : (
              <p>{text.notYet}</p>
            )}
            <p>
              <Sentence text={whatIsKept(errorAt, weight)} />{' '}
              {(window !== undefined || horizon !== undefined) && text.truncated}
            </p>
            {isRightKnown && (
              <CopyButton
                label={text.copyBoth}
                text={() =>
                  [
                    ...[text.droppedName(label(weight)), rowsText(wrong, ledger.cols)],
                    ...[label(grad(weight), plan), rowsText(right, ledger.cols)],
                  ].join('\n')
                }
              />
            )}
          </div>
        </div>
      )}
    </section>
  );
};

const whySame = (weight: CellId, T: number): string => {
  if (T === 1) return text.sameOneStep;
  return weight === 'Wy' ? text.sameOutput : text.same;
};

const whatIsKept = (errorAt: readonly number[], weight: CellId): string => {
  const [last] = errorAt;
  return errorAt.length > 1
    ? text.onlyOwn(mark(weight))
    : text.onlyLast(String(last), mark(at('S', last - 1)), mark(weight));
};

interface HowWrongProps {
  readonly difference: Difference;
  /** Two numbers differ by their sign, where vectors have an angle. */
  readonly isNumber: boolean;
}

const HowWrong = ({ difference: { relative, length, angle }, isNumber }: HowWrongProps) => {
  const turned = isNumber ? (angle > 90 ? text.opposite : text.sameSign) : text.angle(formatNumber(angle));
  return (
    <p className="ledger-dropped-off">
      <b title={text.offTitle}>{text.off(formatPercent(relative))}</b>{' '}
      {[text.length(formatPercent(length)), ...(Number.isNaN(angle) ? [] : [turned])].join(', ')}
    </p>
  );
};

interface GradientProps {
  readonly ledger: LedgerTerms;
  readonly value: Float64Array;
  readonly name: string;
  readonly isWrong?: boolean;
}

/** A gradient as the ledger draws it, with its name and its norm. */
const Gradient = ({ ledger, value, name, isWrong = false }: GradientProps) => {
  const plan = usePlan();
  const { rows, cols, blocks, weight } = ledger;
  const { height } = boxFor(blocks.length);
  const size = matrixSize(rows, cols, 150, height);
  const [width, tall] = [size.width + 28, size.height + 10];
  const written = formatNumber(value.length === 1 ? value[0] : norm(value));
  return (
    <figure className="ledger-dropped-figure">
      <svg
        width={width}
        height={tall}
        viewBox={`${-width / 2} ${-tall / 2} ${width} ${tall}`}
        role="img"
        aria-label={`${name}, ${value.length === 1 ? written : messages.ledger.norm(written)}`}
      >
        <Matrix weight={weight} value={value} cols={cols} size={size} blocks={blocks} hasLetters />
      </svg>
      <figcaption>
        {isWrong ? text.wrong : <CellSymbol cell={grad(weight)} plan={plan} />}
        {!(value.length === 1 && size.hasNumbers) && ` · ${written}`}
      </figcaption>
    </figure>
  );
};
