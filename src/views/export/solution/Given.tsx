import { memo } from 'react';
import type { Trace } from '../../../engine/types';
import type { Katex } from '../../inspector/load-katex';
import { Formula } from './Formula';
import { givenOf } from './start';

/** The numbers that the run starts from. */
export const Given = memo(({ trace, katex }: { trace: Trace; katex: Katex | null }) =>
  givenOf(trace).map(({ name, equations }) => (
    <section key={name} className="print-given">
      <h3>{name}</h3>
      <p>
        {equations.map(({ tex, isWide }) => (
          <Formula key={tex} katex={katex} tex={tex} text={tex} isSmall={isWide} />
        ))}
      </p>
    </section>
  )),
);
