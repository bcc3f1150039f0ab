import type { FocusEvent, KeyboardEvent, MouseEvent, PointerEvent } from 'react';
import type { Opened, Which } from './Readout';

/** Opens a readout, or closes it, given the one that is open. */
export type Open = (next: (now: Opened | null) => Opened | null) => void;

/**
 * What makes a drawing a figure with a readout: it has a name, hovering and focusing show its numbers, clicking, tapping
 * and Enter keep them. One figure of the row is reached by Tab, the others from it by arrow keys.
 */
export function figureProps(name: string, isEntry: boolean, which: Which, onOpen: Open) {
  const keep = (element: Element) =>
    onOpen(() => ({ which, isKept: true, anchor: element.getBoundingClientRect() }));
  const show = (element: Element) => {
    const anchor = element.getBoundingClientRect();
    onOpen((now) => (now?.isKept ? now : { which, isKept: false, anchor }));
  };
  const hide = () => onOpen((now) => (now?.isKept ? now : null));
  return {
    role: 'img',
    'aria-label': name,
    'data-figure': '',
    tabIndex: isEntry ? 0 : -1,
    onPointerEnter: (event: PointerEvent) => {
      if (event.pointerType === 'mouse') show(event.currentTarget);
    },
    onPointerLeave: hide,
    onFocus: (event: FocusEvent) => {
      if (event.currentTarget.matches(':focus-visible')) show(event.currentTarget);
    },
    onBlur: hide,
    onClick: (event: MouseEvent) => keep(event.currentTarget),
    onKeyDown: (event: KeyboardEvent<SVGElement>) => {
      if (event.key === 'Enter') keep(event.currentTarget);
      const direction = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (direction === undefined) return;
      // The arrows are the row's while one of its figures has the focus, not the playhead's.
      event.preventDefault();
      const row = event.currentTarget.closest('svg')?.querySelectorAll<SVGElement>('[data-figure]') ?? [];
      const figures = Array.from(row);
      figures[figures.indexOf(event.currentTarget) + direction]?.focus();
    },
  } as const;
}
