import { useEffect, useState } from 'react';
import { ExportDialog } from './ExportDialog';
import type { Scope } from './numbers/panel';
import { PrintPage } from './solution/PrintPage';

/** The dialog and, asked for in it, the page to print; afterwards the focus is where it was. */
export const Export = ({ onClose }: { onClose: () => void }) => {
  const [printed, setPrinted] = useState<Scope | null>(null);
  const [opener] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      // Once the page to print has let go of the workbench.
      if (opener instanceof HTMLElement) queueMicrotask(() => opener.focus());
    },
    [opener],
  );
  return printed === null ? (
    <ExportDialog onClose={onClose} onPrint={setPrinted} />
  ) : (
    <PrintPage scope={printed} onClose={onClose} />
  );
};
