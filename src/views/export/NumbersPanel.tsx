import { useMemo, useState } from 'react';
import type { PanelName } from '../../messages/en/export';
import { exported as text } from '../../messages/export';
import type { State } from '../../store';
import { RadioGroup } from '../controls/RadioGroup';
import { Actions } from './Actions';
import { Field } from './Field';
import { fileName } from './file-name';
import { HowFar, scopeIn } from './HowFar';
import { csvLines } from './numbers/csv';
import { jsonLines } from './numbers/json';
import type { Scope } from './numbers/panel';
import { panels } from './numbers/panels';
import { beginning, Preview, textBlob } from './Preview';

const all = Object.entries(text.panels) as [PanelName, string][];
const types = { csv: 'text/csv', json: 'application/json' } as const;

/** The numbers of a panel as a file. */
export const NumbersPanel = ({ state }: { state: State }) => {
  const names = useMemo(() => all.filter(([name]) => panels[name].isThere?.(state) ?? true), [state]);
  const [panel, setPanel] = useState<PanelName>('network');
  const [format, setFormat] = useState<keyof typeof types>('csv');
  const [chosen, setScope] = useState<Scope>('done');
  const scope = scopeIn(state, chosen);
  const lines = useMemo(
    () => () =>
      format === 'csv'
        ? csvLines(panels[panel], state, scope)
        : jsonLines(panel, panels[panel], state, scope),
    [panel, format, scope, state],
  );
  const shown = useMemo(() => beginning(lines(), text.more), [lines]);
  const isEmpty = useMemo(
    () => panels[panel].entries(state, scope)[Symbol.iterator]().next().done,
    [panel, state, scope],
  );
  const isOfOperations = panel === 'operations';
  const what =
    isOfOperations && scope === 'all' ? 'all-operations' : isOfOperations ? 'operations' : text.panels[panel];
  return (
    <>
      <div className="export-fields">
        <Field label={text.of} choices={names} value={panel} onChange={setPanel} />
        {isOfOperations && <HowFar state={state} value={scope} onChange={setScope} />}
        <RadioGroup name={text.as} choices={text.numberFormats} value={format} onChange={setFormat} />
      </div>
      {isEmpty ? (
        <p className="export-note">{isOfOperations ? text.nothingDone : text.noNumbers}</p>
      ) : (
        <>
          <p className="export-note">{isOfOperations ? text.operationsNote : text.numbersNote}</p>
          <Preview label={text.beginning} value={shown} />
          <Actions
            fileName={fileName(what, state, format)}
            content={() => textBlob(lines(), types[format])}
          />
        </>
      )}
    </>
  );
};
