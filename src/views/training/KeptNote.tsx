import { learning as text } from '../../messages/learning';
import { isSame } from '../../store/same';
import type { Training } from '../../store/state';
import { differencesOf } from '../compare/differences';

interface Props {
  readonly kept: Training;
  readonly training: Training;
}

const untrained = { trained: null, updates: 0, errorBefore: null } as const;

/** In what the kept run differs from the present one. */
export const KeptNote = ({ kept, training }: Props) => {
  if (!isSame(kept.setup.task, training.setup.task))
    return <p className="training-note">{text.otherTask(text.tasks[kept.setup.task.kind])}</p>;
  const found = differencesOf([kept, training].map(({ setup }) => ({ ...untrained, setup })));
  const told = found.map(({ name, values }) =>
    values.length === 0 ? name : text.instead(name, values[0], values[1]),
  );
  return (
    <p className="training-note">{told.length === 0 ? text.sameSetup : text.differs(told.join('; '))}</p>
  );
};
