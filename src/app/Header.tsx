import { messages } from '../messages';
import { useUnrolled } from '../store';
import { present, redo, undo } from '../store/actions';
import { Mark } from './Mark';
import { Share } from './Share';
import { ThemeSwitch } from './ThemeSwitch';

const { setup, shell } = messages;

const History = () => {
  const canUndo = useUnrolled((state) => state.canUndo);
  const canRedo = useUnrolled((state) => state.canRedo);
  return (
    <div className="header-history">
      <button type="button" className="button button-quiet" disabled={!canUndo} onClick={() => undo()}>
        {setup.undo}
      </button>
      <button type="button" className="button button-quiet" disabled={!canRedo} onClick={() => redo()}>
        {setup.redo}
      </button>
    </div>
  );
};

/** Name and what concerns the whole page. */
export const Header = ({ onHelp }: { onHelp: () => void }) => (
  <header className="header">
    <Mark />
    <h1 className="header-name" title={shell.subtitle}>
      {shell.name}
    </h1>
    <History />
    <ThemeSwitch />
    <button type="button" className="button button-quiet" onClick={onHelp}>
      {shell.help}
    </button>
    <Share />
    <button type="button" className="button button-strong" onClick={() => present(true)}>
      {shell.present}
    </button>
  </header>
);
