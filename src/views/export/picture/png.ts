/** A drawing in pixels. */
import type { Drawing } from './draw';

/** The narrowest and the widest that is made; browsers refuse canvases beyond some 16 000 px or 268 million of them. */
export const widths = [100, 12_000] as const;
const MOST_PIXELS = 120_000_000;

/** The height that belongs to a width. */
export const heightFor = ({ width, height }: Drawing, wanted: number): number =>
  Math.max(1, Math.round((wanted * height) / width));

export const isTooLarge = (drawing: Drawing, width: number): boolean =>
  width * heightFor(drawing, width) > MOST_PIXELS;

/** A PNG so many pixels wide. Rejects where the browser cannot make one of this size. */
export async function pngOf(drawing: Drawing, width: number): Promise<Blob> {
  const url = URL.createObjectURL(new Blob([drawing.svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = Object.assign(document.createElement('canvas'), {
      width,
      height: heightFor(drawing, width),
    });
    const context = canvas.getContext('2d');
    if (!context) throw new Error('This browser draws no pictures.');
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    const png = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    if (!png) throw new Error('The picture could not be made.');
    return png;
  } finally {
    URL.revokeObjectURL(url);
  }
}
