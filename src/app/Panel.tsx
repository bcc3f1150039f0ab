import type { ReactNode } from 'react';
import { messages } from '../messages';
import { useUnrolled } from '../store';
import { togglePanel } from '../store/actions';
import { LookAt } from '../views/controls/SetUp';
import { Training } from '../views/training/Training';

const shell = messages.shell;

/** At the left the first group's heading is the panel's. */
const words = {
  left: { name: shell.setUp, title: null, hide: shell.hideSetUp, show: shell.showSetUp },
  right: {
    name: shell.explanation,
    title: shell.thisStep,
    hide: shell.hideExplanation,
    show: shell.showExplanation,
  },
};

interface Props {
  readonly side: 'left' | 'right';
  readonly children: ReactNode;
}

/** One side of the workbench; folded, only the button that brings it back is left. */
export const Panel = ({ side, children }: Props) => {
  const isOpen = useUnrolled((state) => state.panels[side]);
  const { name, title, hide, show } = words[side];
  return (
    <aside className={`panel panel-${side}${isOpen ? '' : ' is-folded'}`} aria-label={name}>
      <button
        type="button"
        className="panel-fold"
        aria-expanded={isOpen}
        aria-label={isOpen ? hide : show}
        onClick={() => togglePanel(side)}
      >
        {isOpen ? shell.hide : show}
      </button>
      {isOpen && (
        <div className="panel-content">
          {side === 'right' && (
            <>
              <LookAt />
              <Training />
            </>
          )}
          {title !== null && <h2 className="section-head panel-title">{title}</h2>}
          {children}
        </div>
      )}
    </aside>
  );
};
