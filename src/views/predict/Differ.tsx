import { useId, useState } from 'react';
import type { Op } from '../../engine/types';
import { predict as text } from '../../messages/predict';
import { lazily } from '../lazily';
import '../inspector/copying.css';
import './differ.css';

const Comparison = lazily(() => import('./Comparison').then((module) => module.Comparison));

/** Asks where a number of one's own differs from this step's; folded away until it is asked. */
export const Differ = ({ op }: { readonly op: Op }) => {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  return (
    <div className="differ">
      <button
        type="button"
        className="copying-button"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        {text.differ}
      </button>
      <div id={id} hidden={!isOpen}>
        {/* What was typed for one operation says nothing of the next. */}
        {isOpen && <Comparison key={op.out} op={op} fallback={<div className="differ-waiting" />} />}
      </div>
    </div>
  );
};
