import { operations } from '../../messages/accounts';
import { call, cell, equals } from '../expression';
import { mark } from '../marked';
import type { Teller } from './account';

/** What can be said of any operation: what it is called, what it reads and what it writes. */
export const plain: Teller = ({ op }) => {
  const name = {
    tex: `\\operatorname{${op.rule.replace(/[^A-Za-z]/g, '')}}`,
    text: op.rule,
    spoken: op.rule,
  };
  return {
    title: operations.plainTitle(mark(op.out)),
    why: operations.plain,
    symbols: [equals(cell(op.out), call(name, { kind: 'list', of: op.in.map(cell) }))],
  };
};
