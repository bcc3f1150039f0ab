import { describe, expect, it } from 'vitest';
import { columnsFor } from '../../layout/columns';
import { frameFor, presentedFrame } from './frame';

describe('the frame of the score', () => {
  it('gives a narrow card narrower labels', () => {
    expect(frameFor(780)).toEqual({ scale: 1, gutter: 118, isNarrow: false, available: 662 });
    expect(frameFor(358).gutter).toBeLessThan(118);
  });
});

describe('the frame of a presented score', () => {
  const screens = [
    [1280, 720],
    [1440, 900],
    [1920, 1080],
  ] as const;
  const cases = screens.flatMap(([width, height]) => [1, 3, 8, 12].map((T) => [width, height, T] as const));
  it.each(cases)('fits %i × %i with room for the equation (T = %i)', (width, height, T) => {
    const tall = 705;
    const frame = presentedFrame({ width, height }, T, tall);
    expect(frame.scale * tall).toBeLessThanOrEqual(height + 1e-9);
    expect(frame.width).toBeLessThanOrEqual(Math.ceil(width * 0.72));
    const columns = columnsFor(frame.available, T);
    expect(frame.gutter + columns.total * frame.scale).toBeLessThanOrEqual((frame.width ?? 0) + 1);
  });
  it('enlarges with the screen and never shrinks out of sight', () => {
    const scales = screens.map(([width, height]) => presentedFrame({ width, height }, 3, 700).scale);
    expect(scales).toEqual([...scales].sort((p, q) => p - q));
    expect(presentedFrame({ width: 900, height: 200 }, 3, 700).scale).toBeGreaterThanOrEqual(0.7);
  });
});
