import { messages } from '../../messages';
import { useUnrolled } from '../../store';
import { perform } from '../../store/perform';
import { RadioGroup } from './RadioGroup';

const shell = messages.shell;

/** Which recurrent cell the network is made of. */
export const CellChoice = () => {
  const cell = useUnrolled((state) => state.setup.cell);
  return (
    <RadioGroup
      name={shell.cell}
      isInline
      choices={shell.cells}
      value={cell}
      onChange={(next) => perform(({ changeSetup }) => changeSetup({ cell: next }))}
    />
  );
};
