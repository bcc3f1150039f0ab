import { useRef, useState } from 'react';
import { scriptDialog as text } from '../../messages/en/script-dialog';
import { useUnrolled } from '../../store';
import { pytorchScript } from '../../tasks/pytorch/script';
import { Dialog } from '../Dialog';
import { saveFile } from '../save-file';
import './script.css';

/** The script of the present network and weights, to be read, copied or saved. */
export const ScriptDialog = ({ onClose }: { onClose: () => void }) => {
  const setup = useUnrolled((state) => state.setup);
  const trained = useUnrolled((state) => state.trained);
  const script = pytorchScript(setup, trained);
  const code = useRef<HTMLTextAreaElement>(null);
  const [outcome, setOutcome] = useState('');

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
    <Dialog className="script" title={text.title} onClose={onClose}>
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
    </Dialog>
  );
};
