import { type RefObject, useEffect, useLayoutEffect, useState } from 'react';
import { opAt } from '../engine';
import { messages } from '../messages';
import { usePlan, useUnrolled } from '../store';
import { present } from '../store/actions';

/** How long the way out stays visible after the mouse came to rest, in ms. */
const LINGER = 2500;

/**
 * Marks the document as presented, so that type can grow, and fills the screen where the browser allows it. A
 * browser leaves full screen by Escape without telling the page which key it was; that leaves presenting, too.
 */
export const useFullScreen = (): void => {
  useEffect(() => {
    const root = document.documentElement;
    root.dataset.presenting = '';
    // Until the screen is full the news is old: the way out of the time before, which may arrive only now.
    let isAsking = root.requestFullscreen !== undefined;
    let isOver = false;
    const asked = () => {
      isAsking = false;
      // Left again before the screen was full.
      if (isOver && document.fullscreenElement) document.exitFullscreen().catch(() => undefined);
    };
    root.requestFullscreen?.().then(asked, asked);
    const onChange = () => {
      if (!isAsking && !document.fullscreenElement) present(false);
    };
    document.addEventListener('fullscreenchange', onChange);
    return () => {
      isOver = true;
      document.removeEventListener('fullscreenchange', onChange);
      delete root.dataset.presenting;
      if (document.fullscreenElement) document.exitFullscreen().catch(() => undefined);
    };
  }, []);
};

/**
 * Keeps the row in sight in which the operation at the playhead writes: a clicker cannot scroll. A row
 * that is in sight already stays where it is.
 */
export const useFollowing = (middle: RefObject<HTMLElement | null>): void => {
  const plan = usePlan();
  // Terms and sums are of the ledger, whose lanes end so; all else is drawn in the network.
  const region = useUnrolled(({ playhead }) => {
    const op = opAt(plan, playhead);
    const isTerm = op !== undefined && plan.cells.get(op.out)?.lane.endsWith('@');
    return isTerm ? messages.ledger.region : messages.network.region;
  });
  useEffect(() => {
    const row = middle.current?.querySelector(`section[aria-label="${region}"]`);
    row?.scrollIntoView?.({ block: 'nearest' });
  }, [middle, region]);
};

/** So many em of its type the equation's panel is wide, and no fewer lines than these high. */
const EM_WIDE = 17.5;
const EM_HIGH = 24;
/** Type shrinks in steps of a twelfth until everything is in sight, at most to this size in px. */
const LEAST_TYPE = 12;

/**
 * Sets the type of the equation's panel as large as its width allows; an account that is longer than
 * the screen is set smaller, for a clicker cannot scroll.
 */
export const useHallType = (panel: RefObject<HTMLElement | null>): void => {
  useLayoutEffect(() => {
    const element = panel.current;
    if (!element) return;
    const { style } = document.documentElement;
    const isCut = () =>
      element.scrollHeight > element.clientHeight + 1 ||
      [...element.querySelectorAll('.equation')].some((one) => one.scrollWidth > one.clientWidth + 1);
    let isOver = false;
    const setType = () => {
      if (isOver) return;
      let type = Math.min(element.clientWidth / EM_WIDE, element.clientHeight / EM_HIGH);
      type = Math.max(LEAST_TYPE, type);
      style.setProperty('--hall-type', `${type}px`);
      while (isCut() && type > LEAST_TYPE) {
        type = Math.max(LEAST_TYPE, type * (11 / 12));
        style.setProperty('--hall-type', `${type}px`);
      }
    };
    setType();
    // Each account has its own length, and equations arrive late.
    const observer = new ResizeObserver(setType);
    observer.observe(element);
    const changes = new MutationObserver(setType);
    changes.observe(element, {
      ...{ childList: true, subtree: true, characterData: true },
      ...{ attributes: true, attributeFilter: ['class', 'style'] },
    });
    // Each face of the equations is loaded when the first sign in it is written.
    document.fonts?.addEventListener?.('loadingdone', setType);
    return () => {
      document.fonts?.removeEventListener?.('loadingdone', setType);
      observer.disconnect();
      changes.disconnect();
      isOver = true;
      style.removeProperty('--hall-type');
    };
  }, [panel]);
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
