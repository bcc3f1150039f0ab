import { useState } from 'react';
import { messages } from '../../messages';
import { lazily } from '../lazily';

const ScriptDialog = lazily(() => import('./ScriptDialog').then((module) => module.ScriptDialog));

/** Opens the present network as a script for PyTorch. */
export const ScriptButton = () => {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="button" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {messages.shell.pytorch}
      </button>
      {isOpen && <ScriptDialog onClose={() => setOpen(false)} />}
    </>
  );
};
