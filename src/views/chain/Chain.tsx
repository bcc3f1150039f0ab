import { useCallback, useMemo } from 'react';
import { at, grad } from '../../engine';
import { leftByStateAlone } from '../../engine/chain';
import type { CellId } from '../../engine/types';
import { messages } from '../../messages';
import { formatShare, label, spoken } from '../../notation';
import { chainSpelled } from '../../notation/chain';
import { mark } from '../../notation/marked';
import { store, useUnrolled } from '../../store';
import { Choice } from '../charts/Choice';
import { describeCell } from '../inspector/describe-cell';
import { Equation } from '../inspector/Equation';
import { Sentence } from '../inspector/Symbols';
import { ChainTable } from './ChainTable';
import './chain.css';
import { Factors } from './Factors';
import { OpenFactor } from './OpenFactor';
import { type Followed, type Item, useFollowed, useKnownCount } from './use-chain';

const text = messages.chain;

/** The chain rule so far: as an equation, as a row of factors, one of them opened, and as a table. */
export const Chain = () => {
  const followed = useFollowed();
  const count = useKnownCount(followed);
  const { run, chain } = followed;
  const error = label(at('E', chain.N));
  if (count === 0) return <p className="chain-note">{text.notYet(error)}</p>;
  return (
    <>
      <Whose followed={followed} />
      {run.plan.shape.cell === 'lstm' && <StateChoice />}
      <Product followed={followed} j={comeTo(followed.items[count - 1])} />
      <SAlone followed={followed} count={count} />
      <Factors followed={followed} count={count} />
      <OpenFactor followed={followed} count={count} />
      <ChainTable followed={followed} count={count} />
    </>
  );
};

/** The step that the gradient has come to: a factor that is cut leads nowhere. */
const comeTo = ({ kind, j }: Item): number => (kind === 'cut' ? j + 1 : j);

/** Where there are many errors: whose gradient it is. */
const Whose = ({ followed: { run, chain, trace } }: { readonly followed: Followed }) => {
  if (run.plan.shape.errorAt.length < 2) return null;
  const error = mark(at('E', chain.N));
  return (
    <p className="chain-note">
      <Sentence text={run.charted === 'sum' ? text.ofLast(error) : text.ofOne(error)} plan={trace.plan} />
    </p>
  );
};

const StateChoice = () => (
  <Choice
    name={text.what}
    choices={{ SC: <Sentence text={text.states.SC} />, S: <Sentence text={text.states.S} /> }}
    value={useUnrolled((state) => state.chain)}
    onChange={(chain) => store.setState({ chain })}
  />
);

const Product = ({ followed, j }: { readonly followed: Followed; readonly j: number }) => {
  const { trace, states, chain, isClipped } = followed;
  const { plan } = trace;
  const { N } = chain;
  // What is followed is another object when another convention spells it.
  const spelled = useMemo(
    () => chainSpelled(followed.trace.plan, followed.states, followed.chain.N, j, followed.isClipped),
    [followed, j],
  );
  const describe = useCallback((id: CellId) => describeCell(followed.trace, id), [followed]);
  const [to, from] = [j, N].map((t) => grad(at('S', t)));
  const [toName, fromName] = [to, from].map((id) => spoken(id, plan));
  // S alone of an LSTM has no such equation: what it gets by way of C is no product of these Jacobians.
  if (plan.shape.cell === 'lstm' && states.length === 1) return null;
  const said =
    j === N
      ? text.begin(toName, spoken(plan.error))
      : (isClipped ? text.productClipped : text.product)(toName, String(j + 1), String(N), fromName);
  return (
    <Equation
      kind="symbols"
      tex={spelled.tex}
      text={spelled.text}
      name={text.equation(said)}
      cells={j === N ? [to] : [to, from]}
      describeCell={describe}
      lines={spelled.lines}
    />
  );
};

/** What S alone would carry of an LSTM's gradient, and what in fact arrives. */
const SAlone = ({ followed, count }: { readonly followed: Followed; readonly count: number }) => {
  const { trace, states, items, chain } = followed;
  const isAlone = trace.plan.shape.cell === 'lstm' && states.length === 1;
  const left = useMemo(() => (isAlone ? leftByStateAlone(trace) : undefined), [isAlone, trace]);
  const { j, norm } = items[count - 1];
  if (!left || j >= chain.N || Number.isNaN(norm)) return null;
  return (
    <p className="chain-note">
      <Sentence
        text={text.sAlone(
          mark(at('S', j)),
          formatShare(left[j], chain.start),
          formatShare(norm, chain.start),
        )}
        plan={trace.plan}
      />
    </p>
  );
};
