import { norm } from '../../engine';
import type { CellId, Plan } from '../../engine/types';
import { operations, training } from '../../messages/accounts';
import { cell, type Expression, equals, minus, plus, product, transpose, written } from '../expression';
import { label, spoken } from '../labels';
import { mark } from '../marked';
import { formatNumber } from '../numbers';
import { isBeyondClip, letterOf, readName, termsOf } from '../symbols';
import { derivative, errorTex } from '../tex';
import { isSingle, madeOf, numbersOf, type Scene, type Teller, writerOf } from './account';

const texOf = (id: CellId): string => {
  const { base, sub } = letterOf(readName(id));
  return sub === undefined ? base : `${base}_{${sub}}`;
};

/** `∂⁺S₃/∂Wₛ`: the derivative at this step alone, the state before it held fixed. */
const immediate = (made: CellId, weight: CellId): Expression =>
  written({
    tex: derivative(texOf(made), texOf(weight), '^{+}'),
    text: `∂⁺${label(made)}/∂${label(weight)}`,
    spoken: operations.immediate(spoken(made), spoken(weight)),
  });

/** `∂E₃/∂S₃ · ∂⁺S₃/∂Wₛ`, the term as the article writes it; undefined where gates come between. */
const asInTheArticle = (plan: Plan, d: CellId, weight: CellId): Expression | undefined => {
  const op = writerOf(plan, d);
  // Softmax with cross-entropy is one operation: its gradient does not pass through Y.
  if (op === undefined || !op.rule.endsWith('Slope') || op.rule === 'crossEntropySlope') return undefined;
  const [from, made] = op.in;
  const symbol = derivative(errorTex(plan, isBeyondClip(from, plan)), texOf(made));
  const reached = written(
    { tex: symbol, text: `∂${label(plan.error)}/∂${label(made)}`, spoken: operations.reached(spoken(made)) },
    from,
  );
  return product(reached, immediate(made, weight));
};

const outer: Teller = (scene) => {
  const { op, plan } = scene;
  const [d, factor] = op.in;
  const weight = readName(op.out).lane;
  const short = product(cell(d), transpose(factor));
  const long = asInTheArticle(plan, d, weight);
  const isNothing = numbersOf(scene, factor).every((value) => value === 0);
  return {
    title: operations.termTitle(mark(weight), String(op.t)),
    why: isNothing
      ? operations.termNothing(mark(weight), mark(factor))
      : operations.term(mark(weight), mark(factor), mark(madeOf(d)), String(op.t)),
    symbols: [equals(cell(op.out), ...(long === undefined ? [] : [long]), short)],
    numbers: [equals(cell(op.out), short)],
  };
};

const sum: Teller = ({ op, plan }) => {
  const weight = readName(op.out).lane;
  const steps = termsOf(plan, weight);
  const count = steps.indexOf(op.t) + 1;
  const isFirst = op.in.length === 1;
  const isWhole = count === steps.length;
  const progress = operations.progress(String(count), String(steps.length), isWhole);
  return {
    title: isFirst ? operations.sumFirstTitle(mark(weight)) : operations.sumTitle(mark(weight)),
    why:
      steps.length === 1
        ? operations.sumOnly(mark(weight))
        : `${isFirst ? operations.sumFirst(mark(weight)) : operations.sum(mark(weight))} ${progress}`,
    symbols: [equals(cell(op.out), plus(...op.in.map(cell)))],
  };
};

const whyMoved = (scene: Scene): string => {
  const { op } = scene;
  const [weight, direction, rate] = op.in;
  const before = numbersOf(scene, weight);
  const after = numbersOf(scene, op.out);
  const eta = formatNumber(numbersOf(scene, rate)[0]);
  const size = formatNumber(norm(after.map((value, i) => value - before[i])));
  const isVelocity = readName(direction).kind === 'next';
  if (!isSingle(scene, weight))
    return isVelocity
      ? training.velocityMany(mark(weight), eta, size)
      : operations.updateMany(mark(weight), eta, size);
  const [from, to] = [formatNumber(before[0]), formatNumber(after[0])];
  return isVelocity
    ? training.velocityOne(mark(weight), from, to)
    : operations.updateOne(mark(weight), from, to, Math.sign(numbersOf(scene, direction)[0]));
};

const descend: Teller = (scene) => {
  const { op } = scene;
  const [weight, direction, rate] = op.in;
  return {
    title: operations.updateTitle(mark(weight)),
    why: whyMoved(scene),
    symbols: [equals(cell(op.out), minus(cell(weight), product(cell(rate), cell(direction))))],
  };
};

export const weights: Readonly<Record<string, Teller>> = { outer, 'add sum': sum, descend };
