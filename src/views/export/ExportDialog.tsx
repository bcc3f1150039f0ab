import { useEffect, useState } from 'react';
import { exported as text } from '../../messages/export';
import { pause } from '../../store';
import { RadioGroup } from '../controls/RadioGroup';
import { Dialog } from '../Dialog';
import { EquationPanel } from './EquationPanel';
import './export.css';
import { NumbersPanel } from './NumbersPanel';
import type { Scope } from './numbers/panel';
import { PicturePanel } from './PicturePanel';
import { SetupPanel } from './SetupPanel';
import { SolutionPanel } from './SolutionPanel';
import { useMoment } from './use-moment';

interface Props {
  readonly onClose: () => void;
  readonly onPrint: (scope: Scope) => void;
}

/** What can be taken away of this moment, in a dialog that is open from the start. */
export const ExportDialog = ({ onClose, onPrint }: Props) => {
  const [kind, setKind] = useState<keyof typeof text.kinds>('picture');
  const state = useMoment();
  useEffect(() => {
    // What is taken away is one moment: it must not run away while it is looked at.
    pause();
  }, []);
  return (
    <Dialog className="export" title={text.title} onClose={onClose}>
      {(close) => (
        <>
          <RadioGroup name={text.what} choices={text.kinds} value={kind} onChange={setKind} />
          {kind === 'picture' && <PicturePanel state={state} />}
          {kind === 'numbers' && <NumbersPanel state={state} />}
          {kind === 'equation' && <EquationPanel state={state} />}
          {kind === 'solution' && <SolutionPanel state={state} onPrint={onPrint} />}
          {kind === 'setup' && <SetupPanel state={state} onOpened={close} />}
        </>
      )}
    </Dialog>
  );
};
