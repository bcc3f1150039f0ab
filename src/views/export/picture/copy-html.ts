/** HTML of the page as SVG: boxes as rectangles, each line of a text where it stands. */

import type { SvgCopy } from './copy-svg';
import { paintOf } from './paint';
import { element, type Origin } from './svg';

let ruler: CanvasRenderingContext2D | null | undefined;

/** What a node of the page shows, in the drawing's own coordinates. */
export function copyNode(node: Node, origin: Origin, svg: SvgCopy): SVGElement[] {
  if (node.nodeType === Node.TEXT_NODE) return linesOf(node as Text, origin, svg);
  if (node instanceof SVGSVGElement)
    return isShown(node) ? [svg.outer(node, origin)].filter((made) => !!made) : [];
  if (!(node instanceof HTMLElement) || !isShown(node)) return [];
  if (node instanceof HTMLSelectElement) return chosenOf(node, origin, svg);
  const boxes = boxesOf(node, origin);
  if (node instanceof HTMLCanvasElement) return [...boxes, imageOf(node, origin)];
  return [...boxes, ...Array.from(node.childNodes).flatMap((child) => copyNode(child, origin, svg))];
}

/** Whether an element is there for the eye. What is for the ear alone is cut down to a pixel. */
function isShown(node: HTMLElement | SVGSVGElement): boolean {
  const { display, visibility, opacity, clipPath, overflow } = getComputedStyle(node);
  if (display === 'none' || visibility !== 'visible' || opacity === '0') return false;
  const { width, height } = node.getBoundingClientRect();
  const isTiny = width <= 1 && height <= 1;
  return !(isTiny && overflow !== 'visible') && clipPath !== 'inset(50%)';
}

/** An element's ground and its borders. */
function boxesOf(node: HTMLElement, origin: Origin): SVGElement[] {
  const style = getComputedStyle(node);
  const box = node.getBoundingClientRect();
  const [x, y] = [box.left - origin.x, box.top - origin.y];
  const { width, height } = box;
  const rx = Number.parseFloat(style.borderTopLeftRadius) || undefined;
  const made: SVGElement[] = [];
  const ground = paintOf(style.backgroundColor);
  const ramp = rampOf(style.backgroundImage, { x, y, width, height });
  const opacity = ground.opacity < 1 ? ground.opacity : undefined;
  if (ground.colour !== 'none')
    made.push(element('rect', { x, y, width, height, rx, fill: ground.colour, 'fill-opacity': opacity }));
  made.push(...ramp);
  const sides = (['top', 'right', 'bottom', 'left'] as const).map((side) => ({
    side,
    width: Number.parseFloat(style.getPropertyValue(`border-${side}-width`)),
    paint: paintOf(style.getPropertyValue(`border-${side}-color`)),
  }));
  const seen = sides.filter((side) => side.width > 0 && side.paint.colour !== 'none');
  if (seen.length === 4) {
    const [{ paint, width: thick }] = seen;
    const inner = { x: x + thick / 2, y: y + thick / 2, width: width - thick, height: height - thick };
    made.push(element('rect', { ...inner, rx, fill: 'none', stroke: paint.colour, 'stroke-width': thick }));
    return made;
  }
  for (const { side, width: thick, paint } of seen) {
    const [x1, y1] = [side === 'right' ? x + width : x, side === 'bottom' ? y + height : y];
    const [x2, y2] = [side === 'left' ? x : x + width, side === 'top' ? y : y + height];
    const stroke = { stroke: paint.colour, 'stroke-opacity': paint.opacity, 'stroke-width': thick };
    made.push(element('line', { x1, y1, x2, y2, ...stroke }));
  }
  return made;
}

/** How many pieces a ramp of colours is drawn in: the space in which the browser mixes is not SVG's. */
const PIECES = 24;

/** A gradient from left to right, as pieces of one colour each. */
function rampOf(
  image: string,
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
): SVGElement[] {
  const [, space, list] = /^linear-gradient\(90deg(?: in (\w+))?, (.*)\)$/.exec(image) ?? [];
  if (list === undefined) return [];
  const stops = list.match(/[\w-]+\([^)]*\)|#\w+/g) ?? [];
  return Array.from({ length: PIECES }, (_, piece) => {
    const place = ((piece + 0.5) / PIECES) * (stops.length - 1);
    const from = Math.floor(place);
    const share = Math.round((place - from) * 1000) / 10;
    const mixed = `color-mix(in ${space ?? 'srgb'}, ${stops[from + 1]} ${share}%, ${stops[from]})`;
    const step = width / PIECES;
    // A hair wider, so that no seam shows.
    return element('rect', {
      x: x + piece * step,
      y,
      width: step + 0.3,
      height,
      fill: paintOf(mixed).colour,
    });
  });
}

/** A text node line by line, each line as it has been broken. */
function linesOf(node: Text, origin: Origin, svg: SvgCopy): SVGElement[] {
  const parent = node.parentElement;
  const text = node.data;
  if (!parent || text.trim() === '') return [];
  const range = document.createRange();
  const lines: { text: string; left: number; top: number; bottom: number }[] = [];
  let at = 0;
  for (const sign of text) {
    range.setStart(node, at);
    at += sign.length;
    range.setEnd(node, at);
    const box = range.getClientRects()[0];
    // What is collapsed has no place.
    if (!box || box.width === 0) {
      const last = lines.at(-1);
      // A mark above the letter before it takes no room of its own.
      if (last && box && /\p{M}/u.test(sign)) last.text += sign;
      continue;
    }
    const last = lines.at(-1);
    if (last && Math.abs(last.top - box.top) < 2) last.text += sign;
    // A file drops spaces at the beginning of a text.
    else if (sign.trim() !== '') lines.push({ text: sign, left: box.left, top: box.top, bottom: box.bottom });
  }
  return lines
    .filter((line) => line.text.trim() !== '')
    .map((line) => written(line.text, line, parent, origin, svg));
}

/** What is chosen in a list, in its place; on paper there is nothing to choose. */
function chosenOf(list: HTMLSelectElement, origin: Origin, svg: SvgCopy): SVGElement[] {
  const text = list.selectedOptions[0]?.text ?? '';
  return text === '' ? [] : [written(text, list.getBoundingClientRect(), list, origin, svg)];
}

function written(
  text: string,
  { left, top, bottom }: { left: number; top: number; bottom: number },
  parent: Element,
  origin: Origin,
  svg: SvgCopy,
): SVGElement {
  const style = getComputedStyle(parent);
  svg.families.add(style.fontFamily);
  const { colour, opacity } = paintOf(style.color);
  const attributes = {
    x: left - origin.x,
    y: (top + bottom) / 2 + middleToBaseline(style) - origin.y,
    fill: colour,
    'fill-opacity': opacity < 1 ? opacity : undefined,
    'font-family': style.fontFamily.replaceAll('"', "'"),
    'font-size': style.fontSize,
    'font-style': style.fontStyle === 'normal' ? undefined : style.fontStyle,
    'font-weight': style.fontWeight,
    'letter-spacing': style.letterSpacing === 'normal' ? undefined : style.letterSpacing,
  };
  const said = style.textTransform === 'uppercase' ? text.toUpperCase() : text;
  return element('text', attributes, document.createTextNode(said.replace(/\s+$/, '')));
}

/** From the middle of a line's letters to the line that they stand on, in px. */
function middleToBaseline({ fontStyle, fontWeight, fontSize, fontFamily }: CSSStyleDeclaration): number {
  ruler ??= document.createElement('canvas').getContext('2d');
  if (!ruler) return Number.parseFloat(fontSize) * 0.35;
  ruler.font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`;
  const { fontBoundingBoxAscent, fontBoundingBoxDescent } = ruler.measureText('x');
  return (fontBoundingBoxAscent - fontBoundingBoxDescent) / 2;
}

/** What a canvas holds, as a picture within the picture. */
function imageOf(canvas: HTMLCanvasElement, origin: Origin): SVGElement {
  const { left, top, width, height } = canvas.getBoundingClientRect();
  const place = { x: left - origin.x, y: top - origin.y, width, height };
  return element('image', { ...place, preserveAspectRatio: 'none', href: canvas.toDataURL('image/png') });
}
