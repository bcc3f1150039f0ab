import { useCallback, useEffect, useRef, useState } from 'react';
import { messages } from '../messages';
import { useConvention } from '../store';
import { Broken } from '../views/check/Broken';
import { SetUp } from '../views/controls/SetUp';
import { Editor } from '../views/editor';
import { ThisStep } from '../views/inspector/ThisStep';
import { Weights } from '../views/inspector/Weights';
import { Score } from '../views/score/Score';
import './app.css';
import { commandsOf } from './commands';
import { ErrorBoundary } from './ErrorBoundary';
import { Header } from './Header';
import { Help } from './Help';
import { listenToKeys } from './keyboard';
import { LeavePresenting } from './LeavePresenting';
import { Notice } from './Notice';
import { Panel } from './Panel';
import { useFollowing, useHallType, usePresenting } from './presenting';
import { useThemedDocument } from './theme';

/**
 * The workbench. In the document the score comes first, then what it means, then what is set: the order of a narrow
 * page and of the keyboard; a wide page puts what is set at the left.
 */
const Workbench = () => {
  // Drawn again as a whole when another convention is chosen: symbols stand everywhere.
  useConvention();
  const isPresenting = usePresenting();
  const middle = useRef<HTMLElement>(null);
  useFollowing(middle, isPresenting);
  const explanation = useRef<HTMLElement>(null);
  useHallType(explanation, isPresenting);
  // Counted, since a dialog tells of its closing a little later: that must not close the one opened after it.
  const [helpAsked, setHelpAsked] = useState(0);
  const openHelp = useCallback(() => setHelpAsked((times) => Math.abs(times) + 1), []);
  const closeHelp = () => setHelpAsked((times) => (times === helpAsked ? -times : times));
  useEffect(() => listenToKeys(commandsOf(openHelp)), [openHelp]);

  return (
    <div className={isPresenting ? 'app is-presenting' : 'app'}>
      {!isPresenting && <Header onHelp={openHelp} />}
      <Notice />
      <div className="workbench">
        <main className="middle" ref={middle}>
          <Broken />
          <Score />
        </main>
        {isPresenting ? (
          <aside className="panel panel-right" ref={explanation} aria-label={messages.shell.explanation}>
            <ThisStep />
          </aside>
        ) : (
          <Panel side="right">
            <ThisStep />
            <Weights />
          </Panel>
        )}
        {!isPresenting && (
          <Panel side="left">
            <SetUp />
          </Panel>
        )}
      </div>
      {isPresenting && <LeavePresenting />}
      <Editor />
      <Help key={Math.abs(helpAsked)} isOpen={helpAsked > 0} onClose={closeHelp} />
    </div>
  );
};

/** Unrolled as a page: its theme, and a way back from whatever breaks while it draws. */
export const App = () => {
  useThemedDocument();
  return (
    <ErrorBoundary>
      <Workbench />
    </ErrorBoundary>
  );
};
