/** Sets a canvas to an image of a pixel a number, to be drawn or shown larger. */
export function paintMap(
  canvas: HTMLCanvasElement,
  width: number,
  height: number,
  colour: (column: number, row: number) => number,
): void {
  const pen = canvas.getContext('2d');
  if (!pen) return;
  canvas.width = width;
  canvas.height = height;
  const image = new ImageData(width, height);
  const pixels = new Uint32Array(image.data.buffer);
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++) pixels[row * width + column] = colour(column, row);
  pen.putImageData(image, 0, 0);
}
