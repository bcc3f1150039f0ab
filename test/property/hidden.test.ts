/** What is shown of an operation that is still to be predicted must be the same whatever its result is. */
import { expect, test } from 'vitest';
import { numbersIn } from '../../src/engine';
import { rules } from '../../src/engine/rules';
import { describe } from '../../src/notation/describe';
import { networks, runOf } from './networks.ts';
import { holds } from './seeded.ts';

const room = { plain: 18, matrix: 24 };

test('its place, its equation and equation in numbers say nothing of a hidden result', () => {
  holds(networks({ T: 3, size: 2 }), 20, (network) => {
    const [trace, other] = [runOf(network), runOf(network)];
    const { plan } = trace;
    for (const op of plan.ops) {
      // Its result stands where what it reads stands; and what it reads is known.
      if (!rules[op.rule].kernel) continue;
      const result = numbersIn(other, op.out) as Float64Array;
      const right = result.slice();
      for (const i of result.keys()) result[i] = 1.7 * right[i] + 0.123;
      const [hidden, changed] = [trace, other].map((run) => {
        const { kicker, symbols, numbers } = describe(run, op);
        return { kicker, symbols, figures: numbers(room, op.out) };
      });
      expect(changed, `${op.rule} ${op.out}`).toEqual(hidden);
      expect(hidden.figures.tex).toContain('\\textsf{?}');
      result.set(right);
    }
  });
});
