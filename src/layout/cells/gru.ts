/**
 * The inside of a GRU at one step: S along the top, where z mixes the old state and the new candidate n; under it the
 * gates z, r and n; under those what x_t (u) and S_{t−1} (w) send to each of them. The reset r scales what S_{t−1} sends to n.
 */
import { at, grad, partial, term } from '../../engine/cells';
import type { Plan } from '../../engine/types';
import type { Point } from '../lines';
import { type Inside, RADIUS } from './figure';
import { across, between, bottomOf, half, leftOf, middleOf, Pen, rightOf, trimOf, upright } from './pen';
import { existing } from './received';
import { sizesFor } from './sizes';

const UNITS = 9.1;
const TOP = 28;
const TO_SIGMA = 17;
const TO_SUM = 45;

/** The inside of a GRU at step t, `width` px wide. */
export const insideGru = (plan: Plan, t: number, width: number): Inside => {
  const sizes = sizesFor(plan.shape, width, UNITS);
  const { height } = sizes;
  const pen = new Pen(plan, sizes);
  const now = (lane: string) => at(lane, t);
  const earlier = at('S', t - 1);

  const S0 = pen.vector(earlier, 0, TOP);
  const lane = half(S0.box);
  const low = TOP + height + 70;
  const level = low + height / 2;
  const pre = low + height + 78;
  const S = pen.vector(now('S'), 8.1, TOP);
  const z = pen.vector(now('z'), 1.6, low, { before: [now('az')] });
  const r = pen.vector(now('r'), 3.6, low, { before: [now('ar')] });
  const rw = pen.vector(now('rw'), 5.1, low);
  const n = pen.vector(now('n'), 7.3, low, { before: [now('an')] });
  const [uz, wz, ur, wr, wn, un] = ['u.z', 'w.z', 'u.r', 'w.r', 'w.n', 'u.n'].map((piece, k) =>
    pen.vector(now(piece), 1.1 + k, pre),
  );

  // The mixture along the top.
  const S_ = now('S');
  const keep = pen.mark('×', middleOf(z), lane, S_);
  const add = pen.mark('+', middleOf(n), lane, S_);
  const cross = low - 38;
  const renew = pen.mark('×', middleOf(n), cross, S_, [grad(now('n'))]);
  const rest = pen.mark('1−', (middleOf(z) + middleOf(n)) / 2, cross, S_);
  const kept = pen.received(earlier, S_);
  pen.wire(across(lane, rightOf(S0), keep[0] - RADIUS), S_, { ...kept, trim: trimOf(S0) });
  pen.wire(between(keep, add), S_, pen.flow(S_, earlier, now('z')));
  pen.wire(between(renew, add), S_, pen.flow(S_, now('n'), now('z')));
  pen.wire(across(lane, add[0] + RADIUS, leftOf(S)), S_, pen.flow(S_, now('n'), now('z'), earlier));
  pen.wire(upright(middleOf(z), z.box.y, cross), S_, { ...pen.gradient(now('z')), hasHead: false });
  pen.wire(upright(middleOf(z), cross, lane + RADIUS), S_);
  pen.wire(across(cross, middleOf(z), rest[0] - RADIUS - 3), S_, { hasHead: false });
  pen.wire(across(cross, rest[0] + RADIUS + 3, renew[0] - RADIUS), S_);
  pen.wire(upright(middleOf(n), n.box.y, cross + RADIUS), S_, pen.gradient(now('n')));

  // z and r: a sum of two, squashed.
  for (const [gate, u, w] of [
    [z, uz, wz],
    [r, ur, wr],
  ] as const) {
    const sum = gate.stages[0];
    const x = middleOf(gate);
    const plus = pen.mark('+', x, bottomOf(gate) + TO_SUM, sum, [grad(u.id), grad(w.id)]);
    const sigma = pen.mark('σ', x, bottomOf(gate) + TO_SIGMA, gate.id, [grad(sum)]);
    for (const [piece, side] of [
      [u, -1],
      [w, 1],
    ] as const)
      pen.wire(
        [
          [middleOf(piece), pre],
          [middleOf(piece), plus[1]],
          [x + side * RADIUS, plus[1]],
        ],
        sum,
        pen.gradient(piece.id),
      );
    pen.wire(upright(x, plus[1] - RADIUS, sigma[1] + RADIUS), sum, { ...pen.gradient(sum), hasHead: false });
    pen.wire(upright(x, sigma[1] - RADIUS, bottomOf(gate)), sum, pen.gradient(sum));
  }

  // n: the reset scales w.n, then u.n is added.
  const reset = pen.mark('×', middleOf(wn), bottomOf(r) + TO_SUM, now('rw'), [
    grad(now('r')),
    grad(now('w.n')),
  ]);
  const turn = (rightOf(r) + trimOf(r) + reset[0] - RADIUS) / 2;
  pen.wire(
    [
      [rightOf(r), level],
      [turn, level],
      [turn, reset[1]],
      [reset[0] - RADIUS, reset[1]],
    ],
    now('rw'),
    { ...pen.gradient(now('r')), trim: trimOf(r) },
  );
  pen.wire(upright(middleOf(wn), pre, reset[1] + RADIUS), now('rw'), pen.gradient(now('w.n')));
  pen.wire(upright(reset[0], reset[1] - RADIUS, bottomOf(rw)), now('rw'), pen.gradient(now('rw')));
  const plus = pen.mark('+', middleOf(un), level, now('an'), [grad(now('rw')), grad(now('u.n'))]);
  pen.wire(across(level, rightOf(rw), plus[0] - RADIUS), now('an'), {
    ...pen.gradient(now('rw')),
    trim: trimOf(rw),
  });
  pen.wire(upright(middleOf(un), pre, level + RADIUS), now('an'), pen.gradient(now('u.n')));
  pen.mark('tanh', (plus[0] + RADIUS + leftOf(n)) / 2, level, now('n'), [grad(now('an'))]);
  pen.wire(across(level, plus[0] + RADIUS, leftOf(n)), now('an'), { ...pen.gradient(now('an')) });

  // x_t and S_{t−1} to the six pieces.
  const x = pen.vector(now('x'), 0, Math.max(pre, pre + height / 2 - sizes.input / 2), {
    height: sizes.input,
    hasGradient: false,
  });
  const [busW, busU] = [pre + height + 18, pre + height + 36];
  const fromX = leftOf(x) + sizes.valueWidth / 2;
  const fromS = (leftOf(uz) + rightOf(S0) + trimOf(S0)) / 2;
  const below: Point = [fromX, bottomOf(x)];
  pen.wire([below, [fromX, busU], [middleOf(un), busU]], now('u'), {
    cells: existing(plan, term('Wx', t), partial('Wx', t)),
    hasHead: false,
    weight: { name: 'Wx', at: [fromX, (bottomOf(x) + busU) / 2], isTight: sizes.unit < 60 },
  });
  pen.wire(
    [
      [rightOf(S0) - 8, bottomOf(S0)],
      [rightOf(S0) - 8, low - 14],
      [fromS, low - 14],
      [fromS, busW],
      [middleOf(wn), busW],
    ],
    now('w'),
    {
      ...pen.received(earlier, now('w')),
      cells: existing(plan, term('Ws', t), partial('Ws', t)),
      hasHead: false,
      weight: { name: 'Ws', at: [fromS, (low + pre) / 2], isTight: sizes.unit < 60 },
    },
  );
  for (const [pieces, bus, of] of [
    [[uz, ur, un], busU, now('u')],
    [[wz, wr, wn], busW, now('w')],
  ] as const)
    for (const piece of pieces)
      pen.wire(upright(middleOf(piece), bus, bottomOf(piece)), of, pen.gradient(piece.id));

  // Out of the cell.
  const right = width - 2;
  const top = middleOf(S);
  pen.onward('S', t, across(lane, rightOf(S), right), [right, lane - 12], trimOf(S));
  pen.wire(upright(top, S.box.y, 2), now('o'), {
    ...pen.received(S_, now('o')),
    leadsTo: { cell: now('Y'), at: [top + 20, 13] },
  });
  return { width, height: busU + 14, vectors: pen.vectors, marks: pen.marks, wires: pen.wires };
};
