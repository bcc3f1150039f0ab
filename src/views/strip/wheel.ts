type Turn = Pick<WheelEvent, 'deltaX' | 'deltaY' | 'deltaMode' | 'shiftKey' | 'ctrlKey'>;

/** A line of a wheel that counts lines, in px; a page of one that counts pages. */
const [LINE, PAGE] = [16, 400];

const px = (delta: number, mode: number): number =>
  delta * (mode === WheelEvent.DOM_DELTA_LINE ? LINE : mode === WheelEvent.DOM_DELTA_PAGE ? PAGE : 1);

/** By how much more, or less, is to be in sight. A pinch on a touchpad comes as small turns with Ctrl. */
export const zoomOf = ({ deltaY, deltaMode, ctrlKey }: Turn): number =>
  2 ** (px(deltaY, deltaMode) * (ctrlKey && Math.abs(deltaY) < 40 ? 0.01 : 0.002));

/** Whether a turn means left or right. */
export const isSideways = ({ deltaX, deltaY, shiftKey }: Turn): boolean =>
  shiftKey || Math.abs(deltaX) > Math.abs(deltaY);

/** How far to the side it means, in px. */
export const sideways = ({ deltaX, deltaY, deltaMode }: Turn): number => px(deltaX || deltaY, deltaMode);
