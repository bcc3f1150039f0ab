import type { CellId, Plan } from '../engine/types';
import { messages } from '../messages';
import { allWeights, nameIn } from './convention';
import type { Expression, Relation } from './expression';
import { numberTex } from './number-tex';
import { formatNumber } from './numbers';
import {
  errorOf,
  isBeyondClip,
  isDelta,
  type Letter,
  letterOf,
  readName,
  sourcesOf,
  termsOf,
} from './symbols';

const greek: Readonly<Record<string, string>> = {
  θ: '\\theta',
  η: '\\eta',
  μ: '\\mu',
  β: '\\beta',
  ε: '\\varepsilon',
  δ: '\\delta',
};

const letter = ({ base, sub, of }: Letter): string => {
  const command = greek[base] ?? base;
  if (of !== undefined) return `${command}_{${letter(of)}}`;
  return sub === undefined ? command : `${command}_{${sub}}`;
};

/** Words in an equation. */
export const texWords = (text: string): string => `\\text{${text}}`;

/** `∂E₃/∂a₃` as a fraction. */
export const derivative = (of: string, by: string, mark = ''): string =>
  `\\frac{\\partial${mark} ${of}}{\\partial ${by}}`;

/** The error as it stands in a gradient: with a tilde where the gradient was made from a clipped one. */
export const errorTex = (plan: Plan | undefined, isTilded: boolean): string => {
  const { base, sub } = errorOf(plan);
  return letter({ base: isTilded ? `\\tilde{${base}}` : base, sub });
};

/** A cell's symbol in TeX, without the marker that makes it possible to point at it. */
export const tex = (id: CellId, plan?: Plan): string => {
  const name = readName(id);
  const own = letter(letterOf(name));
  const isTilded = isBeyondClip(id, plan);
  const error = errorTex(plan, isTilded);
  if (name.lane === 'share') return derivative(nameIn('E'), `${nameIn('E')}_t`);
  if (name.kind === 'value') return own;
  if (name.kind === 'unbiased') {
    const { base, ...index } = letterOf(name);
    return letter({ base: `\\hat{${base}}`, ...index });
  }
  if (name.kind === 'norm') return `\\Big\\lVert ${derivative(error, allWeights())} \\Big\\rVert`;
  if (name.kind === 'next') return `${own}^{${texWords(messages.notation.afterUpdate.trim())}}`;
  const isShort = isDelta(name);
  const { sub } = letterOf(name);
  const delta = letter({ base: isTilded ? '\\tilde{\\delta}' : 'δ', sub });
  const gradient = isShort ? delta : derivative(error, own);
  if (name.kind === 'term') return `${gradient}\\bigg|_{${name.index}}`;
  if (name.kind === 'sum') {
    const steps = plan === undefined ? [] : termsOf(plan, name.lane);
    if (steps.at(-1) === name.t) return gradient;
    return `\\sum_{j=${name.t}}^{${steps[0] ?? name.t}} ${gradient}\\bigg|_{j}`;
  }
  if (name.isUnfinished) return `${gradient}^{\\,${texWords(messages.notation.soFar.trim())}}`;
  const sources = sourcesOf(name, plan);
  if (sources.length === 0) return gradient;
  const from = sources.map((source) => letter(letterOf(readName(source)))).join(',\\,');
  const words = texWords(`${messages.notation.fromWord} `);
  return isShort ? `${gradient}^{\\,${words}${from}}` : `${gradient}\\bigg|_{${words}${from}}`;
};

/** TeX that can be pointed at: KaTeX writes `data-cell` onto it. */
export const pointable = (id: CellId, symbol: string): string =>
  `\\htmlData{cell=${id.replaceAll('~', '-')}}{${symbol}}`;

/** The cell that TeX points at: there `~` would be a space, so it is written `-`, which no cell has in its name. */
export const pointedAt = (data: string): CellId => data.replaceAll('-', '~');

const isSum = (expression: Expression): boolean => expression.kind === 'sum';

const inParentheses = (expression: Expression, plan: Plan): string =>
  isSum(expression) ? `\\left(${expressionTex(expression, plan)}\\right)` : expressionTex(expression, plan);

/** What a square is put on: a derivative is a fraction and needs parentheses. */
const squared = (expression: Expression, plan: Plan): string => {
  const symbol = inParentheses(expression, plan);
  return expression.kind === 'cell' && symbol.includes('\\partial') && !symbol.includes('\\lVert')
    ? `\\left(${symbol}\\right)`
    : symbol;
};

/** Whether an expression is a single number. */
export const isSingle = (expression: Expression, plan: Plan): boolean => {
  if (expression.kind === 'sum') return expression.of.every(({ of }) => isSingle(of, plan));
  if (expression.kind !== 'cell') return true;
  const shape = plan.cells.get(expression.id);
  return shape?.rows === 1 && shape.cols === 1;
};

/** A norm, its bars as tall as what is in it. */
export const normTex = (of: string): string =>
  of.includes('\\frac') ? `\\left\\lVert ${of} \\right\\rVert` : `\\lVert ${of} \\rVert`;

const upright = /\\frac\{\\partial (\S+)\}\{\\partial ((?:\\\w+|[^\s{}_])+(?:_\{[^{}]*\})?)\}/g;

/** Derivatives in one line, `∂E/∂S`: below a line a fraction could hardly be read. */
const inOneLine = (symbols: string): string => symbols.replace(upright, '\\partial $1 / \\partial $2');

/** An expression in symbols. */
export const expressionTex = (expression: Expression, plan: Plan): string => {
  switch (expression.kind) {
    case 'cell': {
      const symbol = tex(expression.id, plan);
      return pointable(expression.id, expression.isTransposed ? `${symbol}^{\\top}` : symbol);
    }
    case 'product': {
      const between = expression.of.some(({ kind }) => kind === 'written') ? ' \\cdot ' : ' \\, ';
      return expression.of.map((factor) => inParentheses(factor, plan)).join(between);
    }
    case 'list':
      return expression.of.map((each) => expressionTex(each, plan)).join(',\\, ');
    case 'entrywise': {
      const between = expression.of.every((factor) => isSingle(factor, plan)) ? ' \\cdot ' : ' \\odot ';
      return expression.of.map((factor) => inParentheses(factor, plan)).join(between);
    }
    case 'sum':
      return expression.of
        .map(({ sign, of }, i) => (i === 0 && sign === '+' ? '' : `${sign} `) + expressionTex(of, plan))
        .join(' ');
    case 'fraction':
      return `\\frac{${expressionTex(expression.top, plan)}}{${inOneLine(expressionTex(expression.bottom, plan))}}`;
    case 'call':
      return `${expression.name.tex}\\left(${expressionTex(expression.of, plan)}\\right)`;
    case 'square':
      return `${squared(expression.of, plan)}^{${expression.isEntrywise ? '\\odot 2' : '2'}}`;
    case 'power':
      return `{${inParentheses(expression.base, plan)}}^{${expressionTex(expression.exponent, plan)}}`;
    case 'root':
      return `\\sqrt{${expressionTex(expression.of, plan)}}`;
    case 'norm':
      return `${normTex(expressionTex(expression.of, plan))}${expression.isSquared ? '^2' : ''}`;
    case 'numbers':
      return numberTex(formatNumber(expression.values[0]));
    case 'written':
      return expression.cell === undefined
        ? expression.as.tex
        : pointable(expression.cell, expression.as.tex);
    case 'cases':
      return `\\begin{cases}${expression.of
        .map(([of, when]) =>
          when === undefined
            ? `${expressionTex(of, plan)} & ${texWords(messages.notation.otherwise)}`
            : `${expressionTex(of, plan)} & ${texWords(`${messages.notation.ifWord} `)}${relationTex(when, plan)}`,
        )
        .join(' \\\\[4pt] ')}\\end{cases}`;
  }
};

export const texSigns = { '=': '=', '>': '>', '≤': '\\le' } as const;

const relationTex = ({ left, steps }: Relation, plan: Plan): string =>
  [
    expressionTex(left, plan),
    ...steps.map(({ sign, of }) => `${texSigns[sign]} ${expressionTex(of, plan)}`),
  ].join(' ');

/** A partial sum written out takes half a line, so what is added to it goes on the next. */
const isPartialSum = (expression: Expression, plan: Plan): boolean =>
  expression.kind === 'cell' && tex(expression.id, plan).startsWith('\\sum');

/** More summands than a line holds stand under each other. */
const MOST_SUMMANDS = 2;

const rightSides = (of: Expression, plan: Plan): readonly string[] => {
  if (
    of.kind !== 'sum' ||
    (of.of.length <= MOST_SUMMANDS && !of.of.some((summand) => isPartialSum(summand.of, plan)))
  )
    return [expressionTex(of, plan)];
  return of.of.map(
    ({ sign, of: summand }, i) => (i === 0 ? '' : `\\quad {}${sign} `) + expressionTex(summand, plan),
  );
};

/** Equations in symbols, line by line: each further `=` stands on a line of its own under the first. */
export const symbolsLines = (relations: readonly Relation[], plan: Plan): readonly string[] =>
  relations.flatMap(({ left, steps }) =>
    steps.flatMap(({ sign, of }, i) =>
      rightSides(of, plan).map((right, j) => {
        const before = i === 0 && j === 0 ? expressionTex(left, plan) : '';
        return `${before} &${j === 0 ? texSigns[sign] : ''} ${right}`;
      }),
    ),
  );

/** Lines of equations as one piece of TeX, aligned at their `=`. */
export const alignLines = (lines: readonly string[]): string =>
  `\\begin{aligned}${lines.join(' \\\\[6pt] ')}\\end{aligned}`;
