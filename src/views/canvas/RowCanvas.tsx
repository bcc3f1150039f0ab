import { useLayoutEffect, useRef } from 'react';
import { useColumns, useScale } from '../score/columns-context';
import './row-canvas.css';

/** Draws in the units of the columns; `ratio` is how many pixels of the canvas one of them has. */
export type Draw = (pen: CanvasRenderingContext2D, ratio: number) => void;

/** How to draw each of the canvases that stand on the page once more, so many times as sharp as the screen. */
const standing = new Set<(sharpness: number) => void>();

/** Draws every canvas again for a picture, which may be looked at more closely than the page; 1 as the screen needs it. */
export function sharpenCanvases(sharpness: number): void {
  for (const redraw of standing) redraw(sharpness);
}

/**
 * What lies below a row's svg: all that would be too many elements. It is drawn again whenever `draw` is another function,
 * in the frame of what made it so.
 */
export const RowCanvas = ({ height, draw }: { readonly height: number; readonly draw: Draw }) => {
  const { total } = useColumns();
  return <Canvas width={total} height={height} draw={draw} />;
};

interface Props {
  readonly width: number;
  readonly height: number;
  readonly draw: Draw;
}

/** The same of any width. */
export const Canvas = ({ width, height, draw }: Props) => {
  const scale = useScale();
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    const element = canvas.current;
    const pen = element?.getContext('2d');
    if (!element || !pen) return;
    const redraw = (sharpness: number) => {
      const ratio = (window.devicePixelRatio || 1) * scale * sharpness;
      const [wide, high] = [Math.round(width * ratio), Math.round(height * ratio)];
      // To set the size of a canvas, even to what it is, empties it and takes its time.
      if (element.width !== wide) element.width = wide;
      if (element.height !== high) element.height = high;
      pen.setTransform(1, 0, 0, 1, 0, 0);
      pen.clearRect(0, 0, wide, high);
      pen.setTransform(ratio, 0, 0, ratio, 0, 0);
      draw(pen, ratio);
    };
    redraw(1);
    standing.add(redraw);
    return () => void standing.delete(redraw);
  }, [draw, width, height, scale]);
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a canvas takes no focus
    <canvas
      ref={canvas}
      className="row-canvas"
      aria-hidden="true"
      style={{
        width: `calc(${width}px * var(--score-scale))`,
        height: `calc(${height}px * var(--score-scale))`,
      }}
    />
  );
};
