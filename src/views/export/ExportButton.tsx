import { Suspense, useRef, useState } from 'react';
import { messages } from '../../messages';
import { lazily } from '../lazily';

const Export = lazily(() => import('./Export').then((module) => module.Export));

/** Opens what can be taken away: pictures, numbers, equations, the whole as a worked solution, the set-up. */
export const ExportButton = () => {
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <>
      <button
        type="button"
        className="button"
        ref={button}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        {messages.shell.export}
      </button>
      {isOpen && (
        <Suspense>
          <Export onClose={close} />
        </Suspense>
      )}
    </>
  );
};
