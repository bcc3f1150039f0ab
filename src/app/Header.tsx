import { messages } from '../messages';
import { useUnrolled } from '../store';
import { present } from '../store/actions';
import { openTalkList } from '../store/clicker';
import { perform } from '../store/perform';
import { CheckButton } from '../views/check/CheckButton';
import { CompareButton } from '../views/compare/CompareButton';
import { CellChoice } from '../views/controls/CellChoice';
import { ExportButton } from '../views/export/ExportButton';
import { PredictButton } from '../views/predict/PredictButton';
import { ScriptButton } from '../views/script/ScriptButton';
import { Mark } from './Mark';
import { Share } from './Share';
import { ThemeSwitch } from './ThemeSwitch';

const shell = messages.shell;

const History = () => {
  const canUndo = useUnrolled((state) => state.canUndo);
  const canRedo = useUnrolled((state) => state.canRedo);
  return (
    <div className="header-history">
      <button
        type="button"
        className="button button-quiet"
        disabled={!canUndo}
        onClick={() => perform(({ undo }) => undo())}
      >
        {shell.undo}
      </button>
      <button
        type="button"
        className="button button-quiet"
        disabled={!canRedo}
        onClick={() => perform(({ redo }) => redo())}
      >
        {shell.redo}
      </button>
    </div>
  );
};

/** Name, cell, and what concerns the whole page. */
export const Header = ({ onHelp }: { onHelp: () => void }) => (
  <header className="header">
    <Mark />
    <h1 className="header-name" title={shell.subtitle}>
      {shell.name}
    </h1>
    <CellChoice />
    <CompareButton />
    <History />
    <ThemeSwitch />
    <button type="button" className="button button-quiet" onClick={onHelp}>
      {shell.help}
    </button>
    <ScriptButton />
    <PredictButton />
    <CheckButton />
    <Share />
    <ExportButton />
    <button type="button" className="button" aria-haspopup="dialog" onClick={() => openTalkList(true)}>
      {shell.moments}
    </button>
    <button type="button" className="button button-strong" onClick={() => present(true)}>
      {shell.present}
    </button>
  </header>
);
