/** All operations as a worked solution: a LaTeX document that compiles as it is. */
import type { Op, Trace } from '../../../engine/types';
import { exported } from '../../../messages/export';
import { describe } from '../../../notation/describe';
import { run, type State } from '../../../store';
import type { Scope } from '../numbers/panel';
import { aboutOf } from '../solution/about';
import { groupsOf } from '../solution/groups';
import { givenOf } from '../solution/start';
import { display, room } from './equation';
import { sentenceTex, textTex } from './text';

const text = exported.solution;

/** Plain LaTeX with amsmath and geometry: part of every TeX. All of it is ASCII, so no encoding can be wrong. */
const head = [
  `% ${text.madeBy}`,
  '\\documentclass[11pt]{article}',
  '\\usepackage{amsmath}',
  '\\usepackage[a4paper,margin=22mm]{geometry}',
  '\\setcounter{MaxMatrixCols}{20}',
  '\\setlength{\\parindent}{0pt}',
  '\\setlength{\\parskip}{4pt}',
  '\\setlength{\\arraycolsep}{2.5pt}',
  '\\setlength{\\lineskip}{6pt}',
  '\\setlength{\\lineskiplimit}{3pt}',
  '\\raggedbottom',
  '\\newcommand{\\tight}{\\abovedisplayskip=4pt \\belowdisplayskip=4pt \\abovedisplayshortskip=4pt \\belowdisplayshortskip=4pt }',
  '% An operation stays on one page.',
  '\\newenvironment{operation}[2]%',
  '  {\\par\\medskip\\begin{minipage}{\\linewidth}\\setlength{\\parskip}{4pt}\\textbf{#1.}\\enspace\\textbf{#2}\\par}%',
  '  {\\end{minipage}\\par}',
  '\\begin{document}',
];

/** The document, line by line, for a long one takes a while. */
export function* documentLines(state: State, scope: Scope): Generator<string> {
  const { plan, trace } = run(state);
  const count = scope === 'all' ? plan.ops.length : state.playhead;
  yield* head;
  yield `{\\LARGE\\bfseries ${textTex(text.title)}\\par}`;
  yield `${textTex(text.extent(count, plan.ops.length))}\n`;
  yield `\\section*{${textTex(text.setup)}}`;
  yield '\\begin{tabular}{@{}ll@{}}';
  for (const [name, value] of aboutOf(state)) yield `${textTex(name)} & ${textTex(value)} \\\\`;
  yield '\\end{tabular}\n';
  for (const { name, equations } of givenOf(trace)) {
    yield `\\medskip\\textbf{${textTex(name)}}\\par\\nopagebreak`;
    // In line, so that they go on in the next line, each in a box, so that none is torn apart.
    const boxes = equations.map(
      ({ tex, isWide }) => `\\mbox{${isWide ? '\\arraycolsep=1pt ' : ''}$${tex}$}\\quad`,
    );
    yield `{\\raggedright\\footnotesize\n${boxes.join('\n')}\\par}`;
  }
  yield `\n${textTex(text.rounded)}\n`;
  let pass = '';
  for (const group of groupsOf(plan, count)) {
    if (group.pass !== pass) yield `\\section*{${textTex(text.passes[group.pass])}}`;
    pass = group.pass;
    if (group.t > 0) yield `\\subsection*{${textTex(text.step(group.t))}}`;
    for (const op of group.ops) yield* operationLines(trace, op);
  }
  yield '\\end{document}';
}

function* operationLines(trace: Trace, op: Op): Generator<string> {
  const { title, why, symbols, numbers } = describe(trace, op);
  const figures = numbers(room);
  yield `\\begin{operation}{${op.index + 1}}{${sentenceTex(title, trace.plan)}}`;
  yield display(symbols.tex, '\\tight');
  yield display(figures.tex, figures.isMatrix ? '\\footnotesize\\tight' : '\\tight');
  yield sentenceTex(why, trace.plan);
  yield '\\end{operation}';
}
