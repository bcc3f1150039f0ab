import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { letGoOnceRead } from './object-url';
import { saveFile } from './save-file';

const letGo = vi.fn();

beforeEach(() => {
  vi.useFakeTimers();
  letGo.mockClear();
  URL.createObjectURL = () => 'blob:it';
  URL.revokeObjectURL = letGo;
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {});
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const reading = (isDone: boolean) => {
  const image = document.createElement('img');
  Object.defineProperty(image, 'complete', { value: isDone });
  image.src = 'blob:it';
  return image;
};

test.each(['load', 'error'])('a picture that is being read is kept until its %s', (end) => {
  const image = reading(false);
  letGoOnceRead('blob:it', image);
  expect(letGo).not.toHaveBeenCalled();
  image.dispatchEvent(new Event(end));
  expect(letGo).toHaveBeenCalledWith('blob:it');
});

test('a picture that was read is let go at once', () => {
  letGoOnceRead('blob:it', reading(true));
  expect(letGo).toHaveBeenCalledWith('blob:it');
});

test('a file is kept for a browser that asks first where to save it', () => {
  saveFile(new Blob(['1']), 'one.csv');
  vi.advanceTimersByTime(45_000);
  expect(letGo).not.toHaveBeenCalled();
  vi.advanceTimersByTime(45_000);
  expect(letGo).toHaveBeenCalledOnce();
});
