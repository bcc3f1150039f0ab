import { at } from '../../engine/cells';
import type { CutMark } from '../../layout/cells/cuts';
import { firstReader } from '../../layout/edges';
import { cells as text } from '../../messages/cells';
import { label } from '../../notation';
import { useCell, usePlan } from '../../store';
import './cut-marks.css';

/** Where truncation cuts: an ink line across what would have carried the gradient, with words. */
export const CutMarks = ({ marks }: { marks: readonly CutMark[] }) =>
  marks.map((mark) => <Line key={mark.after} mark={mark} />);

/** Drawn with the step behind it: the state has been carried over by then, and the gradient will not be. */
const Line = ({ mark }: { mark: CutMark }) => {
  const plan = usePlan();
  const { after, kind, x, from, to, isNamed } = mark;
  const earlier = at('S', after - 1);
  const isReached = useCell(firstReader(plan, earlier, after)) !== undefined;
  if (!isReached) return null;
  const [later, before] = [label(at('S', after)), label(earlier)];
  const name = kind === 'window' ? text.windowEndsAt(later, before) : text.horizonEndsAt(later, before);
  return (
    // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: a line with a name; there is nothing to press
    <g className="cut-mark" role="img" aria-label={name}>
      <title>{name}</title>
      <rect className="cut-mark-reach" x={x - 6} y={from} width={12} height={to - from} />
      <line x1={x} x2={x} y1={from} y2={to} />
      {isNamed && (
        <text x={x} y={to + 13} fontSize={12}>
          {kind === 'window' ? text.windowEnds : text.horizonEnds}
        </text>
      )}
    </g>
  );
};
