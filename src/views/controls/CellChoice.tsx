import { messages } from '../../messages';
import { useUnrolled } from '../../store';
import { changeSetup } from '../../store/actions';
import { RadioGroup } from './RadioGroup';

const { shell } = messages;

/** Which recurrent cell the network is made of. */
export const CellChoice = () => {
  const cell = useUnrolled((state) => state.setup.cell);
  return (
    <RadioGroup
      name={shell.cell}
      isInline
      choices={shell.cells}
      value={cell}
      onChange={(next) => changeSetup({ cell: next })}
    />
  );
};
