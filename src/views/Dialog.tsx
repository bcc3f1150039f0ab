import { type ReactNode, useEffect, useId, useRef } from 'react';
import { messages } from '../messages';
import './dialog.css';

interface Props {
  /** Names its style; `--dialog-width` in it is how wide it may be. */
  readonly className: string;
  readonly title: string;
  /** It has been closed: by its button, by Escape, or by what stands in it. */
  readonly onClose: () => void;
  /** What it is about; given what closes it, where that is more than its button. */
  readonly children: ReactNode | ((close: () => void) => ReactNode);
}

/** A modal dialog that is open from the start: its title, its way out, and what it is about. */
export const Dialog = ({ className, title, onClose, children }: Props) => {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const isRaised = useRef(false);
  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal();
    // A page that fills the screen lies above whatever was open before.
    const raise = () => {
      if (!dialog.current?.open || !document.fullscreenElement) return;
      const focused = document.activeElement;
      isRaised.current = true;
      dialog.current.close();
      dialog.current.showModal();
      if (focused instanceof HTMLElement) focused.focus();
    };
    document.addEventListener('fullscreenchange', raise);
    return () => document.removeEventListener('fullscreenchange', raise);
  }, []);
  const closed = () => {
    // The browser tells of closing a little later, when it is open again.
    if (!isRaised.current) onClose();
    isRaised.current = false;
  };
  const close = () => dialog.current?.close();
  return (
    <dialog ref={dialog} className={`dialog ${className}`} aria-labelledby={id} onClose={closed}>
      <div className="dialog-head">
        <h2 id={id}>{title}</h2>
        <button type="button" className="button" onClick={close}>
          {messages.shell.close}
        </button>
      </div>
      {typeof children === 'function' ? children(close) : children}
    </dialog>
  );
};
