import { useEffect, useId, useRef, useState } from 'react';
import { exported as text } from '../../messages/export';
import { pause } from '../../store';
import { RadioGroup } from '../controls/RadioGroup';
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
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [kind, setKind] = useState<keyof typeof text.kinds>('picture');
  const state = useMoment();
  useEffect(() => {
    // What is taken away is one moment: it must not run away while it is looked at.
    pause();
    if (!dialog.current?.open) dialog.current?.showModal();
  }, []);
  const close = () => dialog.current?.close();
  return (
    <dialog ref={dialog} className="export" aria-labelledby={id} onClose={onClose}>
      <div className="export-head">
        <h2 id={id}>{text.title}</h2>
        <button type="button" className="button" onClick={close}>
          {text.close}
        </button>
      </div>
      <RadioGroup name={text.what} choices={text.kinds} value={kind} onChange={setKind} />
      {kind === 'picture' && <PicturePanel state={state} />}
      {kind === 'numbers' && <NumbersPanel state={state} />}
      {kind === 'equation' && <EquationPanel state={state} />}
      {kind === 'solution' && <SolutionPanel state={state} onPrint={onPrint} />}
      {kind === 'setup' && <SetupPanel state={state} onOpened={close} />}
    </dialog>
  );
};
