import type { CellId } from '../../engine/types';
import { gates } from '../../messages/accounts';
import { cell, constant, type Expression, entrywise, equals, minus, numbers, plus } from '../expression';
import { mark } from '../marked';
import { formatPercent } from '../numbers';
import { readName } from '../symbols';
import { type Account, isSingle, numbersOf, type Scene, shareOf, type Teller } from './account';
import { affine, forward } from './forward';
import { whyCut } from './truncation';

/** What the operation writes, as one equation. */
const equation = ({ op }: Scene, right: Expression): Pick<Account, 'symbols'> => ({
  symbols: [equals(cell(op.out), right)],
});

/** Products entry by entry, added up: f ⊙ C + i ⊙ g. */
const gated = (inputs: readonly CellId[]): Expression =>
  plus(
    ...Array.from({ length: inputs.length / 2 }, (_, k) =>
      entrywise(cell(inputs[2 * k]), cell(inputs[2 * k + 1])),
    ),
  );

const meanOf = (values: Float64Array): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** How much of a cell a gate lets through, by norm; where the cell is 0, nothing is. */
const throughGate = (scene: Scene, gate: CellId, what: CellId): string => {
  const open = numbersOf(scene, gate);
  const values = numbersOf(scene, what);
  const share = Math.hypot(...values.map((value, i) => value * open[i])) / Math.hypot(...values);
  return formatPercent(Number.isNaN(share) ? 0 : share);
};

const isBlank = (scene: Scene, id: CellId): boolean => numbersOf(scene, id).every((value) => value === 0);

const gate: Teller = (scene) => {
  const { op } = scene;
  const { lane } = readName(op.out);
  const open = numbersOf(scene, op.out);
  return {
    ...forward.sigmoid(scene),
    title: gates.openTitle[lane],
    why: gates.open(mark(op.out), formatPercent(meanOf(open)), open.length > 1, gates.roles[lane]),
  };
};

const candidate: Teller = (scene) => ({
  ...forward.tanh(scene),
  title: gates.candidateTitle,
  why: gates.candidate(mark(scene.op.out)),
});

const show: Teller = (scene) => ({
  ...forward.tanh(scene),
  title: gates.showTitle,
  why: gates.show(mark(scene.op.out), mark(scene.op.in[0])),
});

const gather =
  (letter: string): Teller =>
  (scene) => ({
    title: gates.gatherTitle(mark(`${letter}${scene.op.t}`)),
    why: gates.gather(mark(scene.op.in[0]), mark(scene.op.in[1])),
    ...equation(scene, plus(...scene.op.in.map(cell))),
  });

const gatherCandidate: Teller = (scene) => ({
  title: gates.candidateSumTitle,
  why: gates.candidateSum(mark(scene.op.in[0]), mark(scene.op.in[1])),
  ...equation(scene, plus(...scene.op.in.map(cell))),
});

const remember: Teller = (scene) => {
  const { op } = scene;
  const [forget, before, input, fresh] = op.in;
  const taken = throughGate(scene, input, fresh);
  return {
    title: gates.rememberTitle,
    why: isBlank(scene, before)
      ? gates.rememberFirst(mark(before), mark(input), taken, mark(fresh))
      : gates.remember(
          mark(forget),
          throughGate(scene, forget, before),
          mark(before),
          mark(input),
          taken,
          mark(fresh),
        ),
    ...equation(scene, gated(op.in)),
  };
};

const giveOut: Teller = (scene) => {
  const { op } = scene;
  const [output, shown] = op.in;
  return {
    title: gates.giveOutTitle,
    why: gates.giveOut(mark(output), throughGate(scene, output, shown), mark(shown), mark(op.out)),
    ...equation(scene, gated(op.in)),
  };
};

const reset: Teller = (scene) => {
  const [opening, past] = scene.op.in;
  return {
    title: gates.resetTitle,
    why: gates.reset(mark(opening), throughGate(scene, opening, past), mark(past)),
    ...equation(scene, gated(scene.op.in)),
  };
};

/** 1 − z: in numbers a vector is given as it is, for 1 is none. */
const rest = (scene: Scene, id: CellId, isInNumbers: boolean): Expression =>
  isInNumbers && !isSingle(scene, id)
    ? numbers(numbersOf(scene, id).map((value) => 1 - value))
    : minus(constant(1), cell(id));

const mix: Teller = (scene) => {
  const { op } = scene;
  const [update, fresh, old] = op.in;
  const open = meanOf(numbersOf(scene, update));
  const right = (isInNumbers: boolean) =>
    equals(
      cell(op.out),
      plus(entrywise(rest(scene, update, isInNumbers), cell(fresh)), entrywise(cell(update), cell(old))),
    );
  return {
    title: gates.mixTitle,
    why: gates.mix(
      mark(update),
      formatPercent(open),
      mark(old),
      formatPercent(1 - open),
      mark(fresh),
      !isSingle(scene, update),
    ),
    symbols: [right(false)],
    numbers: [right(true)],
  };
};

/** A gradient goes on through a gate: what is multiplied by a gate is let through by it. */
const through =
  (isStraight = false): Teller =>
  (scene) => {
    const { op } = scene;
    const [arrived, opening] = op.in;
    const share = shareOf(scene, op.out, arrived);
    const why = [
      share === undefined
        ? gates.throughNothing(mark(arrived))
        : gates.through(gates.names[readName(opening).lane], mark(opening), share, mark(arrived)),
      ...(isStraight ? [gates.straight] : []),
      ...(isStraight && readName(op.out).lane === 'C' && scene.plan.shape.clip === 'step'
        ? [gates.notClipped(mark('S'), mark(arrived.slice(2)))]
        : []),
      ...whyCut(scene),
    ];
    return {
      title: gates.throughTitle(mark(opening)),
      why: why.join(' '),
      ...equation(scene, gated(op.in)),
    };
  };

/** A gradient reaches a gate: it is worth what stood beside it. */
const reachGate: Teller = (scene) => {
  const { op } = scene;
  const [, beside] = op.in;
  const { lane, t } = readName(op.out);
  const opening = mark(`${lane}${t}`);
  return {
    title: gates.gateTitle(opening),
    why: isBlank(scene, beside)
      ? gates.gateNothing(opening, mark(beside))
      : gates.gate(opening, mark(beside)),
    ...equation(scene, gated(op.in)),
  };
};

const reachUpdateGate: Teller = (scene) => {
  const { op } = scene;
  const [arrived, old, fresh] = op.in;
  const opening = mark(`z${readName(op.out).t}`);
  return {
    title: gates.gateTitle(opening),
    why: gates.mixGate(opening, mark(old), mark(fresh)),
    ...equation(scene, entrywise(cell(arrived), minus(cell(old), cell(fresh)))),
  };
};

const reachCandidate: Teller = (scene) => {
  const { op } = scene;
  const [arrived, update] = op.in;
  const share = shareOf(scene, op.out, arrived);
  const { lane, t } = readName(op.out);
  const right = (isInNumbers: boolean) =>
    equals(cell(op.out), entrywise(cell(arrived), rest(scene, update, isInNumbers)));
  return {
    title: gates.mixNewTitle,
    why:
      share === undefined
        ? gates.throughNothing(mark(arrived))
        : gates.mixNew(mark(update), share, mark(arrived), mark(`${lane}${t}`)),
    symbols: [right(false)],
    numbers: [right(true)],
  };
};

const pass: Teller = (scene) => ({
  title: gates.passTitle,
  why: gates.pass(mark(scene.op.out), mark(scene.op.in[0])),
  ...equation(scene, cell(scene.op.in[0])),
});

/** The inside of an LSTM and of a GRU, forward and backward. */
export const cells: Readonly<Record<string, Teller>> = {
  'affine u': affine(gates.gruInputTitle, ({ op }) => gates.gruInput(mark(op.in[1]))),
  'affine w': affine(gates.gruMemoryTitle, ({ op }) => gates.gruMemory(mark(op.in[1]))),
  'sigmoid i': gate,
  'sigmoid f': gate,
  'sigmoid q': gate,
  'sigmoid r': gate,
  'sigmoid z': gate,
  'tanh g': candidate,
  'tanh n': candidate,
  'tanh h': show,
  'add ar': gather('r'),
  'add az': gather('z'),
  'add an': gatherCandidate,
  'hadamard C': remember,
  'hadamard S': giveOut,
  'hadamard rw': reset,
  mix,
  'hadamard d:h': through(),
  'hadamard d:g': through(),
  'hadamard d:w.n': through(),
  'hadamard d:C': through(true),
  'hadamard d:S': through(true),
  'hadamard d:i': reachGate,
  'hadamard d:f': reachGate,
  'hadamard d:q': reachGate,
  'hadamard d:r': reachGate,
  mixGate: reachUpdateGate,
  mixNew: reachCandidate,
  pass,
};
