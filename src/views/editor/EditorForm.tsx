import { type ReactNode, useEffect, useLayoutEffect, useRef } from 'react';
import { messages } from '../../messages';
import { closeEditor, type Editing } from './editing';
import { nameOf, nameOfEntry } from './entry';
import { NumberForm } from './NumberForm';
import { TextForm } from './TextForm';
import './editor.css';

/** The form for one number or a whole matrix, where it was opened. */
export const EditorForm = ({ now }: { readonly now: Editing }) => {
  const { cell, index } = now;
  return (
    <Popover
      key={`${cell} ${index}`}
      now={now}
      name={
        index === undefined
          ? messages.inspector.replaceAll(nameOf(cell))
          : messages.inspector.changeOne(nameOfEntry(cell, index))
      }
    >
      {index === undefined ? (
        <TextForm cell={cell} typed={now.typed} refusal={now.problem} />
      ) : (
        <NumberForm cell={cell} index={index} typed={now.typed} />
      )}
    </Popover>
  );
};

/** Distance to the anchor and to the edge of the window, in px. */
const gap = 8;

interface PopoverProps {
  readonly now: Editing;
  readonly name: string;
  readonly children: ReactNode;
}

const Popover = ({ now, name, children }: PopoverProps) => {
  const box = useRef<HTMLDivElement>(null);
  const { anchor } = now;
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    const { width, height } = element.getBoundingClientRect();
    const below = anchor.bottom + gap;
    const top = below + height + gap <= window.innerHeight ? below : anchor.top - gap - height;
    const left = anchor.left + anchor.width / 2 - width / 2;
    element.style.top = `${Math.max(gap, top)}px`;
    element.style.left = `${Math.max(gap, Math.min(left, window.innerWidth - width - gap))}px`;
  }, [anchor]);
  useEffect(() => {
    const onPointerDown = (event: PointerEvent) => {
      if (event.target instanceof Node && box.current?.contains(event.target)) return;
      // What was typed and cannot be taken stays, with the sentence why; else the click is heard where it fell.
      const form = box.current?.querySelector('form');
      if (form?.dataset.touched === 'true') form.requestSubmit();
      else closeEditor();
    };
    document.addEventListener('pointerdown', onPointerDown, true);
    return () => document.removeEventListener('pointerdown', onPointerDown, true);
  }, []);
  return (
    <div
      ref={box}
      className="editor"
      role="dialog"
      aria-label={name}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        closeEditor();
      }}
    >
      {children}
    </div>
  );
};
