/** A picture of what is on the page, in an SVG that stands by itself. */
import { flushSync } from 'react-dom';
import { store } from '../../../store';
import { sharpenCanvases } from '../../canvas/RowCanvas';
import { copyNode } from './copy-html';
import { SvgCopy } from './copy-svg';
import { fontRules } from './fonts';
import { paintOf } from './paint';
import type { Picture } from './pictures';
import { element, short } from './svg';

export interface Drawing {
  /** The file. */
  readonly svg: string;
  /** Its size on the screen, in px. */
  readonly width: number;
  readonly height: number;
}

/** White around what is drawn, and between the score and its legend, in px. */
const MARGIN = 12;
/** So many times as sharp as the screen is what is drawn on a canvas: a picture is looked at more closely. */
const SHARPNESS = 3;
/** How far the labels of the rows stand in, and the legend with them. */
const INSET = 14;

/**
 * Draws a picture as it is on the page, also where it is scrolled out of sight, in light colours whatever the theme is. The
 * page puts on its light colours for it and takes them off again before it is painted.
 *
 * @param title what it is called, and in a sentence what it shows
 */
export function draw(picture: Picture, title: string, description: string): Drawing {
  return inLight(picture.of, () => {
    const svg = new SvgCopy();
    const box = picture.of.getBoundingClientRect();
    const origin = { x: box.left - MARGIN, y: box.top - MARGIN };
    const ground = picture.isWhole ? [] : focusBehind(picture.of);
    const parts = [...ground, ...copyNode(picture.of, origin, svg)];
    const legend = picture.isWhole ? legendOf(picture.of) : null;
    const legendBox = legend?.getBoundingClientRect();
    const width = Math.ceil(widest(picture.of) + 2 * MARGIN);
    let height = Math.ceil(box.height + 2 * MARGIN);
    if (legend && legendBox) {
      const place = { x: legendBox.left - MARGIN - INSET, y: legendBox.top - height };
      parts.push(...copyNode(legend, place, svg));
      height = Math.ceil(height + legendBox.height + MARGIN);
    }
    return { svg: fileOf(parts, svg, width, height, title, description), width, height };
  });
}

function fileOf(
  parts: readonly SVGElement[],
  svg: SvgCopy,
  width: number,
  height: number,
  title: string,
  description: string,
): string {
  const root = element(
    'svg',
    {
      width,
      height,
      viewBox: `0 0 ${short(width)} ${short(height)}`,
      role: 'img',
    },
    element('title', {}, document.createTextNode(title)),
    element('desc', {}, document.createTextNode(description)),
    element('style', {}, document.createTextNode(fontRules(svg.families))),
    element('rect', { width, height, fill: '#ffffff' }),
    ...parts,
  );
  // Digits of one width, as on the page. There is no attribute for it, and on this page the policy allows no style in one.
  const text = new XMLSerializer()
    .serializeToString(root)
    .replace('<svg ', `<svg style="font-feature-settings:'tnum'" `);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${text}\n`;
}

/** Runs something while the page is laid out for a picture: light, nothing pointed at, without what can only be pressed. */
function inLight<Made>(of: HTMLElement, make: () => Made): Made {
  const root = document.documentElement;
  const { theme, pointed } = store.getState();
  flushSync(() => store.setState({ theme: 'light', pointed: null }));
  root.classList.add('is-exporting');
  of.classList.add('is-pictured');
  sharpenCanvases(SHARPNESS);
  try {
    return make();
  } finally {
    sharpenCanvases(1);
    root.classList.remove('is-exporting');
    of.classList.remove('is-pictured');
    flushSync(() => store.setState({ theme, pointed }));
  }
}

/** The column of the step in focus, which lies behind all rows, as far as it lies behind one of them. */
function focusBehind(row: HTMLElement): readonly SVGElement[] {
  const column = row.closest('.score-rows')?.querySelector(':scope > .score-column');
  if (!column) return [];
  const [box, frame] = [column.getBoundingClientRect(), row.getBoundingClientRect()];
  const { colour } = paintOf(getComputedStyle(column).backgroundColor);
  const x = box.left - frame.left + MARGIN;
  return [element('rect', { x, y: MARGIN, width: box.width, height: frame.height, rx: 4, fill: colour })];
}

const legendOf = (score: HTMLElement): HTMLElement | null =>
  score.closest('.score')?.querySelector<HTMLElement>('.score-legend') ?? null;

/** How wide a part of the page is with all that it scrolls by. */
const widest = (part: HTMLElement): number => Math.max(part.getBoundingClientRect().width, part.scrollWidth);
