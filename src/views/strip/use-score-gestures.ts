import { type RefObject, useEffect } from 'react';
import { hold } from '../../store/rest';
import { useColumns, useScale } from '../score/columns-context';
import { panned, zoomed } from './sight';
import { pinchOf, type Touches } from './touches';
import type { Move } from './use-mover';
import { isSideways, sideways, zoomOf } from './wheel';

/** So many px a finger may tremble. */
const SLOP = 8;

/** What has a use of its own for a finger that moves on it. */
const OWN = '[role="slider"], input, select, button, textarea';

/**
 * The window is moved on the score itself: sideways by the wheel or a finger, nearer and farther by a pinch, on the screen
 * or on a touchpad, or by the wheel with Ctrl. Up and down the page scrolls, as everywhere.
 */
export function useScoreGestures(card: RefObject<HTMLElement | null>, move: Move): void {
  const { first, last, T, left, width } = useColumns();
  const scale = useScale();
  const isWhole = first === 1 && last === T;
  useEffect(() => {
    const element = card.current;
    if (!element) return;
    /** The step at a place of the screen, in parts. */
    const stepAt = (clientX: number) => {
      const drawing = element.querySelector('.score-drawing')?.getBoundingClientRect();
      return first + ((clientX - (drawing?.left ?? 0)) / scale - left) / width;
    };
    const turn = (event: WheelEvent) => {
      if (event.ctrlKey) {
        event.preventDefault();
        const around = stepAt(event.clientX);
        move((now, bounds) => zoomed(now, zoomOf(event), around, bounds));
      } else if (!isWhole && isSideways(event)) {
        event.preventDefault();
        const steps = sideways(event) / scale / width;
        move((now, bounds) => panned(now, steps, bounds));
      }
    };
    element.addEventListener('wheel', turn, { passive: false });
    return () => element.removeEventListener('wheel', turn);
  }, [card, move, first, left, width, scale, isWhole]);

  useEffect(() => {
    const element = card.current;
    if (!element || isWhole) return;
    const touches: Touches = new Map();
    const down = (event: PointerEvent) => {
      if (event.pointerType !== 'touch' || (event.target as Element).closest(OWN)) return;
      // A first finger stands alone: of an earlier one the end may not have been told.
      if (event.isPrimary) touches.clear();
      touches.set(event.pointerId, event.clientX);
      hold(true);
    };
    const drag = (event: PointerEvent) => {
      const { pointerId, clientX } = event;
      const before = touches.get(pointerId);
      if (before === undefined) return;
      if (!element.hasPointerCapture(pointerId)) {
        // A tap is not yet a movement. What is under the finger may leave the window: from here on the score hears it.
        if (touches.size < 2 && Math.abs(clientX - before) < SLOP) return;
        element.setPointerCapture(pointerId);
      }
      const pinch = pinchOf(touches, event);
      if (!pinch) return;
      // The steps stay under the fingers.
      move((now, bounds) => {
        const steps = -pinch.moved / (element.clientWidth / now.count);
        const nearer = zoomed(now, pinch.factor, now.first + now.count / 2, bounds);
        return panned(nearer, steps, bounds);
      });
    };
    const up = (event: PointerEvent) => {
      touches.delete(event.pointerId);
      if (touches.size === 0) hold(false);
    };
    element.addEventListener('pointerdown', down);
    element.addEventListener('pointermove', drag);
    element.addEventListener('pointerup', up);
    element.addEventListener('pointercancel', up);
    return () => {
      hold(false);
      element.removeEventListener('pointerdown', down);
      element.removeEventListener('pointermove', drag);
      element.removeEventListener('pointerup', up);
      element.removeEventListener('pointercancel', up);
    };
  }, [card, move, isWhole]);
}
