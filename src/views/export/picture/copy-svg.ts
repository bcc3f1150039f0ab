/** SVG of the page as SVG that stands by itself: every style resolved, no class, no variable, nothing that cannot be seen. */
import { paintOf } from './paint';
import { type Attributes, element, type Origin, short } from './svg';

/** What says where and how large something is; it is taken over as it is written. */
const geometry = new Set(
  (
    'x y x1 y1 x2 y2 cx cy r rx ry fx fy width height d points transform dx dy rotate textLength lengthAdjust pathLength ' +
    'offset gradientUnits gradientTransform spreadMethod clipPathUnits maskUnits patternUnits patternTransform viewBox ' +
    'preserveAspectRatio startOffset'
  ).split(' '),
);
const shapes = new Set(['rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon', 'path']);
const texts = new Set(['text', 'tspan', 'textPath']);
/** What is drawn only where something refers to it. */
const referred = new Set(['defs', 'clipPath', 'mask', 'linearGradient', 'radialGradient', 'pattern', 'stop']);

/** Properties of type, which texts inherit, with what they are unless told. */
const type = [
  ...(['font-family', 'font-size', 'font-style', 'font-weight'] as const),
  ...(['letter-spacing', 'text-anchor', 'dominant-baseline'] as const),
] as const;
type Type = Readonly<Partial<Record<(typeof type)[number], string>>>;

/** What type is unless a file says otherwise. */
const usual: Type = {
  'font-style': 'normal',
  'font-weight': '400',
  'letter-spacing': 'normal',
  'text-anchor': 'start',
  'dominant-baseline': 'auto',
};

/** Copies what an svg element of the page shows. */
export class SvgCopy {
  readonly families = new Set<string>();
  /** Names within the file, by name on the page: the page's are made up anew in each run. */
  private readonly ids = new Map<string, string>();

  /** An outer svg element, as a group in the drawing's own coordinates. */
  outer(svg: SVGSVGElement, origin: Origin): SVGElement | undefined {
    const matrix = svg.getScreenCTM();
    if (!matrix) return undefined;
    const { a, b, c, d, e, f } = matrix;
    const [x, y] = [e - origin.x, f - origin.y].map((value) => Math.round(value * 1000) / 1000);
    const isPlain = a === 1 && b === 0 && c === 0 && d === 1;
    const transform = isPlain ? `translate(${x} ${y})` : `matrix(${[a, b, c, d, x, y].join(' ')})`;
    const own = this.typeOf(getComputedStyle(svg));
    const children = this.children(svg, own);
    return children.length === 0
      ? undefined
      : element('g', { transform, ...changed(own, usual) }, ...children);
  }

  private children(parent: Element, inherited: Type): Node[] {
    return Array.from(parent.childNodes).flatMap((child) => {
      if (child instanceof SVGElement) return this.copy(child, inherited);
      return child.nodeType === Node.TEXT_NODE && texts.has(parent.localName)
        ? document.createTextNode(child.textContent ?? '')
        : [];
    });
  }

  private copy(source: SVGElement, inherited: Type): readonly Node[] {
    const name = source.localName;
    if (name === 'title') return [element('title', {}, document.createTextNode(source.textContent ?? ''))];
    const isShape = shapes.has(name);
    const isText = texts.has(name);
    if (!isShape && !isText && !referred.has(name) && name !== 'g' && name !== 'svg') return [];
    const style = getComputedStyle(source);
    // A clip's own rectangle is never displayed, and what flows is between two states.
    if (!referred.has(name) && (isHidden(style) || isMoving(source))) return [];
    const paint = isShape || isText ? paintsOf(style, name) : {};
    if (isShape && (paint.fill ?? 'none') === 'none' && paint.stroke === undefined && !isInClip(source))
      return [];
    const own = isText || name === 'g' ? this.typeOf(style) : {};
    const children = this.children(source, { ...inherited, ...own });
    if ((name === 'g' || name === 'text') && children.every(isTitle)) return [];
    const attributes = {
      ...geometryOf(source),
      ...this.identity(source),
      ...(isHaloed(style) && isText ? { fill: paint.fill, 'fill-opacity': paint['fill-opacity'] } : paint),
      ...changed(own, inherited),
      ...(style.opacity !== '1' && { opacity: style.opacity }),
      ...(isShape && { ...this.reference('fill', style.fill), ...this.reference('stroke', style.stroke) }),
      ...this.reference('clip-path', style.clipPath),
      ...this.reference('mask', style.mask),
      ...(name === 'stop' && stopOf(style)),
    };
    // A group that says nothing holds nothing together.
    if (name === 'g' && Object.keys(attributes).length === 0 && !children.some(isTitle)) return children;
    const copy = element(name, attributes, ...children);
    return [name === 'text' && isHaloed(style) ? withHalo(copy, paint) : copy];
  }

  private typeOf(style: CSSStyleDeclaration): Type {
    this.families.add(style.fontFamily);
    return Object.fromEntries(type.map((key) => [key, style.getPropertyValue(key).replaceAll('"', "'")]));
  }

  private identity({ id }: SVGElement): Attributes {
    return id === '' ? {} : { id: this.nameOf(id) };
  }

  private reference(attribute: string, value: string): Attributes {
    const [, id] = /url\(["']?#([^"')]+)["']?\)/.exec(value) ?? [];
    return id === undefined ? {} : { [attribute]: `url(#${this.nameOf(id)})` };
  }

  private nameOf(id: string): string {
    const name = this.ids.get(id) ?? `part-${this.ids.size + 1}`;
    this.ids.set(id, name);
    return name;
  }
}

/** Which properties are no longer what they were further out. */
const changed = (own: Type, before: Type): Type =>
  Object.fromEntries(Object.entries(own).filter(([key, value]) => value !== before[key as keyof Type]));

const isHidden = (style: CSSStyleDeclaration): boolean =>
  style.display === 'none' || style.visibility !== 'visible' || style.opacity === '0';

const isMoving = (source: SVGElement): boolean => (source.getAnimations?.() ?? []).length > 0;

const isInClip = (source: SVGElement): boolean => source.closest('clipPath, mask') !== null;

const isTitle = (node: Node): boolean => node instanceof SVGElement && node.localName === 'title';

/** Numbers with as many digits as can be seen. */
const rounded = (value: string): string =>
  value.replace(/-?\d*\.\d{4,}(?:e-?\d+)?/g, (number) => short(Number(number)));

const geometryOf = (source: SVGElement): Attributes => {
  const taken = Array.from(source.attributes).filter(({ name }) => geometry.has(name));
  const attributes = Object.fromEntries(taken.map(({ name, value }) => [name, rounded(value)]));
  const { transform } = getComputedStyle(source);
  const isStyled = attributes.transform === undefined && transform !== 'none';
  return isStyled ? { ...attributes, transform } : attributes;
};

/** Fill and stroke, without what is as it is anyway. */
function paintsOf(style: CSSStyleDeclaration, name: string): Attributes {
  const fill = paintOf(style.fill);
  const stroke = paintOf(style.stroke);
  const fillOpacity = fill.opacity * Number(style.fillOpacity);
  const strokeOpacity = stroke.opacity * Number(style.strokeOpacity);
  const width = Number.parseFloat(style.strokeWidth);
  const isStroked = stroke.colour !== 'none' && width > 0 && strokeOpacity > 0;
  return {
    ...(name !== 'line' && { fill: fillOpacity === 0 ? 'none' : fill.colour }),
    ...(fillOpacity > 0 && fillOpacity < 1 && { 'fill-opacity': String(fillOpacity) }),
    ...(style.fillRule !== 'nonzero' && { 'fill-rule': style.fillRule }),
    ...(isStroked && {
      stroke: stroke.colour,
      'stroke-width': String(width),
      ...(strokeOpacity < 1 && { 'stroke-opacity': String(strokeOpacity) }),
      ...(style.strokeDasharray !== 'none' && {
        'stroke-dasharray': style.strokeDasharray.replaceAll('px', ''),
      }),
      ...(style.strokeLinecap !== 'butt' && { 'stroke-linecap': style.strokeLinecap }),
      ...(style.strokeLinejoin !== 'miter' && { 'stroke-linejoin': style.strokeLinejoin }),
    }),
  };
}

const stopOf = (style: CSSStyleDeclaration): Attributes => {
  const { colour, opacity } = paintOf(style.stopColor);
  return { 'stop-color': colour, ...(opacity < 1 && { 'stop-opacity': String(opacity) }) };
};

/** Whether a text's stroke lies below its letters, to set them off from what is behind. */
const isHaloed = (style: CSSStyleDeclaration): boolean =>
  style.paintOrder.startsWith('stroke') && style.stroke !== 'none';

/** The letters and, below, the same once more as their halo: many programs know no order of painting. */
function withHalo(text: SVGElement, paint: Attributes): SVGElement {
  const halo = text.cloneNode(true) as SVGElement;
  for (const part of [halo, ...halo.querySelectorAll('tspan')])
    part.setAttribute('fill', String(paint.stroke));
  for (const [key, value] of Object.entries(paint))
    if (key.startsWith('stroke') && value !== undefined) halo.setAttribute(key, String(value));
  halo.setAttribute('aria-hidden', 'true');
  return element('g', {}, halo, text);
}
