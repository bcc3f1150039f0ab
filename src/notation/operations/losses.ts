import { messages } from '../../messages';
import { operations, training } from '../../messages/accounts';
import {
  call,
  cell,
  constant,
  type Expression,
  equals,
  fraction,
  minus,
  negative,
  product,
  transpose,
  written,
} from '../expression';
import { mark } from '../marked';
import { formatPercent } from '../numbers';
import { isSingle, numbersOf, type Scene, type Teller } from './account';
import { whyStarted } from './backward';
import { distance, shortSum, whyOff } from './forward';

const half = written({ tex: '\\tfrac{1}{2}', text: '½', spoken: messages.notation.half });

/** Where E is a mean, every step's gradient is multiplied by its share in it. */
const shared = (scene: Scene): readonly Expression[] =>
  scene.op.in.includes('share') ? [cell('share')] : [];

const whyShared = (scene: Scene, why: string): string =>
  shared(scene).length === 0
    ? why
    : `${why} ${training.share(mark('E'), String(scene.plan.shape.errorAt.length))}`;

const halfSquared: Teller = (scene) => {
  return {
    title: operations.errorTitle,
    why: `${whyOff(scene)} ${training.halfError}`,
    symbols: [equals(cell(scene.op.out), product(half, distance(scene)))],
  };
};

const mean: Teller = ({ op }) => {
  const count = op.in.length;
  return {
    title: training.meanTitle,
    why: training.mean(mark(op.out), String(count)),
    symbols: [equals(cell(op.out), fraction(shortSum(op.in.map(cell)), constant(count)))],
  };
};

/** How the backward pass sets out: a multiple of how far apart output and target are, and of the step's share in a mean. */
const started =
  (why: (scene: Scene) => string, factors: readonly Expression[], from: 'output' | 'target'): Teller =>
  (scene) => {
    const { op } = scene;
    const [target, output] = op.in.map(cell);
    const difference = from === 'output' ? minus(output, target) : minus(target, output);
    const all = [...factors, ...shared(scene)];
    return {
      title: operations.startTitle,
      why: whyShared(scene, why(scene)),
      symbols: [equals(cell(op.out), all.length === 0 ? difference : product(...all, difference))],
    };
  };

const squaredSlope = started(whyStarted, [constant(-2)], 'target');

/** ½(d − Y)² has the slope Y − d, as has cross-entropy before softmax. */
const halfSquaredSlope = started(whyStarted, [], 'output');

const crossEntropySlope = started(({ op }) => training.crossEntropySlope(mark(`E${op.t}`)), [], 'output');

const softmaxName = { tex: '\\operatorname{softmax}', text: 'softmax', spoken: 'softmax' };

const softmax: Teller = (scene) => {
  const { op } = scene;
  const chances = numbersOf(scene, op.out);
  const most = Math.max(...chances);
  return {
    title: training.softmaxTitle,
    why: isSingle(scene, op.out)
      ? training.softmaxOne
      : training.softmax(String(chances.indexOf(most) + 1), formatPercent(most), String(chances.length)),
    symbols: [equals(cell(op.out), call(softmaxName, cell(op.in[0])))],
  };
};

const logarithm = { tex: '\\ln', text: 'ln', spoken: messages.notation.logarithm };

const crossEntropy: Teller = (scene) => {
  const { op } = scene;
  const [target, , output] = op.in;
  const targets = numbersOf(scene, target);
  const right = targets.indexOf(1);
  const isOneClass = right >= 0 && targets.every((value, i) => value === (i === right ? 1 : 0));
  const chance = formatPercent(numbersOf(scene, output)[right]);
  const logarithms = call(logarithm, cell(output));
  return {
    title: operations.errorTitle,
    why: isOneClass
      ? training.crossEntropy(String(right + 1), mark(output), chance)
      : training.crossEntropySoft(mark(output), mark(target)),
    symbols: [equals(cell(op.out), negative(product(transpose(target), logarithms)))],
  };
};

export const losses: Readonly<Record<string, Teller>> = {
  halfSquared,
  mean,
  squaredSlope,
  halfSquaredSlope,
  softmax,
  crossEntropy,
  crossEntropySlope,
};
