import { useEffect, useRef } from 'react';
import { talk as text } from '../../messages/talk';
import { useUnrolled } from '../../store';
import type { Marked } from '../../store/state';
import { goTo, move, remove, rename, replace } from '../../store/talk';
import { MomentRow } from './MomentRow';
import { useDragging } from './use-dragging';

interface Props {
  readonly talk: readonly Marked[];
  readonly say: (sentence: string) => void;
  /** Another moment is shown now. */
  readonly onGone: () => void;
  /** The last one was removed. */
  readonly onEmptied: () => void;
}

/** The moments in their order. The focus stays with what was pressed, wherever that is moved to. */
export const MomentList = ({ talk, say, onGone, onEmptied }: Props) => {
  const shown = useUnrolled((state) => state.shown);
  const list = useRef<HTMLOListElement>(null);
  const pressed = useRef<readonly string[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the order of the moments is what takes the focus away
  useEffect(() => {
    const found = pressed.current.map((name) =>
      list.current?.querySelector<HTMLButtonElement>(`[data-name="${name}"]:enabled`),
    );
    found.find((button) => button)?.focus();
    pressed.current = [];
  }, [talk]);

  const moveTo = (one: Marked, place: number) => {
    move(one.id, place);
    say(text.moved(one.title, place + 1, talk.length));
  };
  const { dragged, gap, handle } = useDragging(list, (from, to) => moveTo(talk[from], to));

  return (
    <ol className="talk-list" aria-label={text.list} ref={list}>
      {talk.map((one, index) => (
        <MomentRow
          key={one.id}
          marked={one}
          place={index + 1}
          isLast={index === talk.length - 1}
          isShown={one.id === shown}
          mark={
            dragged === index
              ? 'dragged'
              : gap === index
                ? 'gap-before'
                : gap === index + 1
                  ? 'gap-after'
                  : ''
          }
          handle={handle(index)}
          onRename={(title) => rename(one.id, title)}
          onGo={() => {
            goTo(one.id);
            onGone();
          }}
          onMove={(direction) => {
            const [name, other] = direction < 0 ? ['up', 'down'] : ['down', 'up'];
            pressed.current = [`${name} ${one.id}`, `${other} ${one.id}`];
            moveTo(one, index + direction);
          }}
          onReplace={() => {
            replace(one.id);
            say(text.replaced(one.title));
          }}
          onRemove={() => {
            const next = talk[index + 1] ?? talk[index - 1];
            pressed.current = next ? [`remove ${next.id}`] : [];
            remove(one.id);
            say(text.removed(one.title));
            if (!next) onEmptied();
          }}
        />
      ))}
    </ol>
  );
};
