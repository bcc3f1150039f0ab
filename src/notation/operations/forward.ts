import { norm } from '../../engine';
import type { CellId } from '../../engine/types';
import { gates, operations } from '../../messages/accounts';
import {
  call,
  cell,
  type Expression,
  equals,
  minus,
  plus,
  product,
  square,
  squaredNorm,
  written,
} from '../expression';
import { mark } from '../marked';
import { formatNumber } from '../numbers';
import { readName } from '../symbols';
import { type Account, isLastOnly, isSingle, laneOf, numbersOf, type Scene, type Teller } from './account';
import { applied, generalName } from './functions';

/** Σ W_k v_k + b: the inputs come in pairs, a bias stands alone at the end. */
const weighted = (inputs: readonly CellId[]): Expression => {
  const summands: Expression[] = [];
  for (let i = 0; i + 1 < inputs.length; i += 2) summands.push(product(cell(inputs[i]), cell(inputs[i + 1])));
  if (inputs.length % 2 === 1) summands.push(cell(inputs[inputs.length - 1]));
  return plus(...summands);
};

export const affine =
  (title: string, why: (scene: Scene) => string): Teller =>
  (scene) => {
    return { title, why: why(scene), symbols: [equals(cell(scene.op.out), weighted(scene.op.in))] };
  };

const whyMixed = (scene: Scene): string => {
  const [weight, input, recurrent, memory] = scene.op.in.map(mark);
  if (scene.op.t > 1) return operations.mix(input, weight, memory, recurrent);
  const isBlank = numbersOf(scene, scene.op.in[3]).every((value) => value === 0);
  return operations.mixFirst(input, weight, memory, isBlank);
};

const allGates = affine(gates.lstmTitle, ({ op }) => gates.lstm(mark(op.in[1]), mark(op.in[3])));

const whySquashed = (scene: Scene): string => {
  const { op } = scene;
  const values = numbersOf(scene, op.out);
  if (op.rule === 'relu') return operations.relu(values.filter((value) => value === 0).length, values.length);
  if (op.rule === 'identity') return operations.identity(mark(op.out), mark(op.in[0]));
  const isFlat = (value: number) => (op.rule === 'tanh' ? 1 - value * value : 4 * value * (1 - value)) < 0.1;
  return operations.squash(op.rule, op.rule === 'tanh' ? '−1' : '0', values.some(isFlat));
};

const activation: Teller = (scene) => {
  const { op, plan } = scene;
  const [argument] = op.in;
  const g = op.rule as 'tanh' | 'sigmoid' | 'relu' | 'identity';
  const special = applied(g, cell(argument));
  const general = generalName(readName(argument).lane, plan.shape.cell);
  const right = general === undefined ? [special] : [call(general, cell(argument)), special];
  return {
    title: laneOf(op) === 'Y' ? operations.outputTitle(g) : operations.activationTitle(g),
    why: whySquashed(scene),
    symbols: [equals(cell(op.out), ...right)],
    numbers: [equals(cell(op.out), special)],
  };
};

/** (d − Y)², or ‖d − Y‖². */
export const distance = (scene: Scene): Expression => {
  const [target, output] = scene.op.in;
  const difference = minus(cell(target), cell(output));
  return isSingle(scene, output) ? square(difference) : squaredNorm(difference);
};

/** Why the error is as large as it is. */
export const whyOff = (scene: Scene): string => {
  const { op, plan } = scene;
  const [target, output] = op.in;
  const targets = numbersOf(scene, target);
  const off = numbersOf(scene, output).map((value, i) => value - targets[i]);
  const size = formatNumber(norm(off));
  const isHalved = op.rule === 'halfSquared';
  const why = isSingle(scene, output)
    ? operations.errorOne(mark(output), mark(target), size, Math.sign(off[0]), isHalved)
    : operations.errorMany(mark(output), mark(target), size, isHalved);
  return isLastOnly(plan) ? `${why} ${operations.errorOnlyAt(String(op.t))}` : why;
};

const squared: Teller = (scene): Account => {
  return {
    title: operations.errorTitle,
    why: whyOff(scene),
    symbols: [equals(cell(scene.op.out), distance(scene))],
  };
};

const dots = written({ tex: '\\cdots', text: '…', spoken: '…' });

/** As many summands are written out; of more, the first ones and the last. */
const mostSummands = 4;

/** A sum of many, shortened by dots: the first ones and the last. */
export const shortSum = (summands: readonly Expression[], most = mostSummands): Expression =>
  summands.length <= most
    ? plus(...summands)
    : plus(...summands.slice(0, most - 2), dots, summands[summands.length - 1]);

const total: Teller = ({ op }) => {
  return {
    title: operations.totalTitle,
    why: operations.total(mark(op.out), String(op.in.length)),
    symbols: [equals(cell(op.out), shortSum(op.in.map(cell)))],
  };
};

export const forward: Readonly<Record<string, Teller>> = {
  affine: affine(operations.affineTitle, () => operations.affine),
  'affine a': (scene) =>
    scene.plan.shape.cell === 'lstm' ? allGates(scene) : affine(operations.mixTitle, whyMixed)(scene),
  'affine o': affine(operations.readTitle, ({ op }) => operations.read(mark(op.in[1]), mark(op.in[0]))),
  tanh: activation,
  sigmoid: activation,
  relu: activation,
  identity: activation,
  squared,
  total,
};
