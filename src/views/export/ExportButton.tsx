import { useState } from 'react';
import { messages } from '../../messages';
import { lazily } from '../lazily';

const Export = lazily(() => import('./Export').then((module) => module.Export));

/** Opens what can be taken away: pictures, numbers, equations, the whole as a worked solution, the set-up. */
export const ExportButton = () => {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="button" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {messages.shell.export}
      </button>
      {isOpen && <Export onClose={() => setOpen(false)} />}
    </>
  );
};
