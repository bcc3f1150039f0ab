import { useEffect, useId, useRef, useState } from 'react';
import { scriptDialog as text } from '../../messages/en/script-dialog';
import { useUnrolled } from '../../store';
import { pytorchScript } from '../../tasks/pytorch/script';
import { saveFile } from '../save-file';
import './script.css';

/** The script of the present network and weights, to be read, copied or saved. */
export const ScriptDialog = ({ onClose }: { onClose: () => void }) => {
  const id = useId();
  const setup = useUnrolled((state) => state.setup);
  const trained = useUnrolled((state) => state.trained);
  const script = pytorchScript(setup, trained);
  const dialog = useRef<HTMLDialogElement>(null);
  const code = useRef<HTMLTextAreaElement>(null);
  const [outcome, setOutcome] = useState('');

  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal();
  }, []);

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(script);
      setOutcome(text.copied);
    } catch {
      code.current?.select();
      setOutcome(text.selected);
    }
  };

  return (
    <dialog ref={dialog} className="script" aria-labelledby={id} onClose={onClose}>
      <div className="script-head">
        <h2 id={id}>{text.title}</h2>
        <button type="button" className="button" onClick={() => dialog.current?.close()}>
          {text.close}
        </button>
      </div>
      <p>{text.about}</p>
      <p className="script-usage">{text.usage}</p>
      <textarea
        ref={code}
        className="script-code"
        aria-label={text.code}
        readOnly
        spellCheck={false}
        wrap="off"
        value={script}
      />
      <div className="script-buttons">
        <span role="status">{outcome}</span>
        <button type="button" className="button" onClick={() => void copy()}>
          {text.copy}
        </button>
        <button
          type="button"
          className="button button-strong"
          onClick={() => saveFile(new Blob([script], { type: 'text/x-python' }), text.fileName)}
        >
          {text.save}
        </button>
      </div>
    </dialog>
  );
};
