/** Colours as every program that opens an SVG knows them: `#rrggbb` and an opacity. */

export interface Paint {
  /** `#rrggbb`; `none` for what is not seen. */
  readonly colour: string;
  readonly opacity: number;
}

const none: Paint = { colour: 'none', opacity: 0 };
const known = new Map<string, Paint>();
let pixel: CanvasRenderingContext2D | null | undefined;

/** A computed colour, in whatever space the browser names it (`oklab(…)`, `color(srgb …)`), as a paint. */
export function paintOf(css: string): Paint {
  if (css === 'none' || css === 'transparent' || css === '') return none;
  // A pattern or a ramp, which whoever copies it refers to.
  if (css.startsWith('url(')) return { colour: css, opacity: 1 };
  let paint = known.get(css);
  if (!paint) {
    paint = rgb(css) ?? drawn(css);
    known.set(css, paint);
  }
  return paint;
}

/** What most colours are computed to. */
function rgb(css: string): Paint | undefined {
  const parts = /^rgba?\((\d+), (\d+), (\d+)(?:, ([\d.]+))?\)$/.exec(css);
  if (!parts) return undefined;
  const opacity = Number(parts[4] ?? 1);
  return opacity === 0 ? none : { colour: hex(parts.slice(1, 4).map(Number)), opacity };
}

/** Any other: the browser draws a pixel of it. */
function drawn(css: string): Paint {
  pixel ??= Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d', {
    willReadFrequently: true,
  });
  if (!pixel) return { colour: css, opacity: 1 };
  pixel.clearRect(0, 0, 1, 1);
  pixel.fillStyle = css;
  pixel.fillRect(0, 0, 1, 1);
  const [red, green, blue, alpha] = pixel.getImageData(0, 0, 1, 1).data;
  return alpha === 0
    ? none
    : { colour: hex([red, green, blue]), opacity: Math.round((alpha / 255) * 1000) / 1000 };
}

const hex = (parts: readonly number[]): string =>
  `#${parts.map((part) => Math.min(255, Math.max(0, part)).toString(16).padStart(2, '0')).join('')}`;
