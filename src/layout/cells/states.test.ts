import { describe, expect, it } from 'vitest';
import { compile, type Shape } from '../../engine';
import type { Box, NodeBox } from '../boxes';
import { columnsFor } from '../columns';
import { cutMarksIn, cutsOf } from './cuts';
import { gatedNetworkFor } from './states';

const shapeOf = (cell: Shape['cell'], T: number, H: number, more: Partial<Shape> = {}): Shape => ({
  ...{ cell, T, X: 1, H, Y: 1, g1: 'tanh', g2: 'identity', bias: true, errorAt: [T], clip: 'off' },
  ...more,
});
const whole = ({ box, gradient = box }: NodeBox): Box => ({
  x: box.x,
  y: box.y,
  width: Math.max(box.x + box.width, gradient.x + gradient.width) - box.x,
  height: Math.max(box.y + box.height, gradient.y + gradient.height) - box.y,
});
const isApart = (a: Box, b: Box) =>
  a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;

describe.each([
  [3, 1, 662],
  [8, 4, 662],
  [12, 8, 662],
  [3, 1, 280],
  [8, 4, 280],
  [40, 8, 662],
])('the LSTM on the columns, T = %i, H = %i, %i px', (T, H, width) => {
  const plan = compile(shapeOf('lstm', T, H));
  const columns = columnsFor(width, T);
  const layout = gatedNetworkFor(plan, columns);
  const node = (id: string) => layout.node.get(id) as NodeBox;

  it('has C as a lane of its own above S, on the same columns, and nothing overlaps', () => {
    for (let t = 1; t <= T; t++) {
      const [C, S] = [node(`C${t}`), node(`S${t}`)];
      expect(C.box.y + C.box.height).toBeLessThan(S.box.y);
      expect(Math.abs(C.box.x + C.box.width / 2 - columns.x(t))).toBeLessThan(columns.width);
    }
    const boxes = layout.nodes.filter(({ t, lane }) => t > 0 && lane !== 'd' && lane !== 'E').map(whole);
    boxes.forEach((a, i) => {
      for (const b of boxes.slice(i + 1)) expect(isApart(a, b)).toBe(true);
    });
  });

  it('lets the way from S_t to Y_t pass beside C_t or, in strips, behind it, and end at Y_t', () => {
    for (let t = 1; t <= T; t++) {
      const [C, S, Y] = [whole(node(`C${t}`)), whole(node(`S${t}`)), node(`Y${t}`).box];
      const edge = layout.edges.find(({ id }) => id === `S${t}→Y${t}`);
      const [x] = edge?.line ?? [0];
      if (columns.mode === 'strip') expect([C.x, C.width]).toEqual([S.x, S.width]);
      else expect(x).toBeGreaterThanOrEqual(C.x + C.width);
      expect(x).toBeLessThanOrEqual(Y.x + Y.width + 2);
    }
  });

  it('has a stream between any two Cs beside that between any two Ss', () => {
    for (let t = 1; t <= T; t++)
      for (const lane of ['S', 'C'])
        expect(
          layout.streams.filter(({ from, leaves }) => from === `${lane}${t}` && leaves === t),
        ).toHaveLength(1);
  });
});

it('leaves C room for two decimals with a sign at every width of a column with numbers', () => {
  const plan = compile(shapeOf('lstm', 12, 8));
  for (const width of [600, 628, 640, 662, 900]) {
    const C = gatedNetworkFor(plan, columnsFor(width, 12)).node.get('C5');
    // `−.06` in 11 px and a little air.
    if (C && C.type > 0) expect(C.box.width).toBeGreaterThanOrEqual(26.5);
  }
});

describe('the GRU on the columns', () => {
  it('has one stream between two states, for both ways together', () => {
    const layout = gatedNetworkFor(
      compile(shapeOf('gru', 4, 2, { errorAt: [1, 2, 3, 4] })),
      columnsFor(662, 4),
    );
    expect(layout.streams.filter(({ leaves }) => leaves !== undefined)).toHaveLength(4);
  });
});

describe('a cut', () => {
  it('falls between windows', () => {
    expect(cutsOf(compile(shapeOf('lstm', 7, 1, { window: 3 })))).toEqual([
      { after: 4, kind: 'window' },
      { after: 7, kind: 'window' },
    ]);
  });
  it('falls where the horizon of the last error ends', () => {
    expect(cutsOf(compile(shapeOf('rnn', 7, 1, { horizon: 3 })))).toEqual([{ after: 5, kind: 'horizon' }]);
  });
  it('is not there without truncation, nor where each error has a horizon of its own', () => {
    expect(cutsOf(compile(shapeOf('gru', 7, 1)))).toEqual([]);
    const everywhere = shapeOf('gru', 4, 1, { horizon: 2, errorAt: [1, 2, 3, 4] });
    expect(cutsOf(compile(everywhere)).filter(({ after }) => after > 1)).toEqual([]);
  });
  it('is drawn between the two columns', () => {
    const columns = columnsFor(662, 6);
    const plan = compile(shapeOf('lstm', 6, 2, { window: 2 }));
    for (const { x, after } of cutMarksIn(plan, gatedNetworkFor(plan, columns), columns)) {
      expect(x).toBeGreaterThan(columns.x(after - 1));
      expect(x).toBeLessThan(columns.x(after));
    }
  });
});
