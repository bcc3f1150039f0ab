import { useId } from 'react';
import { compare as text } from '../../messages/compare';
import { Stave } from './Stave';
import { useComparing } from './scopes';

/** States that a cell carries: bands of its stave. */
const bandCount = { rnn: 1, lstm: 2, gru: 1 } as const;

/** The networks that are compared, one above the other on the same columns. One of them is chosen. */
export const Staves = () => {
  const group = useId();
  const { all, names, place } = useComparing();
  const bands = all.reduce((sum, { setup }) => sum + bandCount[setup.cell], 0);
  return (
    <div role="radiogroup" aria-label={text.chosen}>
      {all.map((_, index) => (
        <Stave
          // biome-ignore lint/suspicious/noArrayIndexKey: what stands at a place is what that place shows
          key={index}
          index={index}
          what={names[index]}
          isChosen={index === place}
          group={group}
          bands={bands}
        />
      ))}
    </div>
  );
};
