import type { CellId, Plan } from '../engine/types';
import { spelling } from '../messages/accounts';
import type { Expression, Relation, Written } from './expression';
import { label, spoken } from './labels';
import { formatNumber } from './numbers';
import { isSingle } from './tex';

/** The two ways to spell an equation without TeX. */
interface Spelling {
  readonly name: (id: CellId, plan: Plan) => string;
  readonly own: (as: Written) => string;
  readonly words: {
    readonly transposed: string;
    readonly times: string;
    readonly multiplied: string;
    readonly entrywise: string;
    readonly plus: string;
    readonly minus: string;
    readonly over: string;
    readonly squared: string;
    readonly equals: string;
    readonly above: string;
    readonly within: string;
    readonly norm: (of: string) => string;
    readonly root: (of: string) => string;
    readonly power: (base: string, exponent: string) => string;
    readonly negative: string;
    readonly group: (of: string) => string;
    readonly of: (name: string, of: string) => string;
    readonly when: (what: string, condition: string) => string;
    readonly otherwise: (what: string) => string;
  };
}

const inText: Spelling = { name: label, own: (as) => as.text, words: spelling.textWords };
const forTheEar: Spelling = { name: spoken, own: (as) => as.spoken, words: spelling.spokenWords };

const spellExpression = (expression: Expression, plan: Plan, spelling: Spelling): string => {
  const { words } = spelling;
  const spell = (of: Expression) => spellExpression(of, plan, spelling);
  const grouped = (of: Expression) => (of.kind === 'sum' ? words.group(spell(of)) : spell(of));
  switch (expression.kind) {
    case 'cell':
      return spelling.name(expression.id, plan) + (expression.isTransposed ? words.transposed : '');
    case 'product':
      return expression.of.map(grouped).join(words.times);
    case 'list':
      return expression.of.map(spell).join(', ');
    case 'entrywise':
      return expression.of
        .map(grouped)
        .join(expression.of.every((of) => isSingle(of, plan)) ? words.multiplied : words.entrywise);
    case 'sum':
      return expression.of
        .map(({ sign, of }, i) => {
          if (i === 0) return (sign === '-' ? words.negative : '') + spell(of);
          return (sign === '+' ? words.plus : words.minus) + spell(of);
        })
        .join('');
    case 'fraction':
      return grouped(expression.top) + words.over + grouped(expression.bottom);
    case 'call':
      return words.of(spelling.own(expression.name), spell(expression.of));
    case 'square':
      return (
        (expression.of.kind === 'cell' &&
        /\/|gradient/.test(spell(expression.of)) &&
        !spell(expression.of).startsWith('‖')
          ? words.group(spell(expression.of))
          : grouped(expression.of)) + words.squared
      );
    case 'power':
      return words.power(grouped(expression.base), spell(expression.exponent));
    case 'root':
      return words.root(spell(expression.of));
    case 'norm':
      return words.norm(spell(expression.of)) + (expression.isSquared ? words.squared : '');
    case 'numbers':
      return formatNumber(expression.values[0]);
    case 'written':
      return spelling.own(expression.as);
    case 'cases':
      return expression.of
        .map(([of, when]) =>
          when === undefined
            ? words.otherwise(spell(of))
            : words.when(spell(of), spellRelation(when, plan, spelling)),
        )
        .join(', ');
  }
};

const spellRelation = ({ left, steps }: Relation, plan: Plan, spelling: Spelling): string => {
  const { words } = spelling;
  const signs = { '=': words.equals, '>': words.above, '≤': words.within };
  return (
    spellExpression(left, plan, spelling) +
    steps.map(({ sign, of }) => signs[sign] + spellExpression(of, plan, spelling)).join('')
  );
};

/** Equations in one line of plain text: `δ₃ = Wₛᵀ ∂E₈/∂a₄`. */
export const symbolsText = (relations: readonly Relation[], plan: Plan): string =>
  relations.map((relation) => spellRelation(relation, plan, inText)).join('; ');

/** Equations for the ear: `gradient of S 3 equals Ws transposed times gradient of a 4`. */
export const symbolsSpoken = (relations: readonly Relation[], plan: Plan): string =>
  relations.map((relation) => spellRelation(relation, plan, forTheEar)).join('; ');
