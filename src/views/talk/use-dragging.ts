import { type HTMLAttributes, type PointerEvent, type RefObject, useState } from 'react';

interface Dragging {
  readonly from: number;
  /** Before which one it would be put: as many as there are, at the end. */
  readonly gap: number;
}

interface Dragged {
  /** Which one is dragged, and where it would be put; null while none is. */
  readonly dragged: number | null;
  readonly gap: number | null;
  /** What makes an element the handle by which one of the list is dragged. */
  readonly handle: (index: number) => HTMLAttributes<HTMLElement>;
}

/** Drags what stands in a list, by mouse or touch; nothing moves before it is let go. */
export const useDragging = (
  list: RefObject<HTMLElement | null>,
  onDrop: (from: number, to: number) => void,
): Dragged => {
  const [dragging, setDragging] = useState<Dragging | null>(null);
  const gapAt = (y: number) => {
    const boxes = [...(list.current?.children ?? [])].map((item) => item.getBoundingClientRect());
    const below = boxes.findIndex(({ top, bottom }) => y < (top + bottom) / 2);
    return below < 0 ? boxes.length : below;
  };
  const drop = () => {
    setDragging(null);
    if (!dragging) return;
    const { from, gap } = dragging;
    const to = gap > from ? gap - 1 : gap;
    if (to !== from) onDrop(from, to);
  };
  const handle = (index: number): HTMLAttributes<HTMLElement> => ({
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return;
      event.preventDefault();
      event.currentTarget.setPointerCapture(event.pointerId);
      setDragging({ from: index, gap: index });
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (!dragging) return;
      const gap = gapAt(event.clientY);
      setDragging({ ...dragging, gap });
      // A long list comes along.
      list.current?.children[Math.min(gap, list.current.children.length - 1)]?.scrollIntoView?.({
        block: 'nearest',
      });
    },
    onPointerUp: drop,
    onPointerCancel: () => setDragging(null),
  });
  if (!dragging) return { dragged: null, gap: null, handle };
  const { from, gap } = dragging;
  const isElsewhere = gap !== from && gap !== from + 1;
  return { dragged: from, gap: isElsewhere ? gap : null, handle };
};
