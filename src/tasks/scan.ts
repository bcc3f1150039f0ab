/** Takes pasted text apart into entries, separators and brackets, each with its place. */

/** Line and column from 1, as an editor counts them. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export interface Token extends Place {
  /** `line` ends a line, `row` is a `;`. */
  readonly kind: 'number' | 'comma' | 'row' | 'line' | 'open' | 'close';
  /** The entry, with a plain minus sign. Whether it is a number is for the reader to say. */
  readonly text: string;
}

const kinds: Readonly<Record<string, Token['kind']>> = {
  ',': 'comma',
  ';': 'row',
  '[': 'open',
  ']': 'close',
  '\n': 'line',
};

/** `Ws =`, `torch.tensor(`, `np.array(` in front. */
const before = /^\s*(?:[A-Za-z_]\w*\s*=)?\s*(?:(?:\w+\.)*(?:tensor|array|matrix)\s*\()?/;

/** `, dtype=torch.float64, grad_fn=<AddBackward0>)` behind. */
const after = /(?:,\s*[A-Za-z_]\w*\s*=[^=[\]]*)*,?\s*\)\s*;?\s*$/;

/** The text with what surrounds the numbers blanked out, so that places stay. */
function blankFrame(source: string): string {
  const blank = (part: string) => part.replace(/[^\n]/g, ' ');
  const text = source.replaceAll('\r\n', '\n').replace(/[−–]/g, '-');
  const start = before.exec(text)?.[0] ?? '';
  const end = start.endsWith('(') ? after : /;\s*$/;
  return (blank(start) + text.slice(start.length).replace(end, blank)).replace(/\.\.\.[ \t]*\n/g, blankJoint);
}

/** MATLAB's `...` carries a row on to the next line. */
const blankJoint = (part: string) => part.replace(/[.\n]/g, ' ');

export function scan(source: string): Token[] {
  const tokens: Token[] = [];
  let line = 1;
  let lineStart = 0;
  for (const match of blankFrame(source).matchAll(/[,;[\]\n]|[^\s,;[\]]+/g)) {
    const text = match[0];
    tokens.push({ kind: kinds[text] ?? 'number', text, line, column: match.index - lineStart + 1 });
    if (text === '\n') {
      line++;
      lineStart = match.index + 1;
    }
  }
  return tokens;
}
