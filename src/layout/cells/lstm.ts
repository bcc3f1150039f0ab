/**
 * The inside of an LSTM at one step: C along the top, from C_{t−1} by way of × f and + i ⊙ g to C_t; under it the gates,
 * fed by x_t and S_{t−1}; at the right tanh(C_t) × o, which is S_t.
 */
import { at, grad, partial, term } from '../../engine/cells';
import type { Plan } from '../../engine/types';
import { type Inside, RADIUS } from './figure';
import { across, between, bottomOf, half, leftOf, middleOf, Pen, rightOf, trimOf, upright } from './pen';
import { existing } from './received';
import { sizesFor } from './sizes';

const UNITS = 7.7;
const TOP = 28;
/** From a vector's lower edge to the mark of the function that makes it, and to the line that feeds it. */
const TO_MARK = 17;
const TO_BUS = 44;

/** The inside of an LSTM at step t, `width` px wide. */
export const insideLstm = (plan: Plan, t: number, width: number): Inside => {
  const sizes = sizesFor(plan.shape, width, UNITS);
  const { height } = sizes;
  const pen = new Pen(plan, sizes);
  const now = (lane: string) => at(lane, t);
  const [before, earlier] = [at('C', t - 1), at('S', t - 1)];

  const C0 = pen.vector(before, 0, TOP);
  const lane = half(C0.box);
  const tanhY = lane + 2 + RADIUS * 2;
  const h = pen.vector(now('h'), 4.6, tanhY + RADIUS + 16, {
    // Below C_t, which reaches as far.
    nameBeside: TOP + height + 18,
  });
  const low = Math.max(TOP + height + 66, half(h.box) + RADIUS + 30);
  const C = pen.vector(now('C'), 3.6, TOP);
  const [f, i, g] = ['f', 'i', 'g'].map((gate, k) =>
    pen.vector(now(gate), 1.1 + k, low, { before: [now(`a.${gate}`)] }),
  );
  const q = pen.vector(now('q'), 5.6, low, { before: [now('a.q')] });
  const S = pen.vector(now('S'), 6.7, half(h.box) - height / 2);
  const S0 = pen.vector(earlier, 0, low);
  const bus = low + height + TO_BUS;
  const x = pen.vector(now('x'), 0, Math.max(low + height + 24, bus - sizes.input / 2), {
    height: sizes.input,
    hasGradient: false,
  });

  // C along the top.
  const sum = now('C');
  const forget = pen.mark('×', middleOf(f), lane, sum, [grad(now('f'))]);
  const add = pen.mark('+', (middleOf(i) + middleOf(g)) / 2, lane, sum);
  const write = pen.mark('×', add[0], low - 40, sum, [grad(now('i')), grad(now('g'))]);
  pen.wire(across(lane, rightOf(C0), forget[0] - RADIUS), sum, {
    ...pen.received(before, sum),
    trim: trimOf(C0),
  });
  pen.wire(upright(middleOf(f), f.box.y, forget[1] + RADIUS), sum, pen.gradient(now('f')));
  pen.wire(between(forget, add), sum, pen.flow(sum, now('f'), before));
  for (const [gate, side] of [
    [i, -1],
    [g, 1],
  ] as const)
    pen.wire(
      [
        [middleOf(gate), gate.box.y],
        [middleOf(gate), write[1]],
        [write[0] + side * RADIUS, write[1]],
      ],
      sum,
      pen.gradient(gate.id),
    );
  pen.wire(between(write, add), sum, pen.flow(sum, now('i'), now('g')));
  pen.wire(
    across(lane, add[0] + RADIUS, leftOf(C)),
    sum,
    pen.flow(sum, now('f'), now('i'), now('g'), before),
  );

  // From C_t to S_t.
  const right = width - 2;
  const branch = middleOf(h);
  const squash = pen.mark('tanh', branch, tanhY, now('h'), pen.received(sum, now('h')).back?.cells);
  pen.onward('C', t, across(lane, rightOf(C), right), [right, lane - 12], trimOf(C));
  pen.wire(
    [
      [rightOf(C), lane],
      [branch, lane],
      [branch, squash[1] - RADIUS],
    ],
    now('h'),
    {
      ...pen.received(sum, now('h')),
      trim: trimOf(C),
      hasHead: false,
    },
  );
  pen.wire(upright(branch, squash[1] + RADIUS, h.box.y), now('h'), pen.received(sum, now('h')));
  const read = pen.mark('×', middleOf(q), half(h.box), now('S'), [grad(now('h')), grad(now('q'))]);
  pen.wire(across(read[1], rightOf(h), read[0] - RADIUS), now('S'), {
    ...pen.gradient(now('h')),
    trim: trimOf(h),
  });
  pen.wire(upright(read[0], q.box.y, read[1] + RADIUS), now('S'), pen.gradient(now('q')));
  pen.wire(across(read[1], read[0] + RADIUS, leftOf(S)), now('S'), pen.flow(now('S'), now('h'), now('q')));
  const top = middleOf(S);
  pen.wire(upright(top, S.box.y, 3), now('o'), {
    ...pen.received(now('S'), now('o')),
    leadsTo: { cell: now('Y'), at: [top + 20, 15] },
  });
  const out = bottomOf(S) - Math.min(14, height / 4);
  pen.onward('S', t, across(out, rightOf(S), right), [right, out - 12], trimOf(S));

  // x_t and S_{t−1} to the gates.
  const gates = [f, i, g, q];
  const a = now('a');
  const join = (rightOf(S0) + trimOf(S0) + leftOf(f)) / 2;
  pen.wire(
    [
      [rightOf(S0), half(S0.box)],
      [join, half(S0.box)],
      [join, bus],
    ],
    a,
    {
      ...pen.received(earlier, a),
      cells: existing(plan, term('Ws', t), partial('Ws', t)),
      trim: trimOf(S0),
      hasHead: false,
      weight: { name: 'Ws', at: [join, (bottomOf(S0) + bus) / 2 - 6], isTight: sizes.unit < 60 },
    },
  );
  const feeds = rightOf(x);
  pen.wire(across(bus, feeds, middleOf(q)), a, {
    cells: existing(plan, term('Wx', t), partial('Wx', t), ...(pen.received(earlier, a).back?.cells ?? [])),
    hasHead: false,
    weight: { name: 'Wx', at: [Math.min(join - 16, feeds + 18), bus], isTight: sizes.unit < 60 },
  });
  for (const gate of gates) {
    const pre = gate.stages[0];
    const made = pen.gradient(pre);
    const m = pen.mark(gate === g ? 'tanh' : 'σ', middleOf(gate), bottomOf(gate) + TO_MARK, gate.id, [
      grad(pre),
    ]);
    pen.wire(upright(m[0], bus, bottomOf(gate)), a, made);
  }
  return {
    width,
    height: Math.max(bus + 14, bottomOf(x) + 10),
    vectors: pen.vectors,
    marks: pen.marks,
    wires: pen.wires,
  };
};
