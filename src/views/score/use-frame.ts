import { type RefObject, useLayoutEffect, useState } from 'react';
import { type Frame, frameFor, presentedFrame } from './frame';

/** Until it is measured, the card is as wide as the middle of a 1440 px window leaves it. */
const USUAL_WIDTH = 780;
/** Until they are measured, the rows are as high as those of the article. */
const USUAL_HEIGHT = 700;

/** Whether the screen has room for the equation beside the score (see present.css). */
const isWide = (): boolean => window.matchMedia?.('(min-width: 56em)').matches ?? false;

interface Measured {
  readonly card: number;
  readonly screen: { readonly width: number; readonly height: number } | null;
}

/** Measures the card and, while presenting, the screen, again whenever they change. */
const useMeasured = (card: RefObject<HTMLElement | null>, isPresenting: boolean): Measured => {
  const [measured, setMeasured] = useState<Measured>({ card: USUAL_WIDTH, screen: null });
  useLayoutEffect(() => {
    const element = card.current;
    if (!element) return;
    const measure = () => {
      const { clientWidth: width, clientHeight: height } = document.documentElement;
      const screen = isPresenting && isWide() ? { width, height } : null;
      setMeasured({ card: Math.floor(element.clientWidth) || USUAL_WIDTH, screen });
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    window.addEventListener('resize', measure);
    return () => {
      observer.disconnect();
      window.removeEventListener('resize', measure);
    };
  }, [card, isPresenting]);
  return measured;
};

/**
 * The frame of the score for T steps. `drawing` names what is drawn: presenting, the rows of one drawing are measured as
 * they grow with their notes, and the score shrinks to fit but never grows back, so that it does not breathe while one
 * steps.
 */
export const useFrame = (
  card: RefObject<HTMLElement | null>,
  rows: RefObject<HTMLElement | null>,
  isPresenting: boolean,
  T: number,
  drawing: string,
): Frame => {
  const measured = useMeasured(card, isPresenting);
  const [tallest, setTallest] = useState({ drawing, height: 0 });
  const { screen } = measured;
  const tall = (tallest.drawing === drawing && tallest.height) || USUAL_HEIGHT;
  const frame = screen ? presentedFrame(screen, T, tall) : frameFor(measured.card);
  const isMeasured = screen !== null;
  const { scale } = frame;
  useLayoutEffect(() => {
    const element = rows.current;
    if (!element || !isMeasured) return;
    const measure = () => {
      const height = Math.ceil(element.offsetHeight / scale);
      setTallest((last) =>
        last.drawing === drawing && last.height >= height - 1 ? last : { drawing, height },
      );
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [rows, isMeasured, scale, drawing]);
  return frame;
};
