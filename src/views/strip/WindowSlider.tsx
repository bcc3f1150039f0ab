import { type KeyboardEvent, type PointerEvent, useEffect, useRef } from 'react';
import { strip as text } from '../../messages/strip';
import { store } from '../../store';
import { hold } from '../../store/rest';
import { showAll } from '../../store/show-steps';
import { useColumns } from '../score/columns-context';
import { panned, stretched, zoomed } from './sight';
import { pinchOf, type Touches } from './touches';
import type { Move } from './use-mover';
import { isSideways, sideways, zoomOf } from './wheel';

interface Props {
  /** Width of the strip in px. */
  readonly width: number;
  readonly move: Move;
}

/** Px of a window's ends by which it is made longer or shorter, where it is at least so wide. */
const [HANDLE, WIDE] = [7, 24];
/** A window of few steps is still large enough to be seen and taken hold of. */
const NARROWEST = 12;

/** By how much one key zooms. */
const ZOOM = 1.5;

/**
 * The window on the strip: dragged to another place, by its ends to another length, by two fingers to both. A press beside
 * it brings it there. As a slider its value is its first step.
 */
export const WindowSlider = ({ width, move }: Props) => {
  const { first, last, T } = useColumns();
  const count = last - first + 1;
  const box = useRef<HTMLDivElement>(null);
  useWheel(box, width / T, move);
  const drag = useDrag(width / T, first, count, move);
  const across = Math.max(NARROWEST, (count * width) / T);
  const left = Math.max(0, Math.min(width - across, ((first - 1 + count / 2) * width) / T - across / 2));
  return (
    <div
      ref={box}
      className="strip-slider"
      role="slider"
      tabIndex={0}
      title={text.hint}
      aria-label={text.window}
      aria-valuemin={1}
      aria-valuemax={T - count + 1}
      aria-valuenow={first}
      aria-valuetext={text.spoken(first, last, T)}
      onKeyDown={(event) => press(event, count, move)}
      onDoubleClick={showAll}
      {...drag}
    >
      <div className="strip-window" style={{ width: across, transform: `translateX(${left}px)` }} />
    </div>
  );
};

/** Keys of the slider: a step, what is in sight, the ends; nearer, farther, and as wide as fits. */
function press(event: KeyboardEvent, count: number, move: Move): void {
  // While presenting the page keys are the clicker's.
  if (event.key.startsWith('Page') && store.getState().presenting) return;
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const by = (steps: number) => () => move((now, bounds) => panned(now, steps, bounds));
  const zoom = (factor: number) => () =>
    move((now, bounds) => zoomed(now, factor, now.first + now.count / 2, bounds));
  const step = event.shiftKey ? 10 : 1;
  const moves: Record<string, () => void> = {
    ArrowRight: by(step),
    ArrowUp: by(step),
    ArrowLeft: by(-step),
    ArrowDown: by(-step),
    PageDown: by(count - 1),
    PageUp: by(1 - count),
    Home: by(Number.NEGATIVE_INFINITY),
    End: by(Number.POSITIVE_INFINITY),
    '+': zoom(1 / ZOOM),
    '=': zoom(1 / ZOOM),
    '-': zoom(ZOOM),
    '0': showAll,
  };
  if (!Object.hasOwn(moves, event.key)) return;
  event.preventDefault();
  moves[event.key]();
}

/** Over the strip the wheel zooms, sideways it pans. It must be listened to by hand: React's listener cannot prevent. */
function useWheel(box: React.RefObject<HTMLElement | null>, pxPerStep: number, move: Move): void {
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const turn = (event: WheelEvent) => {
      event.preventDefault();
      if (!event.ctrlKey && isSideways(event)) {
        const steps = sideways(event) / pxPerStep;
        move((now, bounds) => panned(now, steps, bounds));
      } else move((now, bounds) => zoomed(now, zoomOf(event), now.first + now.count / 2, bounds));
    };
    element.addEventListener('wheel', turn, { passive: false });
    return () => element.removeEventListener('wheel', turn);
  }, [box, pxPerStep, move]);
}

/** What is dragged: the window, or one of its ends, and then the step at the other end stays. */
type Hold = { readonly fixed: number } | 'window';

function useDrag(pxPerStep: number, first: number, count: number, move: Move) {
  const touches = useRef<Touches>(new Map());
  const held = useRef<Hold>('window');
  const stepAt = (event: PointerEvent) =>
    1 + (event.clientX - event.currentTarget.getBoundingClientRect().left) / pxPerStep;
  const grab = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture?.(event.pointerId);
    touches.current.set(event.pointerId, event.clientX);
    hold(true);
    const t = stepAt(event);
    const [toFirst, toLast] = [t - first, first + count - t].map((steps) => steps * pxPerStep);
    const hasHandles = count * pxPerStep >= WIDE && touches.current.size === 1;
    const isBeside = toFirst < -HANDLE / 2 || toLast < -HANDLE / 2;
    held.current = 'window';
    if (isBeside) move((now, bounds) => panned(now, t - (now.first + now.count / 2), bounds));
    else if (hasHandles && toFirst < HANDLE) held.current = { fixed: first + count - 1 };
    else if (hasHandles && toLast < HANDLE) held.current = { fixed: first };
  };
  const drag = (event: PointerEvent<HTMLElement>) => {
    const pinch = pinchOf(touches.current, event.nativeEvent);
    if (!pinch) return;
    const end = held.current;
    if (end === 'window' || touches.current.size > 1)
      move((now, bounds) => {
        const nearer = zoomed(now, pinch.factor, now.first + now.count / 2, bounds);
        return panned(nearer, pinch.moved / pxPerStep, bounds);
      });
    else {
      const t = Math.floor(stepAt(event));
      move((_, bounds) => stretched(end.fixed, Math.max(1, Math.min(bounds.T, t)), bounds));
    }
  };
  const release = (event: PointerEvent<HTMLElement>) => {
    touches.current.delete(event.pointerId);
    if (touches.current.size === 0) hold(false);
  };
  return { onPointerDown: grab, onPointerMove: drag, onPointerUp: release, onPointerCancel: release };
}
