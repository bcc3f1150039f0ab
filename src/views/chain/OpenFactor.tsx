import { type ReactNode, useCallback, useMemo } from 'react';
import { at, grad, spectralNorm, spectralRadius } from '../../engine';
import { quotientOf, stateJacobian } from '../../engine/chain';
import type { CellId } from '../../engine/types';
import { messages } from '../../messages';
import { formatFull, formatNumber } from '../../notation';
import { factorSpelled, jacobianText } from '../../notation/chain';
import { mark } from '../../notation/marked';
import { store, useUnrolled } from '../../store';
import { CopyButton } from '../inspector/CopyButton';
import { rowsText } from '../inspector/copy-text';
import { describeCell } from '../inspector/describe-cell';
import { Equation } from '../inspector/Equation';
import { Sentence } from '../inspector/Symbols';
import { JacobianMatrix, Parts, sigmaMax } from './Parts';
import type { Followed, Item } from './use-chain';
import { whyOf } from './why';

const text = messages.chain;

interface Props {
  readonly followed: Followed;
  readonly count: number;
}

/** The factor that is open, as soon as it is known. */
export const OpenFactor = ({ followed, count }: Props) => {
  const open = useUnrolled((state) => state.factor);
  const item = followed.items
    .slice(0, count)
    .find(({ kind, link }) => (kind === 'factor' || kind === 'cut') && link?.t === open);
  return item ? <Opened followed={followed} item={item} /> : null;
};

/** One Jacobian: its numbers, its norms, what it is made of, and why this gradient changes its length by it. */
const Opened = ({ followed, item }: { readonly followed: Followed; readonly item: Item }) => {
  const { trace, states } = followed;
  const { plan } = trace;
  const t = item.j + 1;
  const matrix = useMemo(() => stateJacobian(trace, t, states), [trace, t, states]);
  // What is followed is another object when another convention spells it.
  const spelled = useMemo(() => factorSpelled(followed.trace.plan, followed.states, t), [followed, t]);
  const describe = useCallback((id: CellId) => describeCell(followed.trace, id), [followed]);
  const n = plan.shape.H * states.length;
  const [sigma, rho] = useMemo(() => [spectralNorm(matrix, n), spectralRadius(matrix, n)], [matrix, n]);
  const gain = quotientOf(item.link, item.link?.gain);
  const name = jacobianText(states, t);
  const isCut = item.kind === 'cut';
  return (
    <section className="chain-open" aria-label={name}>
      <div className="chain-open-head">
        <span>
          <Sentence text={text.opened(mark(at('S', t)), mark(at('S', t - 1)))} plan={plan} />
        </span>
        <button type="button" className="weights-button" onClick={() => store.setState({ factor: null })}>
          {text.close}
        </button>
      </div>
      <Equation
        kind="symbols"
        tex={spelled.tex}
        text={spelled.text}
        name={text.equation(name)}
        cells={cellsOf(plan.shape.cell, states.length > 1, t)}
        describeCell={describe}
        lines={spelled.lines}
      />
      <p className="chain-why">
        <Sentence text={whyOf(followed, item)} plan={plan} />
      </p>
      {!isCut && plan.shape.cell === 'rnn' && gain !== undefined && gain > 0 && (
        <p className="chain-note chain-aside">
          {n === 1 ? text.tight : text.bounded(formatNumber(gain, 2), formatNumber(sigma, 2))}
        </p>
      )}
      <div className="chain-made">
        <div className="chain-parts">
          <JacobianMatrix followed={followed} t={t} matrix={matrix} />
          <dl className="chain-figures">
            {!isCut && gain !== undefined && <Figure name={text.gain} value={gain} isFactor />}
            <Figure name={sigmaMax} value={sigma} />
            <Figure name={text.rho} value={rho} />
          </dl>
        </div>
        <Parts followed={followed} t={t} />
      </div>
      {(item.link?.clip ?? 1) !== 1 && !isCut && (
        <p className="chain-note">
          <Sentence
            text={text.clipFactor(mark(grad(at('S', t))), formatNumber(item.link?.clip ?? 1, 2))}
            plan={plan}
          />
        </p>
      )}
      {plan.shape.cell !== 'rnn' && (
        <p className="chain-note chain-aside">{text.noBound(plan.shape.cell.toUpperCase())}</p>
      )}
      <CopyButton label={text.copyNumbers} text={() => `${name}\n${rowsText(matrix, n)}`} />
    </section>
  );
};

const Figure = ({
  name,
  value,
  isFactor = false,
}: {
  readonly name: ReactNode;
  readonly value: number;
  readonly isFactor?: boolean;
}) => (
  <div>
    <dt>{name}</dt>
    <dd title={formatFull(value)}>{isFactor ? text.times(formatNumber(value)) : formatNumber(value)}</dd>
  </div>
);

/** The cells that the equation of a factor points at, in the order of reading. */
const cellsOf = (cell: 'rnn' | 'lstm' | 'gru', isPair: boolean, t: number): readonly CellId[] => {
  if (cell === 'rnn') return [at('a', t), 'Ws'];
  if (cell === 'gru') return [at('z', t), 'Ws'];
  return isPair ? [at('f', t), at('q', t), at('h', t)] : ['Ws'];
};
