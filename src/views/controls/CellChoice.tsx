import { useState } from 'react';
import type { CellKind } from '../../engine/types';
import { messages } from '../../messages';
import { useUnrolled } from '../../store';
import { perform } from '../../store/perform';
import { RadioGroup } from './RadioGroup';

const shell = messages.shell;

/** Which recurrent cell the network is made of. */
export const CellChoice = () => {
  const cell = useUnrolled((state) => state.setup.cell);
  // The mark stays where it was put while the network of the cell is on its way.
  const [asked, setAsked] = useState<CellKind | null>(null);
  const choose = (next: CellKind) => {
    setAsked(next);
    perform(({ changeSetup }) => {
      changeSetup({ cell: next });
      setAsked(null);
    });
  };
  return (
    <RadioGroup name={shell.cell} isInline choices={shell.cells} value={asked ?? cell} onChange={choose} />
  );
};
