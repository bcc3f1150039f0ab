import { clippingOfTotals, norm } from '../../engine';
import type { CellId } from '../../engine/types';
import { messages } from '../../messages';
import { operations, training as text } from '../../messages/accounts';
import {
  call,
  cell,
  constant,
  type Expression,
  equals,
  fraction,
  list,
  minus,
  negative,
  numbers,
  plus,
  power,
  product,
  root,
  square,
  squaredNorm,
} from '../expression';
import { mark } from '../marked';
import { formatNumber, formatPercent } from '../numbers';
import { readName } from '../symbols';
import { isSingle, numbersOf, type Scene, type Teller } from './account';
import { shortSum } from './forward';
import { least, shortened } from './functions';

/** What PyTorch adds to the norm, so that 0 is not divided by. */
const sliver = 1e-6;

const total: Teller = (scene) => {
  const { op } = scene;
  const [size] = numbersOf(scene, op.out);
  const [theta] = numbersOf(scene, 'theta');
  const sizes = op.in.map((id) => square(constant(norm(numbersOf(scene, id)))));
  return {
    title: text.normTitle,
    why: text.norm(formatNumber(size), formatNumber(theta), size > theta),
    symbols: [
      equals(
        square(cell(op.out)),
        shortSum(
          op.in.map((id) => squaredNorm(cell(id))),
          3,
        ),
      ),
    ],
    numbers: [equals(square(cell(op.out)), plus(...sizes))],
  };
};

const byNorm: Teller = (scene) => {
  const { op } = scene;
  const [gradient, whole, threshold] = op.in;
  const [size] = numbersOf(scene, whole);
  const [theta] = numbersOf(scene, threshold);
  const factor = Math.min(1, theta / (size + sliver));
  const bound = fraction(cell(threshold), plus(cell(whole), constant(sliver)));
  const said = [mark(whole), formatNumber(size), formatNumber(theta)] as const;
  return {
    title: text.clipTitle(mark(readName(op.out).lane)),
    why: factor < 1 ? text.byNorm(...said, formatNumber(factor)) : text.byNormWithin(...said),
    symbols: [
      equals(cell(op.out), product(shortened, cell(gradient))),
      equals(shortened, call(least, list(constant(1), bound))),
    ],
    numbers: [equals(cell(op.out), product(constant(factor), cell(gradient)))],
  };
};

const within = { tex: '\\operatorname{clip}', text: 'clip', spoken: messages.notation.within };

const byValue: Teller = (scene) => {
  const { op, trace } = scene;
  const [gradient, threshold] = op.in;
  const before = numbersOf(scene, gradient);
  const after = numbersOf(scene, op.out);
  const theta = formatNumber(numbersOf(scene, threshold)[0]);
  const cut = before.filter((value, i) => value !== after[i]).length;
  const all = clippingOfTotals(trace);
  const why = [text.byValue(cut, before.length, theta)];
  if (all !== undefined && Number.isFinite(all.angle))
    why.push(text.byValueAll(all.clippedEntries, all.entries, `${formatNumber(all.angle, 2)}°`));
  const bounds = [negative(cell(threshold)), cell(threshold)];
  return {
    title: text.clipTitle(mark(readName(op.out).lane)),
    why: why.join(' '),
    symbols: [equals(cell(op.out), call(within, list(cell(gradient), ...bounds)))],
  };
};

/** The weight whose gradient an optimizer remembers: `Ws` of `next:v:Ws`. */
const weightOf = (memory: CellId): CellId => memory.slice(memory.lastIndexOf(':') + 1);

const momentum: Teller = (scene) => {
  const { op } = scene;
  const [velocity, gradient, rate] = op.in;
  const isFirst = numbersOf(scene, velocity).every((value) => value === 0);
  return {
    title: text.momentumTitle(mark(weightOf(op.out))),
    why: isFirst ? text.momentumFirst : text.momentum(formatPercent(numbersOf(scene, rate)[0])),
    symbols: [equals(cell(op.out), plus(product(cell(rate), cell(velocity)), cell(gradient)))],
  };
};

/** β old + (1 − β) new, in symbols; in numbers 1 − β is one number. */
const averaging = (scene: Scene, fresh: Expression) => {
  const { op } = scene;
  const [old, , rate] = op.in;
  const [beta] = numbersOf(scene, rate);
  const kept = product(cell(rate), cell(old));
  return {
    symbols: [equals(cell(op.out), plus(kept, product(minus(constant(1), cell(rate)), fresh)))],
    numbers: [equals(cell(op.out), plus(kept, product(constant(1 - beta), fresh)))],
    share: formatPercent(beta),
  };
};

const average: Teller = (scene) => {
  const { share, ...equations } = averaging(scene, cell(scene.op.in[1]));
  const title = text.averageTitle(mark(weightOf(scene.op.out)));
  return { title, why: text.average(share), ...equations };
};

const averageSquare: Teller = (scene) => {
  const [, gradient] = scene.op.in;
  const { share, ...equations } = averaging(scene, square(cell(gradient), !isSingle(scene, gradient)));
  const title = text.squareTitle(mark(weightOf(scene.op.out)));
  return { title, why: text.square(share), ...equations };
};

const unbias: Teller = (scene) => {
  const { op } = scene;
  const [memory, rate, updates] = op.in;
  const [beta] = numbersOf(scene, rate);
  const count = numbersOf(scene, updates)[0] + 1;
  const factor = 1 - beta ** count;
  const weight = minus(constant(1), power(cell(rate), plus(cell(updates), constant(1))));
  return {
    title: text.unbiasTitle(mark(memory)),
    why: text.unbias(text.updates(count), formatNumber(factor)),
    symbols: [equals(cell(op.out), fraction(cell(memory), weight))],
    numbers: [equals(cell(op.out), product(fraction(constant(1), constant(factor)), cell(memory)))],
  };
};

const descendAdam: Teller = (scene) => {
  const { op, plan } = scene;
  const [weight, mean, meanSquare, rate, epsilon] = op.in;
  const [eta] = numbersOf(scene, rate);
  const [least] = numbersOf(scene, epsilon);
  const squares = numbersOf(scene, meanSquare);
  const ratios = numbersOf(scene, mean).map((value, i) => value / (Math.sqrt(squares[i]) + least));
  const before = numbersOf(scene, weight);
  const moves = numbersOf(scene, op.out).map((value, i) => Math.abs(value - before[i]));
  const ratio = fraction(cell(mean), plus(root(cell(meanSquare)), cell(epsilon)));
  const right = (direction: Expression) => minus(cell(weight), product(cell(rate), direction));
  return {
    title: operations.updateTitle(mark(weight)),
    why: text.adam(mark(weight), formatNumber(Math.max(...moves)), formatNumber(eta)),
    symbols: [equals(cell(op.out), right(ratio))],
    numbers: [equals(cell(op.out), right(numbers(ratios, plan.cells.get(weight)?.cols ?? 1)))],
  };
};

export const training: Readonly<Record<string, Teller>> = {
  norm: total,
  clipByNorm: byNorm,
  clipByValue: byValue,
  momentum,
  average,
  averageSquare,
  unbias,
  descendAdam,
};
