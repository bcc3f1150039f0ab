import {
  type KeyboardEvent,
  type PointerEvent,
  Suspense,
  use,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
} from 'react';
import { pointedAt } from '../../notation/tex';
import { point, useUnrolled } from '../../store';
import type { Katex } from './load-katex';
import { loadedKatex, loadKatex } from './load-katex';
import './equation.css';

interface EquationProps {
  /** TeX, in which what stands for a cell carries `\htmlData{cell=…}`. */
  readonly tex: string;
  /** What stands there until KaTeX is loaded. */
  readonly text: string;
  /** The accessible name. */
  readonly name: string;
  /** The cells in it. */
  readonly cells: readonly string[];
  /** The accessible name of a factor, and what hovering it shows. */
  readonly describeCell: (id: string) => { readonly name: string; readonly title: string };
  readonly kind: 'symbols' | 'numbers' | 'matrices' | 'small-matrices';
  /** Height in lines, reserved so that nothing jumps when KaTeX arrives. */
  readonly lines: number;
}

/** An equation whose factors can be pointed at, by mouse, touch or arrow keys. */
export const Equation = (props: EquationProps) => (
  <div className={`equation equation-${props.kind}`} style={{ minHeight: `${props.lines * 1.3}em` }}>
    <Suspense fallback={<span className="equation-text">{props.text}</span>}>
      <Rendered {...props} />
    </Suspense>
  </div>
);

const Rendered = (props: EquationProps) => {
  // What is there is drawn at once: a promise, even a kept one, would show what stands in for it for a moment.
  const known = loadedKatex();
  const katex = known === undefined ? use(loadKatex()) : known;
  return katex === null ? (
    <span className="equation-text">{props.text}</span>
  ) : (
    <Factors {...props} katex={katex} />
  );
};

const factorsIn = (box: HTMLElement): HTMLElement[] =>
  Array.from(box.querySelectorAll<HTMLElement>('[data-cell]'));

/**
 * Gives a factor its name as words that are not seen, in place of its glyphs: beside them it would be a second name, which
 * whoever speaks what stands there could not say.
 */
const nameByWords = (factor: HTMLElement, name: string): void => {
  for (const glyphs of factor.children) glyphs.setAttribute('aria-hidden', 'true');
  const words = document.createElement('span');
  words.className = 'visually-hidden';
  words.textContent = name;
  factor.append(words);
};

const cellUnder = (event: PointerEvent): string | null =>
  event.target instanceof Element
    ? (event.target.closest<HTMLElement>('[data-cell]')?.dataset.cell ?? null)
    : null;

/** A list of factors to a screen reader: arrows go from one to the next. */
const Factors = ({ katex, tex, name, cells, describeCell }: EquationProps & { readonly katex: Katex }) => {
  const box = useRef<HTMLDivElement>(null);
  const active = useRef(-1);
  const id = useId();
  const pointed = useUnrolled((state) =>
    state.pointed !== null && cells.includes(state.pointed) ? state.pointed : null,
  );

  // Before paint, so that an equation never shows the numbers of the operation before.
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    katex.render(tex, element, {
      displayMode: true,
      output: 'html',
      throwOnError: false,
      strict: 'ignore',
      trust: (context) => context.command === '\\htmlData',
    });
    // KaTeX hides its drawing from screen readers in favour of MathML; here the factors themselves are read.
    for (const hidden of element.querySelectorAll('[aria-hidden]')) hidden.removeAttribute('aria-hidden');
    // A line a little too long is set a little smaller; a longer one scrolls.
    element.classList.remove('is-tight');
    element.classList.toggle('is-tight', element.scrollWidth > (element.parentElement?.clientWidth ?? 0));
    active.current = -1;
    element.removeAttribute('aria-activedescendant');
    factorsIn(element).forEach((factor, i) => {
      const cell = pointedAt(factor.dataset.cell ?? '');
      factor.dataset.cell = cell;
      const said = describeCell(cell);
      factor.id = `${id}-${i}`;
      factor.setAttribute('role', 'option');
      nameByWords(factor, said.name);
      factor.setAttribute('aria-selected', 'false');
      factor.title = said.title;
    });
  }, [katex, tex, id, describeCell]);

  // Classes and nothing else: pointing draws no equation again. `tex`, because a new drawing has lost its classes.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `tex` is read through the drawing it made.
  useEffect(() => {
    if (box.current === null) return;
    for (const factor of factorsIn(box.current))
      factor.classList.toggle('is-pointed', factor.dataset.cell === pointed);
  }, [pointed, tex]);

  const activate = (to: number) => {
    if (box.current === null) return;
    const factors = factorsIn(box.current);
    const next = factors[to];
    if (next === undefined) return;
    factors[active.current]?.setAttribute('aria-selected', 'false');
    active.current = to;
    next.setAttribute('aria-selected', 'true');
    box.current.setAttribute('aria-activedescendant', next.id);
    next.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
    point(next.dataset.cell ?? null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const count = box.current === null ? 0 : factorsIn(box.current).length;
    const targets: Readonly<Record<string, number>> = {
      ArrowRight: Math.min(active.current + 1, count - 1),
      ArrowLeft: Math.max(active.current - 1, 0),
      Home: 0,
      End: count - 1,
    };
    if (event.shiftKey || event.ctrlKey || event.metaKey || targets[event.key] === undefined) return;
    event.preventDefault();
    activate(targets[event.key]);
  };

  return (
    <div
      ref={box}
      className="equation-factors"
      role="listbox"
      tabIndex={0}
      aria-label={name}
      aria-orientation="horizontal"
      onKeyDown={onKeyDown}
      onPointerOver={(event) => point(cellUnder(event))}
      onPointerDown={(event) => point(cellUnder(event))}
      onPointerLeave={() => point(null)}
      onBlur={() => point(null)}
    />
  );
};
