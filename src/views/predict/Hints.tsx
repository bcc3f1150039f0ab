import { useCallback, useMemo, useRef } from 'react';
import { doneAt, numbersIn } from '../../engine';
import type { CellId, Op } from '../../engine/types';
import { leadingTo } from '../../lessons/mistakes';
import { messages } from '../../messages';
import { formatList, formatNumber, spoken } from '../../notation';
import { describe } from '../../notation/describe';
import { usePlan, useRun, useUnrolled } from '../../store';
import { Equation } from '../inspector/Equation';
import { useRoom } from '../inspector/use-room';

const inspector = messages.inspector;

/** As many numbers of a cell are read out. */
const mostNumbers = 64;

interface Props {
  /** The operation whose result is asked for. */
  readonly op: Op;
  readonly isInNumbers: boolean;
}

/**
 * The equation of what is asked for, with `?` for its result. Between what is shown and the main result of a time step
 * there are several: each as a line of its own.
 */
export const Hints = ({ op, isInNumbers }: Props) => {
  const plan = usePlan();
  const playhead = useUnrolled((state) => state.playhead);
  const coming = useMemo(
    () => leadingTo(plan, op).filter(({ index }) => index >= playhead),
    [plan, op, playhead],
  );
  return coming.map((each) => <Hint key={each.out} op={each} asked={op.out} isInNumbers={isInNumbers} />);
};

interface HintProps extends Props {
  readonly asked: CellId;
}

const Hint = ({ op, asked, isInNumbers }: HintProps) => {
  const run = useRun();
  const playhead = useUnrolled((state) => state.playhead);
  const body = useRef<HTMLDivElement>(null);
  const room = useRoom(body);
  const description = useMemo(() => describe(run.trace, op), [run, op]);
  const figures = useMemo(
    () => description.numbers({ plain: room.plain, matrix: room.matrix }, asked),
    [description, room.plain, room.matrix, asked],
  );
  const hiddenFrom = doneAt(run.plan, asked);
  const describeCell = useCallback(
    (id: CellId) => {
      const name = spoken(id, run.plan);
      const known = doneAt(run.plan, id);
      // Numbers on the way to what is asked for are told by the second hint.
      const isTold = known <= playhead || (isInNumbers && known < hiddenFrom);
      const values = isTold ? numbersIn(run.trace, id) : undefined;
      if (values === undefined || values.length > mostNumbers) return { name, title: name };
      const told = values.length === 1 ? formatNumber(values[0]) : formatList(values);
      return { name: `${name}, ${told}`, title: told };
    },
    [run, playhead, isInNumbers, hiddenFrom],
  );
  return (
    <div className="this-step-equations" ref={body}>
      <Equation
        kind="symbols"
        tex={description.symbols.tex}
        text={description.symbols.text}
        name={inspector.equation(description.symbols.spoken)}
        cells={description.cells}
        describeCell={describeCell}
        lines={description.symbols.lines}
      />
      {isInNumbers && (
        <Equation
          kind={figures.isMatrix ? 'matrices' : 'numbers'}
          tex={figures.tex}
          text={description.symbols.text}
          name={inspector.inNumbers}
          cells={description.cells}
          describeCell={describeCell}
          lines={figures.lines}
        />
      )}
    </div>
  );
};
