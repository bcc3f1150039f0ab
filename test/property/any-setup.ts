import fc from 'fast-check';
import { limits, mostHorizon, type Setup } from '../../src/tasks/setup';

export const whole = ([min, max]: readonly [number, number]) => fc.integer({ min, max });
/** Never −0: no control gives one. */
export const real = ([min, max]: readonly [number, number]) =>
  fc.double({ min, max, noNaN: true }).map((value) => value + 0);
const activation = fc.constantFrom('tanh', 'sigmoid', 'relu', 'identity');
const entry = fc
  .tuple(
    fc.constantFrom('x', 'd', 'S0', 'C0', 'Wx', 'Ws', 'Wy', 'bx', 'bs', 'by'),
    fc.nat(59),
    fc.nat(3),
    fc.nat(3),
  )
  .map(([lane, t, i, j]) => {
    if (lane === 'x' || lane === 'd') return `${lane}${t + 1}.${i}`;
    return lane.startsWith('W') ? `${lane}.${i}.${j}` : `${lane}.${i}`;
  });

const truncation: fc.Arbitrary<Setup['truncation']> = fc.oneof(
  fc.constant({ kind: 'full' as const }),
  fc.record({ kind: fc.constant('window' as const), k: whole(limits.k) }),
  // A long horizon has a way of its own for every error: too many operations to try dozens of.
  fc.record({ kind: fc.constant('horizon' as const), k: whole([1, 6]) }),
);
/** A horizon and clipping at each step exclude each other, and many errors allow a short one only. */
const isPossible = (setup: Setup) => {
  const { truncation, clip } = setup;
  return truncation.kind !== 'horizon' || (clip !== 'step' && truncation.k <= mostHorizon(setup));
};
/** Mostly short and narrow: a long, wide one has more numbers than dozens can be tried of. */
const size = ([least, most]: readonly [number, number], usual: number) =>
  fc.oneof({ arbitrary: whole([least, usual]), weight: 24 }, { arbitrary: whole([least, most]), weight: 1 });
const steps = fc
  .uniqueArray(whole(limits.T), { minLength: 1, maxLength: 40 })
  .map((chosen) => chosen.sort((a, b) => a - b));

/** Any setup within the limits. */
export const setups: fc.Arbitrary<Setup> = fc
  .record({
    cell: fc.constantFrom('rnn', 'lstm', 'gru'),
    T: size(limits.T, 60),
    X: whole(limits.X),
    H: size(limits.H, 16),
    Y: whole(limits.Y),
    g1: activation,
    g2: fc.oneof(activation, fc.constant('softmax' as const)),
    loss: fc.constantFrom('squared', 'half'),
    isMean: fc.boolean(),
    bias: fc.boolean(),
    forgetBias: real(limits.forgetBias),
    errorAt: fc.oneof(fc.constantFrom('last' as const, 'every' as const), steps),
    truncation,
    clip: fc.constantFrom('off', 'step', 'norm', 'value'),
    optimizer: fc.constantFrom('sgd', 'momentum', 'adam'),
    threshold: real(limits.threshold),
    learningRate: real(limits.learningRate),
    task: fc.constant({ kind: 'own' as const }),
    batch: whole(limits.batch),
    seed: whole(limits.seed),
    dataSeed: whole(limits.seed),
    scale: fc.option(real(limits.scale)),
    edits: fc.dictionary(entry, fc.double({ noNaN: true, noDefaultInfinity: true }), {
      maxKeys: 12,
      noNullPrototype: true,
    }),
  })
  .filter(isPossible);

/** Those of which several fit into a link, trained. */
export const smallSetups = setups.filter(({ T, H }) => T <= 60 && H <= 16);
