import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';

afterEach(cleanup);

// What is loaded when it is asked for comes late on a busy machine, and no test is about how late.
configure({ asyncUtilTimeout: 10_000 });

// jsdom throws when it computes the style of the MathML that KaTeX writes, and every query by role asks for it.
const getComputedStyle = window.getComputedStyle.bind(window);
window.getComputedStyle = (element, pseudo) => {
  try {
    return getComputedStyle(element, pseudo);
  } catch {
    return getComputedStyle(document.documentElement, pseudo);
  }
};

/** jsdom lays nothing out, so no size ever changes: an observer that never reports is the truth. */
class SilentResizeObserver implements ResizeObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
}
window.ResizeObserver ??= SilentResizeObserver;

/** jsdom has no canvas: what is drawn on one is looked at in a browser. */
HTMLCanvasElement.prototype.getContext = () => null;

/** Answers "no" to every media query: light theme, motion allowed. A test that needs a "yes" replaces it. */
window.matchMedia ??= (media) =>
  Object.assign(new EventTarget(), {
    media,
    matches: false,
    onchange: null,
    addListener: () => {},
    removeListener: () => {},
  }) as MediaQueryList;

// jsdom knows no modal dialogs: these open and close, and leave the rest of the page as it is.
HTMLDialogElement.prototype.showModal = function showModal() {
  this.setAttribute('open', '');
};
HTMLDialogElement.prototype.close = function close() {
  this.removeAttribute('open');
  this.dispatchEvent(new Event('close'));
};
