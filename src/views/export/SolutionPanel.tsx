import { useMemo, useState } from 'react';
import { exported as text } from '../../messages/export';
import { run, type State } from '../../store';
import { Actions } from './Actions';
import { fileName } from './file-name';
import { HowFar, scopeIn } from './HowFar';
import { documentLines } from './latex/document';
import type { Scope } from './numbers/panel';
import { beginning, Preview, textBlob } from './Preview';

interface Props {
  readonly state: State;
  readonly onPrint: (scope: Scope) => void;
}

/** All operations worked out, as a LaTeX document or as a page to print. */
export const SolutionPanel = ({ state, onPrint }: Props) => {
  const all = run(state).plan.ops.length;
  const [chosen, setScope] = useState<Scope>(state.playhead === 0 ? 'all' : 'done');
  const scope = scopeIn(state, chosen);
  const shown = useMemo(() => beginning(documentLines(state, scope), text.more), [state, scope]);
  const count = scope === 'all' ? all : state.playhead;
  const isEmpty = count === 0;
  return (
    <>
      <HowFar state={state} value={scope} onChange={setScope} />
      {isEmpty ? (
        <p className="export-note">{text.nothingDone}</p>
      ) : (
        <>
          <p className="export-note">
            {text.solutionNote} {text.operationCount(count)}.
          </p>
          <Preview label={text.beginningOfLatex} value={shown} />
          <Actions
            fileName={fileName('worked solution', state, 'tex')}
            content={() => textBlob(documentLines(state, scope), 'application/x-tex')}
          >
            <button type="button" className="button" onClick={() => onPrint(scope)}>
              {text.toPage}
            </button>
          </Actions>
        </>
      )}
    </>
  );
};
