import { useEffect, useId, useRef } from 'react';
import { cliff as text } from '../../messages/en/cliff';
import { useRun, useUnrolled } from '../../store';
import { closeCliff, openCliff } from '../../store/cliff';
import { OncePredicted } from '../controls/OncePredicted';
import { RadioGroup } from '../controls/RadioGroup';
import '../controls/controls.css';
import './cliff.css';
import { PresentRace } from './PresentRace';
import { RaceView } from './RaceView';
import { paper } from './subject';

/** The error over two parameters, of the paper's network or of the present one, in a dialog that is open from the start. */
export const CliffDialog = () => {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const { plan } = useRun();
  const network = useUnrolled(({ cliff }) => cliff?.network ?? 'paper');
  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal();
  }, []);
  return (
    <dialog ref={dialog} className="cliff" aria-labelledby={id} onClose={closeCliff}>
      <div className="cliff-head">
        <h2 id={id}>{text.title}</h2>
        <button type="button" className="button" onClick={() => dialog.current?.close()}>
          {text.close}
        </button>
      </div>
      <p>{text.about}</p>
      <div className="cliff-choice">
        <RadioGroup
          name={text.network}
          isInline
          choices={text.networks}
          value={network}
          onChange={openCliff}
        />
        <p className="cliff-note">{text[network]}</p>
      </div>
      {network === 'paper' ? (
        <RaceView {...paper} names={text.paperParameters} />
      ) : (
        <OncePredicted from={plan.bounds.end}>
          <PresentRace />
        </OncePredicted>
      )}
    </dialog>
  );
};
