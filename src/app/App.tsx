import { useCallback, useEffect, useRef, useState } from 'react';
import { messages } from '../messages';
import { useConvention, useUnrolled } from '../store';
import { loadChanges } from '../store/perform';
import { AtRest } from '../views/AtRest';
import { ChainRule } from '../views/chain/ChainRule';
import { Broken } from '../views/check/Broken';
import { Cliff } from '../views/cliff/Cliff';
import { LookAt, SetUp } from '../views/controls/SetUp';
import { Editor } from '../views/editor';
import { ThisStep } from '../views/inspector/ThisStep';
import { Weights } from '../views/inspector/Weights';
import { lazily } from '../views/lazily';
import { Score } from '../views/score/Score';
import { TalkBar, TalkList } from '../views/talk/Talk';
import { Training } from '../views/training/Training';
import './app.css';
import { commandsOf } from './commands';
import { ErrorBoundary } from './ErrorBoundary';
import { Header } from './Header';
import { Help } from './Help';
import { listenToKeys } from './keyboard';
import { Notice } from './Notice';
import { Panel } from './Panel';
import { Shared } from './Share';
import { useThemedDocument } from './theme';

/** What makes the workbench fill a lecture hall. */
export const Presenting = lazily(() => import('./Presenting').then((module) => module.Presenting));

/**
 * The workbench. In the document the score comes first, then what it means, then what is set: the order of a narrow
 * page and of the keyboard; a wide page puts what is set at the left.
 */
const Workbench = () => {
  // Drawn again as a whole when another convention is chosen: symbols stand everywhere.
  useConvention();
  const isPresenting = useUnrolled((state) => state.presenting);
  const isFactorOpen = useUnrolled((state) => state.factor !== null);
  // Presented, a factor that is open takes the place of this step, unless that is asked for.
  const isFactorShown = useUnrolled((state) => state.factor !== null && state.predict === null);
  const hasTalk = useUnrolled((state) => state.talk.length > 0);
  // Of a large network what it means is more than a frame has time for: it follows when nothing is dragged any more.
  const isLarge = useUnrolled(({ setup: { T, X, H, Y } }) => T > 12 || Math.max(X, H, Y) > 8);
  const middle = useRef<HTMLElement>(null);
  const explanation = useRef<HTMLDivElement>(null);
  // Counted, since a dialog tells of its closing a little later: that must not close the one opened after it.
  const [helpAsked, setHelpAsked] = useState(0);
  const openHelp = useCallback(() => setHelpAsked((times) => Math.abs(times) + 1), []);
  const closeHelp = () => setHelpAsked((times) => (times === helpAsked ? -times : times));
  useEffect(() => listenToKeys(commandsOf(openHelp)), [openHelp]);
  // Once the page stands, so that what is pressed is done at once; full screen is granted to nothing later.
  useEffect(() => {
    void loadChanges();
    void Presenting.load();
    void Shared.load();
  }, []);

  return (
    <div className={isPresenting ? 'app is-presenting' : 'app'}>
      {!isPresenting && <Header onHelp={openHelp} />}
      <Notice />
      {hasTalk && !isPresenting && <TalkBar />}
      <div className="workbench">
        {hasTalk && isPresenting && <TalkBar />}
        <main className="middle" ref={middle}>
          {isPresenting && <h1 className="visually-hidden">{messages.shell.name}</h1>}
          <Broken />
          <Score />
        </main>
        {isPresenting ? (
          <aside className="panel panel-right" aria-label={messages.shell.explanation}>
            <Training />
            <div className="presented-step" ref={explanation}>
              {!isFactorShown && <LookAt />}
              {!isFactorShown && <ThisStep />}
              {isFactorOpen && <ChainRule />}
            </div>
          </aside>
        ) : (
          <Panel side="right">
            <AtRest isPatient={isLarge}>
              <ThisStep />
              <ChainRule />
              <Weights />
            </AtRest>
          </Panel>
        )}
        {!isPresenting && (
          <Panel side="left">
            <SetUp />
          </Panel>
        )}
      </div>
      {isPresenting && <Presenting middle={middle} explanation={explanation} />}
      <Editor />
      <Cliff />
      <TalkList />
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
