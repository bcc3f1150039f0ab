import { useState } from 'react';
import { learning as text } from '../../messages/learning';
import { lazily } from '../lazily';

const OwnSequence = lazily(() => import('./OwnSequence').then((module) => module.OwnSequence));

/** Opens what takes a sequence of one's own. */
export const OwnSequenceButton = () => {
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="controls-buttons">
      <button type="button" className="button" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {text.ownSequence}
      </button>
      {isOpen && <OwnSequence onClose={() => setOpen(false)} />}
    </div>
  );
};
