import { type RefObject, useEffect, useState } from 'react';
import { opAt } from '../engine';
import { messages } from '../messages';
import { useRun, useUnrolled } from '../store';
import { present } from '../store/actions';

/** How long the way out stays visible after the mouse came to rest, in ms. */
const LINGER = 2500;

/**
 * Marks the document while presenting, so that type can grow, and fills the screen where the browser allows it. A
 * browser leaves full screen by Escape without telling the page which key it was; that leaves presenting, too.
 */
export const usePresenting = (): boolean => {
  const isPresenting = useUnrolled((state) => state.presenting);
  useEffect(() => {
    const root = document.documentElement;
    if (!isPresenting) return;
    root.dataset.presenting = '';
    root.requestFullscreen?.().catch(() => undefined);
    const onChange = () => {
      if (!document.fullscreenElement) present(false);
    };
    document.addEventListener('fullscreenchange', onChange);
    return () => {
      document.removeEventListener('fullscreenchange', onChange);
      delete root.dataset.presenting;
      if (document.fullscreenElement) document.exitFullscreen().catch(() => undefined);
    };
  }, [isPresenting]);
  return isPresenting;
};

/**
 * While presenting, keeps the row in sight in which the operation at the playhead writes: a clicker cannot scroll. A row
 * that is in sight already stays where it is.
 */
export const useFollowing = (middle: RefObject<HTMLElement | null>, isPresenting: boolean): void => {
  const { plan } = useRun();
  // Terms and sums are of the ledger, whose lanes end so; all else is drawn in the network.
  const region = useUnrolled(({ playhead }) => {
    const op = opAt(plan, playhead);
    const isTerm = op !== undefined && plan.cells.get(op.out)?.lane.endsWith('@');
    return isTerm ? messages.ledger.region : messages.network.region;
  });
  useEffect(() => {
    if (!isPresenting) return;
    const row = middle.current?.querySelector(`section[aria-label="${region}"]`);
    row?.scrollIntoView?.({ block: 'nearest' });
  }, [isPresenting, middle, region]);
};

/** Whether the pointer moved a moment ago. */
export const useRecentMove = (): boolean => {
  const [isRecent, setRecent] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onMove = () => {
      setRecent(true);
      clearTimeout(timer);
      timer = setTimeout(() => setRecent(false), LINGER);
    };
    window.addEventListener('pointermove', onMove);
    window.addEventListener('pointerdown', onMove);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('pointermove', onMove);
      window.removeEventListener('pointerdown', onMove);
    };
  }, []);
  return isRecent;
};
