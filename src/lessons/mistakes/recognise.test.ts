/** Each mistake made by hand, in plain arithmetic, and recognised; right results are left alone. */
import { describe, expect, test } from 'vitest';
import { type Expected, readCases } from '../../../test/oracle/cases.ts';
import { compile, execute, numbersIn, type Op, type Shape, type Trace, type Values } from '../../engine';
import { article } from '../../tasks/article';
import { shapeOf, valuesOf } from '../../tasks/setup';
import { readTyped, recognise, type Verdict } from './index';

const opOf = ({ plan }: Trace, out: string): Op => {
  const op = plan.ops.find((one) => one.out === out);
  if (!op) throw new Error(`There is no operation that writes ${out}.`);
  return op;
};
const of = (trace: Trace, id: string): number[] => Array.from(numbersIn(trace, id) ?? []);

/** What is said of numbers typed for a cell, with four digits unless told. */
function said(trace: Trace, out: string, numbers: readonly number[] | string, full = trace): Verdict {
  const cols = trace.plan.cells.get(out)?.cols ?? 1;
  const text =
    typeof numbers === 'string'
      ? numbers
      : numbers.map((v, i) => v.toPrecision(4) + ((i + 1) % cols === 0 ? '\n' : ' ')).join('');
  const typed = readTyped(text);
  if ('error' in typed) throw new Error(typed.error);
  return recognise(trace, opOf(trace, out), typed, full);
}
const idsOf = (verdict: Verdict): string[] =>
  verdict.kind === 'mistaken' ? verdict.mistakes.map(({ id }) => id) : [verdict.kind];
const named = (trace: Trace, out: string, numbers: readonly number[] | string): string[] =>
  idsOf(said(trace, out, numbers));

describe('of the article’s network', () => {
  const setup = article;
  const trace = execute(compile(shapeOf(setup)), valuesOf(setup));
  const expected = readCases().find(({ id }) => id === 'public-001')?.expected as Expected;
  const [[delta1], [delta2], [delta3]] = expected.delta as number[][];
  const [[da1], [da2], [da3]] = expected.da as number[][];
  const [[S1], [S2], [S3]] = expected.S as number[][];
  const [x1, x2, x3] = [1, 0.5, -1];
  const Ws = 0.8;

  test.each([
    ['S2', S2],
    ['E3', expected.E],
    ['d:S3', delta3],
    ['d:S1', delta1],
    ['d:a2', da2],
    ['sum:Ws@1', da3 * S2 + da2 * S1],
    ['next:Ws', Ws - 0.1 * (da3 * S2 + da2 * S1)],
  ])('%s is right, as PyTorch has it', (out, value) => {
    for (const digits of [2, 3, 5, 15])
      expect(said(trace, out, value.toPrecision(digits))).toEqual({ kind: 'right' });
  });

  test('the sign of ∂E/∂Y, there and in all that follows from it', () => {
    for (const [out, value] of [
      ['d:Y3', -delta3],
      ['d:S1', -delta1],
      ['sum:Ws@1', -(da3 * S2 + da2 * S1)],
    ] as const)
      expect(named(trace, out, [value])).toContain('startSign');
  });

  test('a factor 2, there and in all that follows from it', () => {
    expect(named(trace, 'd:Y3', [delta3 / 2])).toContain('startFactor');
    expect(named(trace, 'd:a2', [da2 / 2])).toContain('startFactor');
    expect(named(trace, 'd:Y3', [-delta3 / 2])).toContain('startBoth');
  });

  test('½ in front of the error asks for no 2', () => {
    const half = { ...setup, loss: 'half' } as const;
    const halved = execute(compile(shapeOf(half)), valuesOf(half));
    expect(said(halved, 'd:Y3', [delta3 / 2])).toEqual({ kind: 'right' });
    expect(named(halved, 'd:Y3', [delta3])).toEqual(['startFactor']);
    expect(named(halved, 'E3', [expected.E])).toEqual(['errorFactor']);
  });

  test('the sum over time dropped: the term of any one step', () => {
    expect(named(trace, 'sum:Ws@1', [da3 * S2])).toContain('sumDropped');
    const verdict = said(trace, 'sum:Wx@1', [da2 * x2]);
    expect(verdict).toMatchObject({
      mistakes: [{ what: expect.stringContaining('the term of step 2 alone') }],
    });
    expect(named(trace, 'sum:Wx@1', [da3 * x3 + da2 * x2])).toContain('termMissing');
    expect(named(trace, 'sum:Wx@1', [(da3 * x3 + da2 * x2 + da1 * x1) / 3])).toContain('meanOfTerms');
  });

  test('g′ forgotten, at one step and at all', () => {
    expect(named(trace, 'd:a3', [delta3])).toContain('slopeForgotten');
    expect(named(trace, 'd:S2', [delta3 * Ws])).toContain('slopeForgotten');
    const everywhere = said(trace, 'd:a1', [delta3 * Ws * Ws]);
    expect(everywhere).toMatchObject({ mistakes: [{ id: 'slopeForgotten' }] });
    expect(everywhere).toMatchObject({ mistakes: [{ what: expect.stringContaining('everywhere') }] });
    // Forgotten here only: all later ones were there.
    expect(said(trace, 'd:a1', [delta1])).toMatchObject({
      mistakes: [{ id: 'slopeForgotten', what: expect.not.stringContaining('everywhere') }],
    });
    const a2 = (expected.a as number[][])[1][0];
    expect(named(trace, 'd:a2', [delta2 * (1 - a2 ** 2)])).toEqual(['slopeOfArgument']);
    expect(named(trace, 'd:a2', [delta2 * (1 - Math.tanh(S2) ** 2)])).toEqual(['slopeAgain']);
  });

  test('the immediate derivative for the total', () => {
    // With one error the term of step 3 is the immediate derivative, and all that is left of the sum.
    const ids = named(trace, 'sum:Ws@1', [da3 * S2]);
    expect(ids).toEqual(expect.arrayContaining(['immediate', 'sumDropped']));
    expect(named(trace, 'd:Ws@2', [(1 - S2 ** 2) * S1])).toContain('immediateAlone');
  });

  test('a wrong state, Wₛ left out, a neighbour, another weight', () => {
    expect(named(trace, 'd:Ws@3', [da3 * S3])).toContain('otherState');
    expect(named(trace, 'd:S2', [da3])).toContain('weightLeftOut');
    expect(named(trace, 'd:a1', [da2])).toContain('neighbour');
    expect(named(trace, 'sum:Ws@1', [da3 * x3 + da2 * x2 + da1 * x1])).toContain('otherWeight');
  });

  test('rounded too early, or cut off', () => {
    const haste = (v: number) => Number(v.toPrecision(2));
    const S = haste(Math.tanh(haste(Ws * haste(Math.tanh(0.5)) + 0.25)));
    expect(named(trace, 'a3', [Ws * S - 0.5])).toContain('rounded');
    expect(named(trace, 'd:Y3', '-1.51')).toEqual(['cutOff']);
    expect(said(trace, 'd:Y3', '-1.52')).toEqual({ kind: 'right' });
  });

  test('forward: tanh or a part forgotten, the root of the error', () => {
    expect(named(trace, 'S2', [Math.atanh(S2)])).toContain('activationForgotten');
    expect(named(trace, 'a2', [Ws * S1])).toEqual(['partDropped']);
    expect(named(trace, 'E3', [0.7 - S3])).toContain('rootTaken');
  });

  test('the update uphill, without η, or by itself', () => {
    const g = (expected.grads as Readonly<Record<string, number[][]>>).Ws[0][0];
    expect(named(trace, 'next:Ws', [Ws + 0.1 * g])).toContain('ascended');
    expect(named(trace, 'next:Ws', [Ws - g])).toContain('noRate');
    expect(named(trace, 'next:Ws', [-0.1 * g])).toContain('changeAlone');
  });

  test('what no mistake gives is not called one; it says by how much it differs', () => {
    expect(said(trace, 'd:S2', '-1.3')).toEqual({
      kind: 'unknown',
      differing: 1,
      most: { row: 0, col: 0, typed: -1.3, right: numbersIn(trace, 'd:S2')?.[0] },
    });
  });

  test('so few digits that anything near would do are not taken as right, nor as a mistake', () => {
    expect(said(trace, 'S3', '0')).toEqual({ kind: 'coarse' });
    expect(said(trace, 'd:Y3', '-2')).toEqual({ kind: 'coarse' });
    expect(said(trace, 'd:Y3', '2')).toMatchObject({ kind: 'unknown' });
    // A number that has no more digits needs no more.
    expect(said(trace, 'd:Ws@1', '0')).toEqual({ kind: 'right' });
  });
});

const uniform = (seed: number) => {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return state / 2 ** 30 - 1;
  };
};

const fill = (shape: Shape): Values => {
  const draw = uniform(7);
  const { inputs, defaults } = compile(shape);
  const lanes = [...inputs].filter(([lane]) => !defaults.has(lane));
  const values = lanes.map(([lane, length]) => [lane, Float64Array.from({ length }, draw)]);
  return { ...Object.fromEntries(values), theta: [0.5], eta: [0.1] };
};

const gated = { T: 3, X: 2, H: 2, Y: 1, g1: 'tanh', g2: 'identity', bias: true, clip: 'off' } as const;

describe('of three tanh units with an error at every step', () => {
  const shape: Shape = { ...gated, cell: 'rnn', H: 3, bias: false, errorAt: [1, 2, 3] };
  const values = fill(shape);
  const trace = execute(compile(shape), values);
  const units = [0, 1, 2];
  const W = (i: number, j: number) => values.Ws[3 * i + j];
  const own = (t: number, sign = 1) =>
    units.map((i) => values.Wy[i] * sign * -2 * (values.d[t - 1] - of(trace, `Y${t}`)[0]));
  const slope = (t: number) => of(trace, `S${t}`).map((S) => 1 - S * S);
  const back = (d: readonly number[]) => units.map((j) => units.reduce((sum, i) => sum + W(i, j) * d[i], 0));
  const plus = (u: readonly number[], v: readonly number[]) => u.map((a, i) => a + v[i]);
  const times = (u: readonly number[], v: readonly number[]) => u.map((a, i) => a * v[i]);
  const outer = (u: readonly number[], v: readonly number[]) => u.flatMap((a) => v.map((b) => a * b));
  const right = {
    delta3: own(3),
    delta2: plus(own(2), back(times(own(3), slope(3)))),
  };

  test('the right results are right', () => {
    expect(said(trace, 'd:S3', right.delta3)).toEqual({ kind: 'right' });
    expect(said(trace, 'd:S2', right.delta2)).toEqual({ kind: 'right' });
    const terms = outer(times(right.delta2, slope(2)), of(trace, 'S1'));
    expect(said(trace, 'd:Ws@2', terms)).toEqual({ kind: 'right' });
  });

  test('Wₛ not transposed, here and at every step', () => {
    const forth = (d: readonly number[]) =>
      units.map((i) => units.reduce((sum, j) => sum + W(i, j) * d[j], 0));
    const wrong2 = plus(own(2), forth(times(own(3), slope(3))));
    expect(named(trace, 'd:S2', wrong2)).toEqual(['notTransposed']);
    const wrong1 = plus(own(1), forth(times(wrong2, slope(2))));
    const everywhere = said(trace, 'd:S1', wrong1);
    expect(everywhere).toMatchObject({ kind: 'mistaken', mistakes: [{ id: 'notTransposed' }] });
    const here = plus(own(1), forth(times(right.delta2, slope(2))));
    expect(named(trace, 'd:S1', here)).toEqual(['notTransposed']);
  });

  test('the step’s own error dropped, here and at every step', () => {
    const [here, all] = [right.delta2, back(times(own(3), slope(3)))].map((d) => back(times(d, slope(2))));
    expect(named(trace, 'd:S1', here)).toEqual(['ownErrorDropped']);
    expect(named(trace, 'd:S1', all)).toEqual(['ownErrorDropped']);
    const total = outer(times(all, slope(1)), of(trace, 'S0'));
    const terms = [
      total,
      outer(times(back(times(own(3), slope(3))), slope(2)), of(trace, 'S1')),
      outer(times(own(3), slope(3)), of(trace, 'S2')),
    ];
    expect(named(trace, 'sum:Ws@1', terms.reduce(plus))).toEqual(['ownErrorDropped']);
  });

  test('the immediate derivative for the total: every error followed into its own step only', () => {
    expect(named(trace, 'd:S2', own(2))).toEqual(['immediate']);
    const terms = [1, 2, 3].map((t) => outer(times(own(t), slope(t)), of(trace, `S${t - 1}`)));
    expect(named(trace, 'sum:Ws@1', terms.reduce(plus))).toEqual(['immediate']);
  });

  test('the sum over time dropped', () => {
    const last = outer(times(own(3), slope(3)), of(trace, 'S2'));
    const ids = named(trace, 'sum:Ws@1', last);
    expect(ids).toEqual(['sumDropped']);
  });

  test('the sign of ∂E/∂Y: at every step, or at this one only', () => {
    const negative = right.delta2.map((v) => -v);
    expect(named(trace, 'd:S2', negative)).toEqual(['startSign']);
    expect(named(trace, 'd:S2', plus(own(2, -1), back(times(own(3), slope(3)))))).toEqual(['startSign']);
  });

  test('a factor 2 and g′, in the whole sweep', () => {
    expect(
      named(
        trace,
        'd:S2',
        right.delta2.map((v) => v / 2),
      ),
    ).toEqual(['startFactor']);
    expect(named(trace, 'd:S2', plus(own(2), back(own(3))))).toEqual(['slopeForgotten']);
    expect(named(trace, 'd:S1', plus(own(1), back(plus(own(2), back(own(3))))))).toEqual(['slopeForgotten']);
  });

  test('a term the wrong way round, and a typed row for a column', () => {
    const d = times(own(3), slope(3));
    expect(named(trace, 'd:Ws@3', outer(of(trace, 'S2'), d))).toContain('outerTurned');
    expect(said(trace, 'd:S3', right.delta3.map((v) => v.toPrecision(3)).join('\n'))).toEqual({
      kind: 'right',
    });
  });

  test('another shape is told, unless it is that of another weight or exchanged', () => {
    expect(said(trace, 'd:S3', '1 2')).toMatchObject({
      kind: 'unfit',
      sentence: expect.stringContaining('3 × 1'),
    });
    const wx = of(trace, 'd:Wx@3');
    const rows = [0, 1, 2].map((row) => `${wx[2 * row].toPrecision(4)} ${wx[2 * row + 1].toPrecision(4)}`);
    expect(said(trace, 'd:Ws@3', rows.join('; '))).toMatchObject({ mistakes: [{ id: 'otherWeight' }] });
    const turned = [0, 1].map((col) => units.map((row) => wx[2 * row + col].toPrecision(4)).join(' '));
    expect(said(trace, 'd:Wx@3', turned.join('; '))).toMatchObject({ mistakes: [{ id: 'exchanged' }] });
  });

  test('of a matrix it says how many entries differ, and where most', () => {
    const term = of(trace, 'd:Ws@3');
    const wrong = term.map((v, i) => (i === 5 ? v + 1 : i === 0 ? v + 0.1 : v));
    expect(said(trace, 'd:Ws@3', wrong)).toMatchObject({
      kind: 'unknown',
      differing: 2,
      most: { row: 1, col: 2, right: term[5] },
    });
  });

  test('clipping: before, after, and each entry by itself', () => {
    const clipped = execute(compile({ ...shape, clip: 'step' }), values);
    const delta = of(clipped, 'd:S3');
    const length = Math.hypot(...delta);
    expect(length).toBeGreaterThan(0.5);
    expect(named(clipped, 'clip:S3', delta)).toContain('notClipped');
    expect(
      named(
        clipped,
        'd:S3',
        delta.map((v) => (v / length) * 0.5),
      ),
    ).toContain('clippedTooEarly');
    expect(
      named(
        clipped,
        'clip:S3',
        delta.map((v) => Math.max(-0.5, Math.min(0.5, v))),
      ),
    ).toContain('clippedByEntry');
    expect(named(clipped, 'd:S2', right.delta2)).toContain('notClipped');
  });

  test('without truncation', () => {
    const cut = { ...shape, window: 2 } as const;
    const truncated = execute(compile(cut), values);
    expect(idsOf(said(truncated, 'd:S2', right.delta2, trace))).toContain('notTruncated');
  });
});

describe('of gated cells', () => {
  const sum = (one: readonly number[], other: readonly number[]) => one.map((v, i) => v + other[i]);

  test('an LSTM: own error, the future, sign, a gate’s slope and factor, the sum over time', () => {
    const shape: Shape = { ...gated, cell: 'lstm', errorAt: [1, 2, 3] };
    const trace = execute(compile(shape), fill(shape));
    const [own, later] = [of(trace, 'd:S2/o2'), of(trace, 'd:S2/a3')];
    expect(said(trace, 'd:S2', sum(own, later))).toEqual({ kind: 'right' });
    expect(named(trace, 'd:S2', later)).toContain('ownErrorDropped');
    // Followed into their own steps only, errors reach the state through the output alone.
    expect(named(trace, 'd:S2', own)).toContain('immediate');
    expect(
      named(
        trace,
        'd:C2',
        of(trace, 'd:C2').map((v) => -v),
      ),
    ).toContain('startSign');
    const [dC, i, g] = ['d:C2', 'i2', 'g2'].map((id) => of(trace, id));
    expect(
      named(
        trace,
        'd:a.i2',
        dC.map((v, k) => v * g[k]),
      ),
    ).toContain('slopeForgotten');
    expect(
      named(
        trace,
        'd:i2',
        dC.map((v, k) => v * i[k]),
      ),
    ).toContain('otherFactor');
    expect(named(trace, 'd:C2', of(trace, 'd:C2/C3'))).toContain('wayDropped');
    expect(named(trace, 'sum:Ws@1', of(trace, 'd:Ws@3'))).toContain('sumDropped');
  });

  test('a GRU: z and 1 − z exchanged on both ways, own error, the sum over time', () => {
    const shape: Shape = { ...gated, cell: 'gru', errorAt: [1, 2, 3] };
    const trace = execute(compile(shape), fill(shape));
    const [z, n, before] = ['z2', 'n2', 'S1'].map((id) => of(trace, id));
    expect(
      named(
        trace,
        'S2',
        z.map((v, k) => v * n[k] + (1 - v) * before[k]),
      ),
    ).toContain('gateSwapped');
    const dS = of(trace, 'd:S2');
    expect(
      named(
        trace,
        'd:n2',
        dS.map((v, k) => v * z[k]),
      ),
    ).toContain('gateSwapped');
    const others = trace.plan.ops.find((op) => op.out === 'd:S2')?.in.filter((id) => !id.includes('/o'));
    const rest = (others ?? []).map((id) => of(trace, id)).reduce(sum);
    expect(named(trace, 'd:S2', rest)).toContain('ownErrorDropped');
    expect(named(trace, 'sum:Wy@1', of(trace, 'd:Wy@3'))).toContain('sumDropped');
  });

  test('softmax with cross-entropy: the sign, and its own slope once more', () => {
    const shape: Shape = { ...gated, cell: 'rnn', Y: 2, g2: 'softmax', errorAt: [3] };
    const values = { ...fill(shape), d: [1, 0, 1, 0, 1, 0] };
    const trace = execute(compile(shape), values);
    const [p, q] = of(trace, 'Y3');
    expect(said(trace, 'd:o3', [p - 1, q])).toEqual({ kind: 'right' });
    expect(named(trace, 'd:o3', [1 - p, -q])).toContain('entropySign');
    expect(named(trace, 'd:o3', [2 * (p - 1), 2 * q])).toContain('entropyAsSquares');
    expect(named(trace, 'd:o3', [(p - 1) * p * (1 - p), q * q * (1 - q)])).toContain('softmaxTwice');
  });
});

test('NaN and ∞ are results that can be typed', () => {
  const shape: Shape = { ...gated, cell: 'rnn', H: 1, X: 1, g1: 'identity', bias: false, errorAt: [3] };
  const values = { ...fill(shape), Ws: [1e200], S0: [1e200], Wx: [1e200], x: [1, 1, 1] };
  const trace = execute(compile(shape), values);
  expect(of(trace, 'a1')).toEqual([Number.POSITIVE_INFINITY]);
  for (const text of ['∞', 'inf', 'Infinity', '+∞'])
    expect(said(trace, 'a1', text)).toEqual({ kind: 'right' });
  expect(said(trace, 'a1', '-∞')).toMatchObject({ kind: 'unknown' });
  expect(said(trace, 'a1', '1e308')).toMatchObject({ kind: 'unknown' });
});
