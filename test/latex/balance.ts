/** Reads LaTeX as far as its brackets, environments and formulas go. */

/** What does not fit in a LaTeX text, or undefined if every bracket, environment and formula closes as it opens. */
export function imbalanceIn(tex: string): string | undefined {
  const open: string[] = [];
  const closing: Readonly<Record<string, string>> = { '}': '{', '\\]': '\\[', '\\right': '\\left' };
  const tokens = tex
    .replace(/(?<!\\)%.*$/gm, '')
    .matchAll(
      /\\(?:begin|end)\{([a-z*]+)\}|\\(?:left|right)(?![a-z])|\\\\|\\[[\]]|\\[^a-zA-Z]|\\[a-zA-Z]+|[{}$]/g,
    );
  for (const [token, environment] of tokens) {
    if (token.startsWith('\\begin{')) open.push(environment);
    else if (token.startsWith('\\end{')) {
      const last = open.pop();
      if (last !== environment) return `\\end{${environment}} after ${last}`;
    } else if (token === '{' || token === '\\[' || token === '\\left') open.push(token);
    else if (token === '$') {
      if (open.at(-1) === '$') open.pop();
      else open.push('$');
    } else if (token in closing) {
      const last = open.pop();
      if (last !== closing[token]) return `${token} after ${last}`;
    }
  }
  return open.length === 0 ? undefined : `${open.at(-1)} is never closed`;
}
