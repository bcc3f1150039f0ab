import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const id = 'virtual:export-fonts';

/** The faces that drawings are written in; see `src/app/fonts.css`. Inter keeps the weights that are used. */
const faces = [
  {
    family: 'Inter',
    weight: '400 700',
    style: 'normal',
    file: 'inter-ui/variable/InterVariable.woff2',
    // Drawings are written in sizes at which the optical size is at its least.
    axes: { opsz: 14, wght: { min: 400, max: 700 } },
  },
  {
    family: 'KaTeX_Math',
    weight: '400',
    style: 'italic',
    file: 'katex/dist/fonts/KaTeX_Math-Italic.woff2',
    axes: undefined,
  },
  {
    family: 'KaTeX_Main',
    weight: '400',
    style: 'normal',
    file: 'katex/dist/fonts/KaTeX_Main-Regular.woff2',
    axes: undefined,
  },
] as const;

const range = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index));

/** Letters with the marks that notation puts on them: a tilde after clipping, a hat of the optimizer's averages. */
const marked = [...range(65, 90), ...range(97, 122)]
  .flatMap((letter) => ['\u0303', '\u0302'].map((mark) => (letter + mark).normalize('NFC')))
  .filter((composed) => composed.length === 1);

/**
 * Every character that the page may write: Latin, and whatever stands in the sources beyond it, spelled out or escaped.
 * So a sign that a new sentence brings is in the fonts without anyone thinking of it.
 */
export function charactersOf(folder: string): string {
  const found = new Set([...range(0x20, 0x7e), ...range(0xa0, 0xff), ...marked]);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.tsx?$/.test(entry.name)) continue;
    const source = readFileSync(join(entry.parentPath, entry.name), 'utf8');
    for (const sign of source) if (sign > '\u00ff') found.add(sign);
    for (const [, code] of source.matchAll(/\\u([0-9a-fA-F]{4})/g))
      found.add(String.fromCharCode(Number.parseInt(code, 16)));
  }
  return [...found]
    .filter((sign) => !/[\p{Cc}\p{Cs}]/u.test(sign))
    .sort()
    .join('');
}

/**
 * Offers `virtual:export-fonts`: the faces of drawings, cut down to the characters that the page may write, as text that an
 * exported picture carries with it. Whole, Inter alone would be 350 kB in each.
 */
export function exportFonts(): Plugin {
  let root = '';
  let made: Promise<string> | undefined;
  const make = async () => {
    // Half a second to start, so only when it is asked for.
    const { default: subset } = await import('subset-font');
    const characters = charactersOf(join(root, 'src'));
    const cut = await Promise.all(
      faces.map(async ({ file, axes, ...face }) => {
        const whole = readFileSync(join(root, 'node_modules', file));
        const options = { targetFormat: 'woff2', ...(axes && { variationAxes: axes }) } as const;
        const font = await subset(whole, characters, options);
        return { ...face, data: Buffer.from(font).toString('base64') };
      }),
    );
    return `export const characters = ${JSON.stringify(characters)};\nexport const faces = ${JSON.stringify(cut)};\n`;
  };
  return {
    name: 'unrolled:export-fonts',
    configResolved(config) {
      root = config.root;
    },
    resolveId: (source) => (source === id ? `\0${id}` : undefined),
    load: (source) => {
      if (source !== `\0${id}`) return undefined;
      made ??= make();
      return made;
    },
  };
}
