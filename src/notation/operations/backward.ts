import { gain, norm, slopeOf } from '../../engine';
import type { CellId } from '../../engine/types';
import { gates, operations, spelling } from '../../messages/accounts';
import {
  call,
  cell,
  compare,
  constant,
  type Expression,
  entrywise,
  equals,
  fraction,
  list,
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
import { makerOf, readName, sourcesOf } from '../symbols';
import { normTex, tex } from '../tex';
import {
  activationOf,
  isLastOnly,
  isSingle,
  madeOf,
  numbersOf,
  type Scene,
  shareOf,
  type Teller,
  writerOf,
} from './account';
import { generalSlope, least, shortened, spelledSlope } from './functions';
import { isAfterError, whyCut } from './truncation';

/** Why the gradient starts as it does. */
export const whyStarted = (scene: Scene): string => {
  const { op, plan } = scene;
  const output = mark(op.in[1]);
  const error = mark(`E${op.t}`);
  const only = isLastOnly(plan) ? String(op.t) : undefined;
  if (!isSingle(scene, op.in[1])) return operations.startMany(error, output, only);
  return operations.startOne(error, output, Math.sign(numbersOf(scene, op.out)[0]), only);
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
  const single = isSingle(scene, output);
  const slopes = numbersOf(scene, output).map((value) => slopeOf(g, value));
  const general = generalSlope(g, argument, plan.shape.cell);
  const spelled = spelledSlope(g, argument, output, single);
  const isSpelledInNumbers = single && (g === 'tanh' || g === 'sigmoid');
  const worked: Expression[] = isSpelledInNumbers ? [entrywise(cell(from), spelled)] : [];
  return {
    title: operations.slopeTitle(g),
    why: [whySloped(scene, slopes), ...whyCut(scene)].join(' '),
    symbols: [equals(cell(op.out), entrywise(cell(from), general)), equals(general, spelled)],
    numbers: [equals(cell(op.out), ...worked, entrywise(cell(from), numbers(slopes)))],
  };
};

/** How much of what left the later state arrives by this operation. */
const whyArrived = (scene: Scene, made: CellId, later: CellId): string[] => {
  const { op, plan, trace } = scene;
  const { t } = readName(made);
  if (readName(op.out).lane !== 'S' || t === undefined || plan.shape.cell === 'lstm') return [];
  if (readName(made).lane === 'w') {
    const share = shareOf(scene, op.out, `d:S${t}`);
    return share === undefined ? [] : [gates.arrivesThisWay(share, mark(`d:S${t}`))];
  }
  if (readName(made).lane !== 'a' || plan.shape.horizon !== undefined) return [];
  const share = gain(trace, t);
  const flown = plan.cells.has(`clip:${later}`) ? `clip:${later}` : `d:${later}`;
  return Number.isNaN(share) ? [] : [operations.arrives(formatPercent(share), mark(flown))];
};

/** What carries a gradient over: `y` was made from `x` through `weight`. */
const transposed: Teller = (scene) => {
  const { op, plan } = scene;
  const [weight, from] = op.in;
  const to = readName(op.out);
  const made = madeOf(from);
  const state = `${to.lane}${to.t}`;
  const later = makerOf(made, plan);
  const why = [
    operations.carry(mark(later), mark(state), mark(weight), mark(made)),
    ...whyArrived(scene, made, later),
    ...whyCut(scene),
  ];
  const isInside = to.lane === 'S' && to.t !== undefined && to.t > 0 && to.t < plan.shape.T;
  const isFromOutput = readName(made).lane === 'o';
  if (to.kind === 'gradient' && isInside && !isFromOutput)
    why.push(operations.onlyWay(String(to.t), mark(state)));
  if (to.kind === 'gradient' && isInside && isFromOutput && !isAfterError(plan, to.t))
    why.push(gates.onlyError(mark(state)));
  if (to.kind === 'via' && to.error === undefined) why.push(operations.oneWayOf(mark(state)));
  return {
    title: operations.carryTitle(mark(weight)),
    why: why.join(' '),
    symbols: [equals(cell(op.out), product(transpose(weight), cell(from)))],
  };
};

const ways: Teller = (scene) => {
  const { op, plan } = scene;
  const { lane, t } = readName(op.out);
  const spelled = op.in.map((id) => {
    const way = writerOf(plan, id);
    if (way?.rule === 'transposed') return product(transpose(way.in[0]), cell(way.in[1]));
    return way?.rule === 'hadamard' ? entrywise(...way.in.map(cell)) : cell(id);
  });
  const isSpelled = spelled.some(({ kind }) => kind !== 'cell');
  const sources = op.in.map((id) => {
    const [from = id] = sourcesOf(readName(id), plan).slice(-1);
    return { from: mark(from), size: formatNumber(norm(numbersOf(scene, id))) };
  });
  return {
    title: operations.joinTitle(op.in.length),
    why: operations.join(mark(`${lane}${t}`), sources.slice(0, MOST_WAYS), sources.length - MOST_WAYS),
    symbols: [
      equals(
        cell(op.out),
        plus(...abridged(op.in.map(cell))),
        ...(isSpelled ? [plus(...abridged(spelled))] : []),
      ),
    ],
    numbers: [equals(cell(op.out), plus(...abridged(op.in.map(cell))))],
  };
};

/** So many summands are written; of more, as a long horizon brings them, the first and the last. */
const MOST_WAYS = 4;
const dots: Expression = written({ tex: '\\cdots', text: '⋯', spoken: spelling.andSoOn });

const abridged = (all: readonly Expression[]): readonly Expression[] =>
  all.length <= MOST_WAYS ? all : [...all.slice(0, MOST_WAYS - 2), dots, all[all.length - 1]];

/** ‖δ₃‖ in symbols beside numbers. */
const sizeOf = (scene: Scene, id: CellId): Expression =>
  written(
    {
      tex: normTex(tex(id, scene.plan)),
      text: `‖${label(id, scene.plan)}‖`,
      spoken: spelling.spokenWords.norm(spoken(id, scene.plan)),
    },
    id,
  );

const clip: Teller = (scene) => {
  const { op, plan } = scene;
  const [from, threshold] = op.in;
  const size = norm(numbersOf(scene, from));
  const [theta] = numbersOf(scene, threshold);
  const isAbove = size > theta;
  const unclipped = plan.shape.cell === 'lstm' ? ` ${gates.notClipped(mark('S'), mark(`C${op.t}`))}` : '';
  const scaled = product(fraction(cell(threshold), normOf(cell(from))), cell(from));
  const byCases = [
    equals(cell(op.out), {
      kind: 'cases',
      of: [
        [scaled, compare(normOf(cell(from)), '>', cell(threshold))],
        [cell(from), undefined],
      ],
    }),
  ];
  // The same in less room, where the gradient is written as a fraction.
  const byFactor = [
    equals(cell(op.out), product(shortened, cell(from))),
    equals(shortened, call(least, list(constant(1), fraction(cell(threshold), normOf(cell(from)))))),
  ];
  return {
    title: operations.clipTitle(mark(from)),
    why:
      (isAbove
        ? operations.clipAbove(mark(from), formatNumber(size), formatNumber(theta))
        : operations.clipWithin(mark(from), formatNumber(size), formatNumber(theta))) + unclipped,
    symbols: tex(from, plan).includes('\\frac') ? byFactor : byCases,
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
  tanhSlope: slope,
  sigmoidSlope: slope,
  reluSlope: slope,
  identitySlope: slope,
  transposed,
  'add gradient': ways,
  clip,
};
