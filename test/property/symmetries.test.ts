/** What mathematics says of gradients without computing one: how they scale, turn and add up. */
import { expect, test } from 'vitest';
import { compile, execute, grad, numbersIn, type Trace, type Values } from '../../src/engine';
import { finalOf, largest, type Network, networks, runOf } from './networks';
import { holds } from './seeded';

const dot = (a: ArrayLike<number>, b: ArrayLike<number>) =>
  Array.from(a).reduce((sum, v, i) => sum + v * b[i], 0);
const scaled = (v: ArrayLike<number>, c: number) => Float64Array.from(v, (x) => x * c);
/** Equal numbers; 0 and −0 are the same here, since a sign may turn on either side of a sum. */
const same = (a: Float64Array, b: Float64Array, what: string) =>
  expect(
    a.map((v) => v + 0),
    what,
  ).toEqual(b.map((v) => v + 0));
const close = (a: ArrayLike<number>, b: ArrayLike<number>, allowed: number, what: string) =>
  Array.from(a).forEach((v, i) => {
    expect(Math.abs(v - b[i]), `${what}[${i}]: ${v} and ${b[i]}`).toBeLessThanOrEqual(allowed);
  });

const plain = { cells: ['rnn'], bias: [false], clip: ['off'], truncation: ['none'] } as const;
const homogeneous = { ...plain, T: 20, g1: ['identity', 'relu'], g2: ['identity', 'relu'] } as const;

test('without biases, a linear or relu network of doubled input, target and S_0 has 4 times the error and gradients', () => {
  holds(networks(homogeneous), 100, ({ shape, values }) => {
    const louder: Values = {
      ...values,
      x: scaled(values.x, 2),
      d: scaled(values.d, 2),
      S0: scaled(values.S0, 2),
    };
    const [one, two] = [execute(compile(shape), values), execute(compile(shape), louder)];
    for (const weight of one.plan.weights)
      same(finalOf(two, grad(weight)), scaled(finalOf(one, grad(weight)), 4), weight);
    same(finalOf(two, 'd:S0'), scaled(finalOf(one, 'd:S0'), 2), 'd:S0');
    same(finalOf(two, one.plan.error), scaled(finalOf(one, one.plan.error), 4), 'E');
  });
});

/** Euler: Y is of degree 1 in Wy, and in Wx and S_0 together, so each pair ⟨w, ∂E/∂w⟩ is Σ ⟨Y_t, ∂E/∂Y_t⟩. */
test('in a linear or relu network without biases, Wy’s gradient along Wy is Wx’s along Wx and S_0’s along S_0', () => {
  holds(networks(homogeneous), 150, (network) => {
    const trace = runOf(network);
    const along = (id: string) => dot(finalOf(trace, id), finalOf(trace, grad(id)));
    const outputs = network.shape.errorAt.map((t) =>
      dot(finalOf(trace, `Y${t}`), finalOf(trace, grad(`Y${t}`))),
    );
    const whole = outputs.reduce((sum, v) => sum + v, 0);
    const sizes = ['Wx', 'Wy', 'S0'].map(
      (id) => largest(finalOf(trace, id)) * largest(finalOf(trace, grad(id))),
    );
    const allowed = 1e-11 * (largest(outputs) + largest(sizes));
    close([along('Wy'), along('Wx') + along('S0')], [whole, whole], allowed, 'along');
  });
});

test('a tanh network without biases that sees everything with the other sign has the same gradients', () => {
  const odd = { ...plain, T: 20, g1: ['tanh', 'identity'], g2: ['tanh', 'identity'] } as const;
  holds(networks(odd), 100, ({ shape, values }) => {
    const mirrored: Values = {
      ...values,
      x: scaled(values.x, -1),
      d: scaled(values.d, -1),
      S0: scaled(values.S0, -1),
    };
    const [one, two] = [execute(compile(shape), values), execute(compile(shape), mirrored)];
    for (const weight of one.plan.weights)
      same(finalOf(two, grad(weight)), finalOf(one, grad(weight)), weight);
  });
});

test('with errors at several steps, the gradient is the sum of each error’s own', () => {
  holds(
    networks({ T: 9, size: 5, clip: ['off', 'norm', 'value'], isMean: [false] }),
    80,
    ({ shape, values }) => {
      const all = execute(compile(shape), values);
      const alone = shape.errorAt.map((t) => execute(compile({ ...shape, errorAt: [t] }), values));
      for (const id of [...all.plan.weights, 'S0'].map(grad)) {
        const parts = alone.flatMap((trace) => numbersIn(trace, id) ?? []);
        expect(numbersIn(all, id) !== undefined, id).toBe(parts.length > 0);
        const sum = (parts[0] ?? []).map((_, i) => parts.reduce((total, part) => total + part[i], 0));
        close(numbersIn(all, id) ?? [], sum, 1e-12 * shape.T * (largest(...parts) + 1e-300), id);
      }
    },
  );
});

/** The same network with its hidden units in reverse order; rows, or columns, or both move with them. */
function reversed({ shape: { H, X, Y }, values }: Network): Values {
  const unit = (i: number) => H - 1 - i;
  const turn = (id: string, from: (k: number) => number) =>
    values[id] && Float64Array.from(values[id], (_, k) => values[id][from(k)]);
  return {
    ...values,
    S0: turn('S0', unit),
    Wx: turn('Wx', (k) => unit(Math.floor(k / X)) * X + (k % X)),
    Ws: turn('Ws', (k) => unit(Math.floor(k / H)) * H + unit(k % H)),
    Wy: turn('Wy', (k) => (Y > 0 ? Math.floor(k / H) * H + unit(k % H) : 0)),
    ...(values.bs ? { bs: turn('bs', unit) } : {}),
  };
}

test('the order of the hidden units does not matter: reversed units have reversed gradients', () => {
  // tanh and identity only: relu's kink may fall on either side by rounding.
  const smooth = {
    cells: ['rnn'],
    truncation: ['none'],
    T: 10,
    size: 9,
    g1: ['tanh', 'sigmoid'],
    g2: ['identity', 'softmax'],
  } as const;
  holds(networks(smooth), 150, (network) => {
    const trace = runOf(network);
    const turned = execute(trace.plan, reversed(network));
    const gradients = (of: Trace) =>
      Object.fromEntries([...of.plan.weights, 'S0'].map((id) => [id, finalOf(of, grad(id))]));
    const expected = reversed({ shape: network.shape, values: gradients(trace) });
    for (const [id, got] of Object.entries(gradients(turned)))
      close(got, expected[id], 1e-10 * (largest(got) + 1e-9), id);
  });
});

test('½ halves every gradient, and the mean over the steps divides it by their number', () => {
  holds(
    networks({ T: 6, isHalved: [false], isMean: [false], size: 4, g2: ['tanh', 'identity', 'relu'] }),
    30,
    (network) => {
      const shape = { ...network.shape, clip: 'off' } as const;
      const n = shape.errorAt.length;
      const one = execute(compile(shape), network.values);
      const half = execute(compile({ ...shape, isHalved: true }), network.values);
      const mean = execute(compile({ ...shape, isMean: true }), network.values);
      for (const { out, pass } of one.plan.ops) {
        if (pass !== 'backward') continue;
        same(finalOf(half, out), scaled(finalOf(one, out), 0.5), out);
        close(finalOf(mean, out), scaled(finalOf(one, out), 1 / n), 1e-13 * (largest(one.arena) + 1), out);
      }
      const E = (trace: Trace) => finalOf(trace, trace.plan.error)[0];
      expect(E(half)).toBeCloseTo(E(one) / 2, 12);
      expect(E(mean)).toBeCloseTo(E(one) / n, 12);
    },
  );
});
