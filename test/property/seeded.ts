/** Runs properties from one seed, which is printed, so that a failure can be had again. */
import fc from 'fast-check';
import { vi } from 'vitest';

/** `FC_SEED` repeats an earlier run; without it each run draws other networks. */
const seed = Number(process.env.FC_SEED ?? Math.floor(Math.random() * 2 ** 31));
console.log(`property tests: FC_SEED=${seed}`);

/** A machine that does other things meanwhile may take its time: a slow property is not a wrong one. */
vi.setConfig({ testTimeout: 60_000 });

/** Asserts a property of whatever `arbitrary` draws, `numRuns` times. */
export function holds<T>(arbitrary: fc.Arbitrary<T>, numRuns: number, predicate: (drawn: T) => void): void {
  fc.assert(fc.property(arbitrary, predicate), { seed, numRuns });
}
