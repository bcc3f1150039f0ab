import { useState } from 'react';
import { messages } from '../../messages';
import { copyText } from './copy-text';
import './copying.css';

const inspector = messages.inspector;

interface Props {
  readonly label: string;
  readonly text: () => string;
}

/** Copies text, and says whether that worked. */
export const CopyButton = ({ label, text }: Props) => {
  const [outcome, setOutcome] = useState('');
  const copy = () =>
    void copyText(text()).then((isDone) => setOutcome(isDone ? inspector.copied : inspector.notCopied));
  return (
    <span className="copying" onPointerLeave={() => setOutcome('')}>
      <button type="button" className="copying-button" onClick={copy}>
        {label}
      </button>
      <span role="status">{outcome}</span>
    </span>
  );
};
