/** Vectors and matrices as fields of colour, an entry each, written pixel by pixel: thousands of numbers in one go. */
import type { Box } from '../../layout/boxes';
import type { Tint } from '../../layout/tints';

export interface HeatField {
  readonly box: Box;
  /** The numbers, row by row, and where in them they begin. */
  readonly numbers: Float64Array;
  readonly from: number;
  readonly rows: number;
  readonly cols: number;
  readonly tint: Tint;
}

/** Fields that stand side by side; nothing else may have been drawn between them. */
export function paintHeat(pen: CanvasRenderingContext2D, ratio: number, fields: readonly HeatField[]): void {
  if (fields.length === 0) return;
  const pixel = (place: number) => Math.round(place * ratio);
  const left = pixel(Math.min(...fields.map(({ box }) => box.x)));
  const right = pixel(Math.max(...fields.map(({ box }) => box.x + box.width)));
  const top = pixel(Math.min(...fields.map(({ box }) => box.y)));
  const bottom = pixel(Math.max(...fields.map(({ box }) => box.y + box.height)));
  const width = right - left;
  if (width < 1 || bottom - top < 1) return;
  const image = new ImageData(width, bottom - top);
  const pixels = new Uint32Array(image.data.buffer);
  for (const { box, numbers, from, rows, cols, tint } of fields) {
    const column = (col: number) => pixel(box.x + (col * box.width) / cols) - left;
    const line = (row: number) => pixel(box.y + (row * box.height) / rows) - top;
    for (let row = 0; row < rows; row++) {
      const [first, last] = [line(row), line(row + 1)];
      if (first === last) continue;
      for (let col = 0; col < cols; col++) {
        const start = column(col);
        const end = Math.min(width, Math.max(start + 1, column(col + 1)));
        const colour = tint(numbers[from + row * cols + col]);
        for (let y = first; y < last; y++) pixels.fill(colour, y * width + start, y * width + end);
      }
    }
  }
  pen.putImageData(image, left, top);
}
