import { useState } from 'react';
import { ExportDialog } from './ExportDialog';
import type { Scope } from './numbers/panel';
import { PrintPage } from './solution/PrintPage';

/** The dialog and, asked for in it, the page to print. */
export const Export = ({ onClose }: { onClose: () => void }) => {
  const [printed, setPrinted] = useState<Scope | null>(null);
  return printed === null ? (
    <ExportDialog onClose={onClose} onPrint={setPrinted} />
  ) : (
    <PrintPage scope={printed} onClose={onClose} />
  );
};
