import { gain, norm, slopeOf } from '../../engine';
import type { CellId } from '../../engine/types';
import { operations, spelling } from '../../messages/accounts';
import {
  cell,
  compare,
  constant,
  type Expression,
  entrywise,
  equals,
  fraction,
  minus,
  normOf,
  numbers,
  plus,
  product,
  transpose,
  written,
} from '../expression';
import { label, spoken } from '../labels';
import { mark } from '../marked';
import { formatNumber, formatPercent } from '../numbers';
import { makerOf, readName } from '../symbols';
import { tex } from '../tex';
import { activationOf, isLastOnly, isSingle, numbersOf, type Scene, type Teller, writerOf } from './account';
import { generalSlope, spelledSlope } from './functions';

const squaredSlope: Teller = (scene) => {
  const { op, plan } = scene;
  const [target, output] = op.in;
  const equation = [equals(cell(op.out), product(constant(-2), minus(cell(target), cell(output))))];
  const error = mark(`E${op.t}`);
  const [slope] = numbersOf(scene, op.out);
  return {
    title: operations.startTitle,
    why: isSingle(scene, output)
      ? operations.startOne(
          error,
          mark(output),
          Math.sign(slope),
          isLastOnly(plan) ? String(op.t) : undefined,
        )
      : operations.startMany(error, mark(output), isLastOnly(plan) ? String(op.t) : undefined),
    symbols: equation,
    numbers: equation,
  };
};

/** Below this slope the activation is called nearly flat. */
const flat = 0.1;

const whySloped = (scene: Scene, slopes: Float64Array): string => {
  const { op } = scene;
  const [from] = op.in;
  const g = activationOf(op.rule);
  if (g === 'identity') return operations.slopeIdentity;
  const arrived = norm(numbersOf(scene, from));
  if (arrived === 0) return operations.slopeNothing;
  const share = norm(numbersOf(scene, op.out)) / arrived;
  if (Number.isNaN(share)) return operations.overflown;
  const passed = formatPercent(share);
  if (g === 'relu')
    return operations.slopeRelu(slopes.filter((slope) => slope === 0).length, slopes.length, passed);
  const least = Math.min(...slopes);
  const most = Math.max(...slopes);
  if (slopes.length === 1)
    return most < flat
      ? operations.slopeFlat(g, formatNumber(most), passed)
      : operations.slopeOne(g, formatNumber(most), passed);
  return operations.slopeMany(g, formatNumber(least, 2), formatNumber(most, 2), passed, most < flat);
};

const slope: Teller = (scene) => {
  const { op, plan } = scene;
  const [from, output] = op.in;
  const g = activationOf(op.rule);
  const argument = writerOf(plan, output)?.in[0] ?? readName(op.out).lane;
  const { lane } = readName(argument);
  const single = isSingle(scene, output);
  const slopes = numbersOf(scene, output).map((value) => slopeOf(g, value));
  const general = generalSlope(g, lane, argument);
  const spelled = spelledSlope(g, argument, output, single);
  const isSpelledInNumbers = single && (g === 'tanh' || g === 'sigmoid');
  const worked: Expression[] = isSpelledInNumbers ? [entrywise(cell(from), spelled)] : [];
  return {
    title: operations.slopeTitle(g),
    why: whySloped(scene, slopes),
    symbols: [equals(cell(op.out), entrywise(cell(from), general)), equals(general, spelled)],
    numbers: [equals(cell(op.out), ...worked, entrywise(cell(from), numbers(slopes)))],
  };
};

/** What carries a gradient over: `y` was made from `x` through `weight`. */
const transposed: Teller = (scene) => {
  const { op, plan, trace } = scene;
  const [weight, from] = op.in;
  const to = readName(op.out);
  const made = from.slice(2);
  const equation = [equals(cell(op.out), product(transpose(weight), cell(from)))];
  const state = `${to.lane}${to.t}`;
  const later = makerOf(made);
  const { t } = readName(later);
  const why = [operations.carry(mark(later), mark(state), mark(weight), mark(made))];
  if (to.lane === 'S' && readName(made).lane === 'a' && t !== undefined) {
    const share = gain(trace, t);
    const flown = plan.cells.has(`clip:${later}`) ? `clip:${later}` : `d:${later}`;
    if (!Number.isNaN(share)) why.push(operations.arrives(formatPercent(share), mark(flown)));
  }
  if (to.kind === 'gradient' && to.lane === 'S' && to.t !== undefined && to.t > 0 && to.t < plan.shape.T)
    why.push(operations.onlyWay(String(to.t), mark(state)));
  if (to.kind === 'via') why.push(operations.oneOfTwo(mark(state)));
  return {
    title: operations.carryTitle(mark(weight)),
    why: why.join(' '),
    symbols: equation,
    numbers: equation,
  };
};

const ways: Teller = (scene) => {
  const { op, plan } = scene;
  const { lane, t } = readName(op.out);
  const spelled = op.in.map((id) => {
    const way = writerOf(plan, id);
    return way?.rule === 'transposed' ? product(transpose(way.in[0]), cell(way.in[1])) : cell(id);
  });
  const sources = op.in.map((id) => {
    const { from } = readName(id);
    return { from: from === undefined ? id : makerOf(from), norm: norm(numbersOf(scene, id)) };
  });
  return {
    title: operations.joinTitle,
    why: operations.join(
      mark(`${lane}${t}`),
      sources.map(({ from, norm: size }) => ({ from: mark(from), size: formatNumber(size) })),
    ),
    symbols: [equals(cell(op.out), plus(...op.in.map(cell)), plus(...spelled))],
    numbers: [equals(cell(op.out), plus(...op.in.map(cell)))],
  };
};

/** ‖δ₃‖ in symbols beside numbers. */
const sizeOf = (scene: Scene, id: CellId): Expression =>
  written(
    {
      tex: `\\lVert ${tex(id, scene.plan)} \\rVert`,
      text: `‖${label(id, scene.plan)}‖`,
      spoken: spelling.spokenWords.norm(spoken(id, scene.plan)),
    },
    id,
  );

const clip: Teller = (scene) => {
  const { op } = scene;
  const [from, threshold] = op.in;
  const size = norm(numbersOf(scene, from));
  const [theta] = numbersOf(scene, threshold);
  const isAbove = size > theta;
  const scaled = product(fraction(cell(threshold), normOf(cell(from))), cell(from));
  return {
    title: operations.clipTitle(mark(from)),
    why: isAbove
      ? operations.clipAbove(mark(from), formatNumber(size), formatNumber(theta))
      : operations.clipWithin(mark(from), formatNumber(size), formatNumber(theta)),
    symbols: [
      equals(cell(op.out), {
        kind: 'cases',
        of: [
          [scaled, compare(normOf(cell(from)), '>', cell(threshold))],
          [cell(from), undefined],
        ],
      }),
    ],
    numbers: [
      {
        left: sizeOf(scene, from),
        steps: [
          { sign: '=', of: constant(size) },
          { sign: isAbove ? '>' : '≤', of: cell(threshold) },
        ],
      },
      equals(
        cell(op.out),
        isAbove ? product(fraction(cell(threshold), constant(size)), cell(from)) : cell(from),
      ),
    ],
  };
};

export const backward: Readonly<Record<string, Teller>> = {
  squaredSlope,
  tanhSlope: slope,
  sigmoidSlope: slope,
  reluSlope: slope,
  identitySlope: slope,
  transposed,
  'add gradient': ways,
  clip,
};
