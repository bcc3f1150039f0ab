import { type RefObject, useLayoutEffect, useState } from 'react';

/** What a panel leaves for an equation, in px, where nothing can be measured. */
const usualWidth = 288;

/** Root type size that the widths below are told in. */
const usualType = 16;

/** How wide an equation may be, in em of the type of plain numbers and of the type of matrices (see equation.css). */
export interface Room {
  readonly plain: number;
  readonly matrix: number;
}

/** Measures the room in an element, again whenever its size changes. */
export const useRoom = (element: RefObject<HTMLElement | null>): Room => {
  const [width, setWidth] = useState(usualWidth);
  useLayoutEffect(() => {
    const target = element.current;
    if (target === null) return;
    const measure = () => {
      const type = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || usualType;
      const room = (target.clientWidth / type) * usualType;
      // In steps, so that a panel that is dragged does not lay out an equation at every pixel.
      if (room > 0) setWidth(Math.max(160, Math.floor(room / 8) * 8));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(target);
    return () => observer.disconnect();
  }, [element]);
  const inner = width - 8;
  return { plain: inner / 16, matrix: inner / 12 };
};
