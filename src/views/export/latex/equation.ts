/** This step's equation for a LaTeX document. */
import type { Op, Trace } from '../../../engine/types';
import { exported as text } from '../../../messages/export';
import { describe } from '../../../notation/describe';

export type Part = 'symbols' | 'numbers' | 'both';

/** As many em of its type as a line of a page on A4 or letter paper has, for single numbers and for matrices. */
export const room = { plain: 40, matrix: 48 } as const;

/** TeX without the marks by which this page's equations can be pointed at. */
export const withoutMarks = (tex: string): string => tex.replace(/\\htmlData\{cell=[^{}]*\}/g, '');

/** Each line of an equation on a line of its own. */
const spread = (tex: string): string =>
  tex.replace(/\\\\\[\dpt\] ?|\\begin\{aligned\}|(?=\\end\{aligned\})/g, (end) => `${end.trimEnd()}\n`);

/** A display of equations, after commands that hold for it alone: `\\footnotesize`. */
export const display = (tex: string, commands = ''): string => {
  const equation = `\\[\n${spread(withoutMarks(tex))}\n\\]`;
  return commands === '' ? equation : `{${commands}${equation}}%`;
};

/** The equation of an operation, in symbols, with this run's numbers, or both. It needs amsmath and says so. */
export function equationTex(trace: Trace, op: Op, part: Part): string {
  const { symbols, numbers } = describe(trace, op);
  const lines = [`% ${text.needsAmsmath}`];
  if (part !== 'numbers') lines.push(display(symbols.tex));
  if (part !== 'symbols') lines.push(display(numbers(room).tex));
  return `${lines.join('\n')}\n`;
}
