import { useState } from 'react';
import { setup as text } from '../../messages/setup';
import { lazily } from '../lazily';

const CliffDialog = lazily(() => import('./CliffDialog').then((module) => module.CliffDialog));

/** Opens the error over two parameters, and the race down it. */
export const CliffButton = () => {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="button" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {text.cliff}
      </button>
      {isOpen && <CliffDialog onClose={() => setOpen(false)} />}
    </>
  );
};
