import { type RefObject, useId, useState } from 'react';
import { talk as text } from '../../messages/talk';
import { store, useUnrolled } from '../../store';
import { linkedIn } from '../../store/content';
import { asTitle, MOST_MOMENTS, mark } from '../../store/talk';
import { textOf, usePresetInForce } from '../controls/preset-in-force';
import { proposedTitle } from './summary';

interface Props {
  readonly button: RefObject<HTMLButtonElement | null>;
  readonly say: (sentence: string) => void;
}

/** Marks the present moment, under the title that is proposed or another one. */
export const MarkForm = ({ button, say }: Props) => {
  const id = useId();
  const preset = usePresetInForce();
  const proposed = useUnrolled((state) => proposedTitle(linkedIn(state), preset && textOf(preset).title));
  const isFull = useUnrolled((state) => state.talk.length >= MOST_MOMENTS);
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <form
      className="talk-mark"
      onSubmit={(event) => {
        event.preventDefault();
        const title = asTitle(typed ?? '') || proposed;
        mark(title);
        setTyped(null);
        say(text.marked(title, store.getState().talk.length));
      }}
    >
      <label htmlFor={id}>{text.newTitle}</label>
      <input
        id={id}
        className="talk-title"
        autoComplete="off"
        value={typed ?? proposed}
        disabled={isFull}
        onChange={(event) => setTyped(event.target.value)}
      />
      <button ref={button} type="submit" className="button button-strong" disabled={isFull}>
        {text.mark}
      </button>
    </form>
  );
};
