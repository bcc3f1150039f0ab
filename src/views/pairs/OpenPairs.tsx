import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { at } from '../../engine/cells';
import { palette } from '../../layout/colour';
import { pairsFor } from '../../layout/pairs';
import { pathFrom } from '../../layout/pairs-path';
import { pairs as text } from '../../messages/pairs';
import { formatNumber, label } from '../../notation';
import { useTheme, useUnrolled } from '../../store';
import { changeSetup, lightPath, setHeard } from '../../store/actions';
import { Choice } from '../charts/Choice';
import { Written } from '../charts/Written';
import { useColumns } from '../score/columns-context';
import { PairFigure } from './PairFigure';
import { PairTable } from './PairTable';
import { type Spot, say } from './say';
import { type Lane, type Pairs, statesIn, usePairs, useReached } from './usePairs';

const nothing: ReadonlySet<string> = new Set();

/** Who hears whom, opened: what is shown, the drawing with what is said of it, and the table. */
export const OpenPairs = ({ title }: { title: ReactNode }) => {
  const pairs = usePairs();
  const columns = useColumns();
  const [pointed, setPointed] = useState<Spot | undefined>(undefined);
  const [hasTable, setTable] = useState(false);
  const { rows, lane } = pairs;
  const isPresented = useUnrolled((state) => state.presenting);
  const layout = useMemo(
    () => pairsFor(rows.length, columns, isPresented),
    [rows.length, columns, isPresented],
  );
  // What was pointed at may be gone with another setup.
  const isThere = (spot: Spot) =>
    spot.row < layout.tops.length && (spot.j === 0 || (spot.j >= columns.first && spot.j <= columns.last));
  const spot = pointed && isThere(pointed) ? pointed : undefined;
  useLitPath(pairs, spot);
  return (
    <>
      <div className="score-label">
        {title}
        <Choice name={text.choice} choices={choicesOf(pairs)} value={lane} onChange={setHeard} />
        <Legend pairs={pairs} />
        <button
          type="button"
          className="button pairs-button"
          aria-expanded={hasTable}
          onClick={() => setTable(!hasTable)}
        >
          {text.table}
        </button>
      </div>
      <div className="score-drawing" style={{ width: `calc(${columns.total}px * var(--score-scale))` }}>
        <Words pairs={pairs} spot={spot} />
        <svg
          className="score-svg"
          viewBox={`0 0 ${columns.total} ${layout.height}`}
          style={{
            width: `calc(${columns.total}px * var(--score-scale))`,
            height: `calc(${layout.height}px * var(--score-scale))`,
          }}
          role="presentation"
        >
          <PairFigure {...{ pairs, layout, columns, spot }} onSpot={setPointed} />
        </svg>
        {hasTable && <PairTable pairs={pairs} />}
      </div>
    </>
  );
};

const letters = { S: 'S_j', C: 'C_j', Ws: 'Ws' } as const;

const choicesOf = ({ plan }: Pairs): Readonly<Record<Lane, ReactNode>> => {
  const lanes: readonly Lane[] = [...statesIn(plan), 'Ws'];
  return Object.fromEntries(
    lanes.map((lane) => [lane, <Written key={lane} cell={letters[lane]} />]),
  ) as Record<Lane, ReactNode>;
};

/** The colours have a scale of their own: one error's gradient may be far smaller than that of their sum. */
const Legend = ({ pairs: { domain } }: { pairs: Pairs }) => {
  const { stops } = palette(useTheme());
  return (
    <p className="pairs-legend" title={text.legend}>
      {formatNumber(domain[0], 1)}
      <span
        className="score-ramp score-ramp-gradient"
        style={{ background: `linear-gradient(90deg in lab, ${stops.gradient.join(', ')})` }}
      />
      {formatNumber(domain[1], 2)}
    </p>
  );
};

/**
 * Above the drawing: how to read it or, in its place, the number that is pointed at. Both keep their room, so that the
 * drawing does not move under the pointer.
 */
const Words = ({ pairs, spot }: { pairs: Pairs; spot: Spot | undefined }) => {
  const reached = useReached(pairs);
  const { head, rest } = spot ? say(pairs, spot, reached) : { head: '', rest: '' };
  return (
    <div className="pairs-words">
      <p role="status">
        {head && <b>{head}</b>} {rest}
      </p>
      <p className={spot ? 'is-away' : undefined}>
        <HowToRead pairs={pairs} reached={reached} />
      </p>
    </div>
  );
};

const HowToRead = ({ pairs, reached }: { pairs: Pairs; reached: number }) => {
  const { rows, lane, plan, isClipped } = pairs;
  const { clip, T } = plan.shape;
  const isOne = rows.length === 1;
  const last = rows[rows.length - 1].t;
  const state = label(at(lane === 'Ws' ? 'S' : lane, last));
  const about = lane === 'Ws' ? text.aboutTerms(!isOne, label('Ws')) : text.aboutStates(!isOne);
  return (
    <>
      {reached > last ? text.nothingYet(state) : about}{' '}
      {isOne && T > 1 ? (
        <>
          {text.onlyOne(label(at('E', last)))}{' '}
          <button type="button" className="pairs-every" onClick={() => changeSetup({ errorAt: 'every' })}>
            {text.everyStep}
          </button>
        </>
      ) : plan.shape.errorAt.length > rows.length ? (
        text.inSight
      ) : (
        rows.length < T && text.notTaken
      )}{' '}
      {isClipped ? text.clippedMark : clip !== 'off' && text.clippedAfter}
    </>
  );
};

/** Lights in the network what is pointed at, as far as the backward pass has come. */
function useLitPath(pairs: Pairs, spot: Spot | undefined): void {
  const reached = useReached(pairs);
  const { rows, plan, lane } = pairs;
  const [row, j] = [spot?.row, spot?.j];
  const path = useMemo(() => {
    if (row === undefined || j === undefined) return nothing;
    const one = rows[row];
    const errors = one ? [one] : rows;
    const cells = errors.flatMap(({ t, first }) => {
      const to = j === 0 ? Math.max(first, reached) : j;
      return to < first || to < reached || to > t ? [] : pathFrom(plan, t, to, lane);
    });
    return cells.length > 0 ? new Set(cells) : nothing;
  }, [rows, plan, lane, row, j, reached]);
  useEffect(() => {
    lightPath(path);
  }, [path]);
  useEffect(() => () => lightPath(nothing), []);
}
