import { type RefObject, useEffect, useId, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { exported } from '../../../messages/export';
import { run } from '../../../store';
import { type Katex, loadKatex } from '../../inspector/load-katex';
import type { Scope } from '../numbers/panel';
import { useMoment } from '../use-moment';
import { aboutOf } from './about';
import { Given } from './Given';
import { type Group, groupsOf } from './groups';
import { Operation } from './Operation';
import './print-page.css';

const text = exported.solution;

interface Props {
  readonly scope: Scope;
  readonly onClose: () => void;
}

/** The worked solution as a page of its own, to be read and to be printed. */
export const PrintPage = ({ scope, onClose }: Props) => {
  const id = useId();
  const page = useRef<HTMLDialogElement>(null);
  const state = useMoment();
  const { plan, trace } = run(state);
  const all = plan.ops.length;
  const count = scope === 'all' ? all : state.playhead;
  const groups = groupsOf(plan, count);
  const katex = useKatex();
  const set = useSetLittleByLittle(katex === undefined ? 0 : count);
  useAlone(page);
  return createPortal(
    // Not modal: what lies above everything else is cut off at the end of the first sheet.
    <dialog
      ref={page}
      className="print-page"
      aria-labelledby={id}
      onKeyDown={({ key }) => key === 'Escape' && onClose()}
      open
    >
      <div className="print-bar">
        <button type="button" className="button" onClick={onClose}>
          {text.back}
        </button>
        <span role="status">{set < count && text.progress(set, count)}</span>
        <button type="button" className="button button-strong" disabled={set < count} onClick={() => print()}>
          {text.print}
        </button>
      </div>
      <article className="print-sheet">
        <h1 id={id}>{text.title}</h1>
        <p>{text.extent(count, all)}</p>
        <h2>{text.setup}</h2>
        <dl className="print-about">
          {aboutOf(state).map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        {katex !== undefined && <Given trace={trace} katex={katex} />}
        <p className="print-note">{text.rounded}</p>
        {groups.map((group, index) => (
          <section key={`${group.pass}${group.t}${group.ops[0].index}`}>
            <Heading group={group} before={groups[index - 1]} />
            {katex !== undefined &&
              group.ops
                .filter((op) => op.index < set)
                .map((op) => <Operation key={op.index} trace={trace} op={op} katex={katex} />)}
          </section>
        ))}
      </article>
    </dialog>,
    document.body,
  );
};

const Heading = ({ group, before }: { group: Group; before: Group | undefined }) => (
  <>
    {group.pass !== before?.pass && <h2>{text.passes[group.pass]}</h2>}
    {group.t > 0 && <h3>{text.step(group.t)}</h3>}
  </>
);

/** KaTeX once it is loaded: undefined until then, null if it cannot be. */
function useKatex(): Katex | null | undefined {
  const [katex, setKatex] = useState<Katex | null>();
  useEffect(() => {
    void loadKatex().then((loaded) => setKatex(() => loaded));
  }, []);
  return katex;
}

/** As many operations are set between two frames; each has two equations. */
const AT_ONCE = 16;

/** How many of `count` are set by now: a few each frame, so that the page can be read while it grows. */
function useSetLittleByLittle(count: number): number {
  const [set, setSet] = useState(0);
  useEffect(() => {
    if (set >= count) return;
    const frame = requestAnimationFrame(() => setSet(Math.min(count, set + AT_ONCE)));
    return () => cancelAnimationFrame(frame);
  }, [set, count]);
  return set;
}

/** Makes the page the only one there is while it is open: neither keys nor paper reach what lies below. */
function useAlone(page: RefObject<HTMLDialogElement | null>): void {
  useEffect(() => {
    const workbench = document.getElementById('root');
    workbench?.setAttribute('inert', '');
    document.documentElement.classList.add('has-print-page');
    page.current?.querySelector<HTMLElement>('button:not(:disabled)')?.focus();
    return () => {
      workbench?.removeAttribute('inert');
      document.documentElement.classList.remove('has-print-page');
    };
  }, [page]);
}
