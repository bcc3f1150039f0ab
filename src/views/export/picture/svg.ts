/** Making SVG elements that are not shown: they are written into a file. */

export const SVG = 'http://www.w3.org/2000/svg';

/** Where they are made: in a document of its own nothing is loaded, and the page's policy has nothing to refuse. */
const sheet = document.implementation.createDocument(SVG, 'svg', null);

export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** Numbers with as many digits as can be seen. */
export const short = (value: number): string => String(Math.round(value * 1000) / 1000);

export function element(name: string, attributes: Attributes = {}, ...children: Node[]): SVGElement {
  const made = sheet.createElementNS(SVG, name) as SVGElement;
  for (const [key, value] of Object.entries(attributes))
    if (value !== undefined) made.setAttribute(key, typeof value === 'number' ? short(value) : value);
  made.append(...children);
  return made;
}

/** Where the drawing's own (0, 0) is, in px of the window. */
export interface Origin {
  readonly x: number;
  readonly y: number;
}
