import type { Activation, CellId, CellKind } from '../../engine/types';
import { messages } from '../../messages';
import {
  call,
  cell,
  compare,
  constant,
  type Expression,
  entrywise,
  minus,
  square,
  type Written,
  written,
} from '../expression';
import { readName } from '../symbols';

/** The index of an activation by the lane of its argument: g₁ makes the state, g₂ the output. */
const indices: Readonly<Record<string, string>> = { a: '1', o: '2' };
const lowered: Readonly<Record<string, string>> = { '1': '₁', '2': '₂' };

/** `g₁` or `g₂`, or undefined where the activation is not one of the two: with gates, g is an LSTM's candidate. */
export const generalName = (lane: string, cell: CellKind): Written | undefined => {
  const index = cell === 'rnn' ? indices[lane] : undefined;
  if (index === undefined) return undefined;
  return { tex: `g_{${index}}`, text: `g${lowered[index]}`, spoken: `g ${index}` };
};

const names: Readonly<Record<Activation, Written>> = {
  tanh: { tex: '\\tanh', text: 'tanh', spoken: 'tanh' },
  sigmoid: { tex: '\\sigma', text: 'σ', spoken: 'sigmoid' },
  relu: { tex: '\\operatorname{relu}', text: 'relu', spoken: 'relu' },
  identity: { tex: '\\operatorname{id}', text: 'id', spoken: 'identity' },
};

export const least: Written = { tex: '\\min', text: 'min', spoken: messages.notation.least };

/** What clipping multiplies every entry by; not c, which in some courses is a bias. */
export const shortened = written({ tex: '\\lambda', text: 'λ', spoken: 'lambda' });

/** An activation applied: `tanh(a₃)`; the identity is its argument. */
export const applied = (g: Activation, of: Expression): Expression =>
  g === 'identity' ? of : call(names[g], of);

/** The slope in general: `g₁′(a₃)`. */
export const generalSlope = (g: Activation, argument: CellId, kind: CellKind): Expression => {
  const name = generalName(readName(argument).lane, kind) ?? names[g];
  return call(
    { tex: `${name.tex}'`, text: `${name.text}′`, spoken: messages.notation.slopeOfName(name.spoken) },
    cell(argument),
  );
};

/** The slope spelled out by what the activation gave: `1 − S₃²`. */
export const spelledSlope = (
  g: Activation,
  argument: CellId,
  output: CellId,
  isSingle: boolean,
): Expression => {
  const y = cell(output);
  const spelled: Readonly<Record<Activation, () => Expression>> = {
    tanh: () => minus(constant(1), square(y, !isSingle)),
    sigmoid: () => entrywise(y, minus(constant(1), y)),
    relu: () => ({
      kind: 'cases',
      of: [
        [constant(1), compare(cell(argument), '>', constant(0))],
        [constant(0), undefined],
      ],
    }),
    identity: () => constant(1),
  };
  return spelled[g]();
};
