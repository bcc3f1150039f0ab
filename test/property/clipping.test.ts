/** Clipping at each step, and the edit of its threshold, which reuses the forward pass. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  at,
  clipped,
  compile,
  deltaNorms,
  execute,
  flowNorms,
  grad,
  norm,
  type Trace,
} from '../../src/engine';
import { finalOf, isReached, largest, networks, runOf } from './networks';
import { holds } from './seeded';

const clippedNetworks = (T = 12) => networks({ T, clip: ['step'], truncation: ['none', 'window'] });
const thresholds = fc.oneof(
  fc.constantFrom(1e-6, 0.01, 0.1, 1, 100, 1e300, Number.POSITIVE_INFINITY),
  fc.double({ min: 1e-3, max: 10, noNaN: true }),
);

/** The steps at which a gradient reaches the state. */
const reached = ({ plan: { shape } }: Trace) =>
  Array.from({ length: shape.T }, (_, k) => k + 1).filter((t) => isReached(shape, t));

test('δ̃ is no longer than the threshold, points where δ does, and is δ itself where δ is short enough', () => {
  holds(clippedNetworks(), 150, (network) => {
    const trace = runOf(network);
    const theta = network.values.theta[0];
    for (const t of reached(trace)) {
      const raw = finalOf(trace, grad(at('S', t)));
      const flow = finalOf(trace, clipped(at('S', t)));
      const length = norm(raw);
      expect(norm(flow)).toBeLessThanOrEqual(theta * (1 + 1e-12));
      if (length <= theta) expect(flow).toEqual(raw);
      else {
        expect(norm(flow)).toBeGreaterThanOrEqual(theta * (1 - 1e-12));
        raw.forEach((v, i) => {
          expect(Math.abs(flow[i] / theta - v / length)).toBeLessThanOrEqual(1e-12);
        });
      }
    }
  });
});

test('a threshold that nothing reaches changes nothing', () => {
  const huge = fc.constantFrom(1e300, Number.POSITIVE_INFINITY);
  holds(fc.tuple(clippedNetworks(), huge), 50, ([{ shape, values }, theta]) => {
    const loose = execute(compile(shape), { ...values, theta: [theta] });
    const free = execute(compile({ ...shape, clip: 'off' }), values);
    for (const { out } of free.plan.ops) expect(finalOf(loose, out), out).toEqual(finalOf(free, out));
  });
});

test('a changed threshold, taken up from an earlier run, gives bit for bit what a fresh run gives', () => {
  holds(
    fc.tuple(clippedNetworks(), fc.array(thresholds, { minLength: 1, maxLength: 4 })),
    50,
    ([network, path]) => {
      let trace = runOf(network);
      for (const theta of path) {
        const values = { ...network.values, theta: [theta], eta: [theta / 10] };
        const before = trace.arena.slice();
        const edited = execute(trace.plan, values, trace);
        expect(trace.arena, 'the earlier run stays as it was').toEqual(before);
        const fresh = execute(trace.plan, values);
        for (const { out } of trace.plan.ops) expect(finalOf(edited, out), out).toEqual(finalOf(fresh, out));
        trace = edited;
      }
    },
  );
});

test('clipping leaves the forward pass, and Wy’s gradient, as they are', () => {
  holds(clippedNetworks(), 50, ({ shape, values }) => {
    const bound = execute(compile(shape), values);
    const free = execute(compile({ ...shape, clip: 'off' }), values);
    for (const { out, pass } of free.plan.ops)
      if (pass === 'forward') expect(finalOf(bound, out), out).toEqual(finalOf(free, out));
    expect(finalOf(bound, 'd:Wy')).toEqual(finalOf(free, 'd:Wy'));
  });
});

test('the charted norms are those of δ and δ̃, and absent where no gradient reaches', () => {
  holds(networks(), 80, (network) => {
    const trace = runOf(network);
    const [raw, flow] = [deltaNorms(trace), flowNorms(trace)];
    expect([raw.length, flow.length]).toEqual([network.shape.T + 1, network.shape.T + 1]);
    raw.forEach((length, t) => {
      if (!isReached(network.shape, t)) {
        expect([length, flow[t]]).toEqual([Number.NaN, Number.NaN]);
        return;
      }
      const delta = finalOf(trace, grad(at('S', t)));
      expect(Math.abs(length - Math.hypot(...delta))).toBeLessThanOrEqual(
        1e-14 * largest(delta) * delta.length,
      );
      const isClipped = network.shape.clip === 'step' && t > 0;
      expect(flow[t]).toBe(isClipped ? norm(finalOf(trace, clipped(at('S', t)))) : length);
    });
  });
});
