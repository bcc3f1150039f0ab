import { Suspense, use, useMemo, useRef, useState } from 'react';
import { opAt } from '../../engine';
import type { Op, Trace } from '../../engine/types';
import { exported as text } from '../../messages/export';
import { describe } from '../../notation/describe';
import { run, type State } from '../../store';
import { RadioGroup } from '../controls/RadioGroup';
import { loadKatex } from '../inspector/load-katex';
import { Actions } from './Actions';
import { fileName } from './file-name';
import { equationTex, type Part, room } from './latex/equation';
import { Preview } from './Preview';
import { Formula } from './solution/Formula';

/** The equation of the operation at the playhead, as LaTeX. */
export const EquationPanel = ({ state }: { state: State }) => {
  const [part, setPart] = useState<Part>('both');
  const field = useRef<HTMLTextAreaElement>(null);
  const { plan, trace } = run(state);
  const op = opAt(plan, state.playhead);
  const latex = useMemo(() => (op ? equationTex(trace, op, part) : ''), [trace, op, part]);
  return (
    <>
      <RadioGroup name={text.as} choices={text.equationParts} value={part} onChange={setPart} />
      {op === undefined ? (
        <p className="export-note">{text.noEquation}</p>
      ) : (
        <>
          <p className="export-note">{text.equationNote}</p>
          <Suspense fallback={<div className="export-equation" />}>
            <Drawn trace={trace} op={op} part={part} />
          </Suspense>
          <Preview label={text.latex} value={latex} field={field} />
          <Actions
            fileName={fileName(part === 'both' ? 'equation' : `equation in ${part}`, state, 'tex')}
            content={() => new Blob([latex], { type: 'application/x-tex' })}
            selectable={field}
          />
        </>
      )}
    </>
  );
};

/** The equation as it will be set. */
const Drawn = ({ trace, op, part }: { trace: Trace; op: Op; part: Part }) => {
  const katex = use(loadKatex());
  const { symbols, numbers } = useMemo(() => describe(trace, op), [trace, op]);
  if (katex === null) return null;
  const figures = numbers(room);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <div className="export-equation" role="group" aria-label={text.equationSet} tabIndex={0}>
      {part !== 'numbers' && <Formula katex={katex} tex={symbols.tex} text={symbols.text} isDisplay />}
      {part !== 'symbols' && (
        <Formula katex={katex} tex={figures.tex} text="" isDisplay isSmall={figures.isMatrix} />
      )}
    </div>
  );
};
