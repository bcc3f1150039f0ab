import { useEffect, useRef, useState } from 'react';
import { talk as text } from '../../messages/talk';
import { pause, useUnrolled } from '../../store';
import { openTalkList } from '../../store/clicker';
import { begin, MOST_MOMENTS } from '../../store/talk';
import { Dialog } from '../Dialog';
import { MarkForm } from './MarkForm';
import { MomentList } from './MomentList';
import './talk-dialog.css';
import { TalkActions } from './TalkActions';

/** The moments of the talk, in a dialog that is open from the start: marking, ordering, walking and sharing them. */
export const TalkDialog = () => {
  const talk = useUnrolled((state) => state.talk);
  const mark = useRef<HTMLButtonElement>(null);
  const [said, say] = useState('');
  useEffect(() => {
    // What is marked is one moment: it must not run away meanwhile.
    pause();
    // Marking it is what the list is opened for most.
    mark.current?.focus();
  }, []);
  return (
    <Dialog className="talk" title={text.title} onClose={() => openTalkList(false)}>
      {(close) => (
        <>
          <p className="talk-note">{text.about}</p>
          <MarkForm button={mark} say={say} />
          {talk.length >= MOST_MOMENTS && <p className="talk-note">{text.full(MOST_MOMENTS)}</p>}
          {talk.length === 0 ? (
            <p className="talk-none">{text.none}</p>
          ) : (
            <MomentList talk={talk} say={say} onGone={close} onEmptied={() => mark.current?.focus()} />
          )}
          <p role="status" className="talk-said">
            {said}
          </p>
          <TalkActions
            talk={talk}
            say={say}
            onPresent={() => {
              close();
              begin();
            }}
          />
        </>
      )}
    </Dialog>
  );
};
