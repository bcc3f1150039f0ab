import { useCallback, useMemo, useRef } from 'react';
import { numbersIn } from '../../engine';
import type { CellId, Op } from '../../engine/types';
import { messages } from '../../messages';
import { formatList, spoken, spokenText } from '../../notation';
import { describe } from '../../notation/describe';
import { useRun, useUnrolled } from '../../store';
import { Differ } from '../predict/Differ';
import { CopyButton } from './CopyButton';
import { cellText } from './copy-text';
import { describeCell } from './describe-cell';
import { Equation } from './Equation';
import { Sentence } from './Symbols';
import { useRoom } from './use-room';

const inspector = messages.inspector;

/** Type of matrices in a lecture hall, as a share of theirs on the page (see this-step.css). */
const [HALL, SMALL_HALL] = [7 / 6, 0.88];

/** The account of one operation. It is loaded apart, with every sentence that it may need. */
export const Account = ({ op }: { readonly op: Op }) => {
  const run = useRun();
  const { plan, trace } = run;
  const isPlaying = useUnrolled((state) => state.playing);
  const body = useRef<HTMLDivElement>(null);
  const isHall = useUnrolled((state) => state.presenting);
  const room = useRoom(body);
  // The operation of another plan is gone with the next drawing, but must not be described with this one's numbers.
  const current = plan.ops[op.index] ?? op;
  const description = useMemo(() => describe(run.trace, current), [run, current]);
  const { plain, matrix } = room;
  const { kind, ...figures } = useMemo(() => {
    const inType = (share: number) => description.numbers({ plain, matrix: matrix / share });
    // For the last row as large as possible, but rather small than with dots.
    const large = isHall ? inType(HALL) : inType(1);
    if (!large.isMatrix) return { ...large, kind: 'numbers' } as const;
    return isHall && !large.isWhole
      ? ({ ...inType(SMALL_HALL), kind: 'small-matrices' } as const)
      : ({ ...large, kind: 'matrices' } as const);
  }, [description, plain, matrix, isHall]);
  const describeOne = useCallback((id: CellId) => describeCell(run.trace, id), [run]);
  const result = numbersIn(trace, op.out);
  const said = inspector.result(
    spokenText(description.title, plan),
    spoken(op.out, plan),
    result === undefined || result.length > 8 ? '' : formatList(result, 3),
  );
  return (
    <>
      <p className={`this-step-kicker this-step-${op.pass}`}>
        <Sentence text={description.kicker} plan={plan} />
      </p>
      <h2 className="this-step-title">
        <Sentence text={description.title} plan={plan} />
      </h2>
      <div className="this-step-equations" ref={body}>
        <Equation
          kind="symbols"
          tex={description.symbols.tex}
          text={description.symbols.text}
          name={inspector.equation(description.symbols.spoken)}
          cells={description.cells}
          describeCell={describeOne}
          lines={description.symbols.lines}
        />
        <Equation
          kind={kind}
          tex={figures.tex}
          text={description.symbols.text}
          name={inspector.inNumbers}
          cells={description.cells}
          describeCell={describeOne}
          lines={figures.lines}
        />
      </div>
      <p className="this-step-why">
        <Sentence text={description.why} plan={plan} />
      </p>
      <div className="this-step-copying">
        <CopyButton
          label={inspector.copyNumbers}
          text={() => description.cells.map((id) => cellText(trace, id)).join('\n')}
        />
        <CopyButton
          label={inspector.copyLatex}
          text={() => [description.symbols.tex, figures.tex].map(withoutMarkers).join('\n\n')}
        />
      </div>
      {!isPlaying && <Differ op={current} />}
      {/* While playing, operations go by faster than they can be read out. */}
      <p className="visually-hidden" aria-live={isPlaying ? 'off' : 'polite'}>
        {isPlaying ? '' : said}
      </p>
    </>
  );
};

/** TeX without what only this page understands. */
const withoutMarkers = (tex: string): string => tex.replace(/\\htmlData\{cell=[^{}]*\}/g, '');
