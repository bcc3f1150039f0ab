import { useState } from 'react';
import { messages } from '../../messages';
import { Dropped } from './Dropped';
import './foot.css';
import { LedgerTable } from './LedgerTable';
import type { LedgerTerms } from './terms';

const text = messages.shares;

interface Props {
  readonly ledger: LedgerTerms;
  readonly isImmediate: boolean;
}

/** Below the ledger: the gradient of whoever keeps only what is immediate, and every term's share in a table. */
export const LedgerFoot = ({ ledger, isImmediate }: Props) => {
  const [isOpen, setIsOpen] = useState(false);
  return isImmediate ? (
    <>
      <Dropped ledger={ledger} />
      <details
        className="ledger-details"
        open={isOpen}
        onToggle={(event) => setIsOpen(event.currentTarget.open)}
      >
        <summary>{text.table}</summary>
        {isOpen && <LedgerTable ledger={ledger} />}
      </details>
    </>
  ) : (
    <LedgerTable ledger={ledger} />
  );
};
