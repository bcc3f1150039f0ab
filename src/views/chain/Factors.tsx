import { Fragment, type KeyboardEvent, memo, useEffect, useRef } from 'react';
import { at, grad } from '../../engine';
import { quotientOf } from '../../engine/chain';
import { gradientShare, palette } from '../../layout/colour';
import { messages } from '../../messages';
import { formatFull, formatNumber, NO_QUOTIENT, parts } from '../../notation';
import { type Run, store, useTheme, useUnrolled } from '../../store';
import { point } from '../../store/actions';
import { CellSymbol } from '../inspector/Symbols';
import { drawnOf, type Followed, type Item } from './use-chain';

const text = messages.chain;

interface Props {
  readonly followed: Followed;
  readonly count: number;
}

/** The factors that are known, in rows, latest first: one stop for Tab, arrows go from one to the next. */
export const Factors = ({ followed, count }: Props) => {
  const { items, run, states } = followed;
  const { drawn: known, hidden } = drawnOf(followed, count);
  const open = useUnrolled((state) => state.factor);
  const box = useRef<HTMLDivElement>(null);
  // After a click the arrows stay the playhead's: whoever opens a factor by mouse goes on stepping.
  const isByPointer = useRef(false);
  const openable = known.filter(isFactor).map((item) => item.link?.t);
  const entry = open !== null && openable.includes(open) ? open : openable.at(-1);

  // The newest factor, or the open one, stays in sight where there are more than the rows hold.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `count` and `open` decide which one that is.
  useEffect(() => {
    const list = box.current;
    const target = list?.querySelector<HTMLElement>(`[data-t="${entry}"]`);
    if (!list || !target || list.scrollHeight <= list.clientHeight) return;
    list.scrollTop = target.offsetTop - list.clientHeight + target.offsetHeight;
  }, [count, open]);

  const move = (event: KeyboardEvent) => {
    const direction = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (direction === undefined || event.shiftKey || isByPointer.current) return;
    event.preventDefault();
    const buttons = Array.from(box.current?.querySelectorAll<HTMLElement>('button') ?? []);
    const next = buttons[buttons.indexOf(event.target as HTMLElement) + direction];
    if (!next) return;
    next.focus();
    // One that is open goes along, so that the Jacobians can be compared by holding an arrow.
    if (open !== null) store.setState({ factor: Number(next.dataset.t) });
  };
  return (
    <div
      ref={box}
      className={isWide(items) ? 'chain-factors is-wide' : 'chain-factors'}
      role="toolbar"
      aria-label={text.factors}
      onPointerDown={() => {
        isByPointer.current = true;
      }}
      onFocus={(event) => {
        if (event.target.matches(':focus-visible')) isByPointer.current = false;
      }}
      onKeyDown={move}
    >
      {known.map((item, index) => (
        <Fragment key={`${item.kind}${item.j}`}>
          {index === 1 && hidden > 0 && <div className="chain-item chain-hidden">{text.hidden(hidden)}</div>}
          <Shown
            item={item}
            run={run}
            isPair={states.length > 1}
            isOpen={isFactor(item) && item.link?.t === open}
            isEntry={isFactor(item) && item.link?.t === entry}
          />
        </Fragment>
      ))}
    </div>
  );
};

/** Whether a number in the row needs a power of ten: then all columns are wider, from the start. */
const isWide = (items: readonly Item[]): boolean =>
  items.some(({ norm, link }) => briefly(norm).length > 6 || formatNumber(link?.gain ?? 0, 2).length > 6);

const isFactor = ({ kind }: Item): boolean => kind === 'factor' || kind === 'cut';

interface ShownProps {
  readonly item: Item;
  readonly run: Run;
  readonly isPair: boolean;
  readonly isOpen: boolean;
  readonly isEntry: boolean;
}

const Shown = memo(({ item, run, isPair, isOpen, isEntry }: ShownProps) => {
  const { kind, link, j, norm } = item;
  const { plan } = run;
  if (kind === 'start') {
    const from = grad(at('S', j));
    // Where δ stands for another gradient, this one is written as a fraction.
    const isLong = parts(from, plan).prefix !== undefined;
    return (
      <div className={isLong ? 'chain-item is-long' : 'chain-item'}>
        <span className="chain-way">
          <CellSymbol cell={at('E', j)} />
        </span>
        <span className="chain-plain">
          ‖
          <CellSymbol cell={from} plan={plan} />‖
        </span>
        <Left item={item} run={run} />
      </div>
    );
  }
  if (kind === 'clip')
    return (
      <div className="chain-item">
        <span className="chain-way">{text.clip}</span>
        <span className="chain-plain chain-clip" title={formatFull(link?.clip ?? 1)}>
          {text.times(formatNumber(link?.clip ?? 1, 2))}
        </span>
        <Left item={item} run={run} />
      </div>
    );
  const t = link?.t ?? 0;
  const gain = quotientOf(link, link?.gain);
  const toggle = () => store.setState({ factor: isOpen ? null : t });
  return (
    <button
      type="button"
      className="chain-item chain-button"
      data-t={t}
      aria-expanded={isOpen}
      tabIndex={isEntry ? 0 : -1}
      title={kind === 'cut' || gain === undefined ? undefined : formatFull(gain)}
      onClick={toggle}
      onPointerEnter={() => point(grad(at('S', t - 1)))}
      onPointerLeave={() => point(null)}
    >
      <span className="chain-way">
        {isPair ? t : <CellSymbol cell={at('S', t)} />}→
        {isPair ? t - 1 : <CellSymbol cell={at('S', t - 1)} />}
      </span>
      <span className={kind === 'cut' ? 'chain-gain chain-cut' : 'chain-gain'}>
        {kind === 'cut' ? text.cut : text.times(gain === undefined ? NO_QUOTIENT : formatNumber(gain, 2))}
      </span>
      {kind === 'factor' && <span className="visually-hidden"> {text.leaves} </span>}
      {kind === 'cut' ? (
        <span className="chain-end">
          {plan.shape.window === undefined ? text.horizonEnds : text.windowEnds}
        </span>
      ) : (
        <Left item={{ ...item, norm }} run={run} />
      )}
    </button>
  );
});

/** As the chart writes it; with two digits where three are too long for a column. */
const briefly = (norm: number): string => {
  const text = formatNumber(norm);
  return text.length > 6 ? formatNumber(norm, 2) : text;
};

/** What is left, as a dot whose area and colour are the chart's, and as a number. */
const Left = ({ item: { norm }, run }: { readonly item: Item; readonly run: Run }) => {
  const colours = palette(useTheme());
  const share = gradientShare(norm, run.gradientDomain) || 0;
  return (
    <>
      <svg className="chain-dot" viewBox="-12 -12 24 24" aria-hidden="true">
        {/* Nothing has no dot. */}
        {norm !== 0 && <circle r={2.5 + 8 * share} fill={colours.gradient(norm, run.gradientDomain)} />}
      </svg>
      <span className="chain-norm" title={formatFull(norm)}>
        {briefly(norm)}
      </span>
    </>
  );
};
