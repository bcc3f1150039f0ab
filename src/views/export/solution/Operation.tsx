import { memo } from 'react';
import type { Op, Trace } from '../../../engine/types';
import { describe } from '../../../notation/describe';
import type { Katex } from '../../inspector/load-katex';
import { Sentence } from '../../inspector/Symbols';
import { room } from '../latex/equation';
import { Formula } from './Formula';

interface Props {
  readonly trace: Trace;
  readonly op: Op;
  readonly katex: Katex | null;
}

/** One operation, worked out: what it is, its equation in symbols and with numbers, and why. */
export const Operation = memo(({ trace, op, katex }: Props) => {
  const { plan } = trace;
  const { title, why, symbols, numbers } = describe(trace, op);
  const figures = numbers(room);
  // Below the heading of its time step, if it belongs to one.
  const Title = op.t > 0 ? 'h4' : 'h3';
  return (
    <article className="print-operation">
      <Title className="print-title">
        {op.index + 1}. <Sentence text={title} plan={plan} />
      </Title>
      <Formula katex={katex} tex={symbols.tex} text={symbols.text} isDisplay />
      {katex && <Formula katex={katex} tex={figures.tex} text="" isDisplay isSmall={figures.isMatrix} />}
      <p>
        <Sentence text={why} plan={plan} />
      </p>
    </article>
  );
});
