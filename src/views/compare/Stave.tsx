import { type KeyboardEvent, useMemo } from 'react';
import { cutMarksAcross } from '../../layout/cells/cuts';
import { type Stave as StaveLayout, staveFor } from '../../layout/stave';
import { compare as text } from '../../messages/compare';
import { label } from '../../notation';
import { StoreContext, usePlan, useUnrolled } from '../../store';
import { choose } from '../../store/comparing';
import { CutMarks } from '../cells/CutMarks';
import { EdgeLine } from '../network/EdgeLine';
import { PlainNode } from '../network/PlainNode';
import { StateNode } from '../network/StateNode';
import { StreamArrow } from '../network/StreamArrow';
import { useColumns } from '../score/columns-context';
import { ScoreRow } from '../score/ScoreRow';
import { StaveStream } from './StaveStream';
import { scopes } from './scopes';

interface Props {
  readonly index: number;
  /** What sets it apart from the others. */
  readonly what: string;
  readonly isChosen: boolean;
  /** Name of the group of radio buttons. */
  readonly group: string;
  /** Bands of all staves together. */
  readonly bands: number;
}

/** One of those that are compared, drawn from its own network at its own moment. Working in it chooses it. */
export const Stave = ({ index, what, isChosen, group, bands }: Props) => {
  const own = () => choose(index);
  // Enter on one of its numbers edits that number: of this one, so it is chosen first.
  const onKey = ({ key, target }: KeyboardEvent) => {
    if ((key === 'Enter' || key === ' ') && target instanceof SVGElement) own();
  };
  return (
    <div
      className={isChosen ? 'compare-stave is-chosen' : 'compare-stave'}
      onClickCapture={own}
      onKeyDownCapture={onKey}
    >
      <StoreContext value={scopes[index]}>
        <Drawing index={index} what={what} isChosen={isChosen} group={group} bands={bands} />
      </StoreContext>
    </div>
  );
};

const Drawing = ({ index, what, isChosen, group, bands }: Props) => {
  const columns = useColumns();
  const plan = usePlan();
  const isPresented = useUnrolled((state) => state.presenting);
  const layout = useMemo(
    () => staveFor(plan, columns, bands, isPresented),
    [plan, columns, bands, isPresented],
  );
  const name = text.name(text.letters[index], what);
  const isTruncated = plan.shape.window !== undefined || plan.shape.horizon !== undefined;
  const marks = useMemo(
    () => cutMarksAcross(plan, columns, layout.top - 5, layout.foot + 22),
    [plan, columns, layout],
  );
  return (
    <ScoreRow
      region={name}
      height={layout.height}
      label={
        <>
          {/* By mouse the focus stays where it was, so that the arrow keys go on stepping rather than choosing. */}
          <label className="compare-choice" onMouseDown={(event) => event.preventDefault()}>
            <input type="radio" name={group} checked={isChosen} onChange={() => choose(index)} />
            <span>{name}</span>
          </label>
          <Letters layout={layout} />
        </>
      }
    >
      {layout.edges.map((edge) => (
        <EdgeLine key={edge.id} edge={edge} headSize={3} />
      ))}
      {layout.falling.map((stream) => (
        <StreamArrow key={stream.cell} stream={stream} />
      ))}
      {layout.carried.map((carried) => (
        <StaveStream key={carried.t} carried={carried} />
      ))}
      {layout.nodes.map((node) =>
        node.lane !== 'E' && node.t > 0 ? (
          <StateNode key={node.id} node={node} labelSize={layout.label} />
        ) : (
          <PlainNode key={node.id} node={node} labelSize={layout.label} columnWidth={columns.width} />
        ),
      )}
      {isTruncated && <CutMarks marks={marks} />}
    </ScoreRow>
  );
};

/** The letters of the states, at the left of their bands. */
const Letters = ({ layout }: { layout: StaveLayout }) =>
  layout.bands.map(({ lane, y }) => (
    <span
      key={lane}
      className="compare-band"
      style={{ top: `calc(${y}px * var(--score-scale))` }}
      aria-hidden="true"
    >
      {label(lane)}
    </span>
  ));
