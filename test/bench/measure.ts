/**
 * One measurement, in a process of its own because memory that one contestant asks for slows the loops of another:
 * a contestant takes turns with the yardstick. What it is to measure comes as JSON in the first argument; the result goes
 * to the standard output as JSON.
 */
import { contestant, yardstick } from './contestants';
import { measureLimit } from './limit';
import { type Contestant, makeProblem, multiplyAdds, type Problem } from './problem';
import type { Measured, Task } from './programme.mjs';

const slotMs = 4;
const warmUpMs = 200;
/** How many times as long it may take to find enough rounds in peace. */
const patience = 2;
const fewestRounds = 7;

const now = process.hrtime.bigint;
const msSince = (start: bigint): number => Number(now() - start) / 1e6;

/** Nanoseconds of one run, over `times` runs. */
function time({ run }: Contestant, times: number): number {
  const start = now();
  for (let k = 0; k < times; k++) run();
  return Number(now() - start) / times;
}

/** Lets the compiler see the contestant, then tells how many runs fill a slot. */
function warmUp(one: Contestant): number {
  const start = now();
  let fastest = Number.POSITIVE_INFINITY;
  do fastest = Math.min(fastest, time(one, 1));
  while (msSince(start) < warmUpMs);
  return Math.max(1, Math.round((slotMs * 1e6) / fastest));
}

/** Refuses to measure what does not compute the same; returns the largest difference, relative to the largest entry. */
function verify(problem: Problem, expected: Contestant, other: Contestant): number {
  expected.run();
  other.run();
  let worst = 0;
  const all = ['Wx', 'Ws', 'bs', 'Wy', 'by', ...(problem.cell === 'gru' ? ['bx'] : [])];
  for (const weight of other.compared ?? all) {
    const right = expected.grad(weight);
    const got = other.grad(weight);
    if (got.length !== right.length) throw new Error(`The gradient of ${weight} has ${got.length} entries.`);
    let largest = 0;
    let error = 0;
    for (let k = 0; k < right.length; k++) {
      largest = Math.max(largest, Math.abs(right[k]));
      error = Math.max(error, Math.abs(got[k] - right[k]));
    }
    // Not `>`: NaN must not pass.
    if (!(error <= (other.isSingle ? 1e-4 : 1e-11) * largest))
      throw new Error(`The gradient of ${weight} differs by ${error / largest} of its largest entry.`);
    worst = Math.max(worst, error / largest);
  }
  return worst;
}

/**
 * Takes turns until the time is up; which of the two begins changes from round to round. Rounds in which the machine took
 * the processor away for something else are left out, unless too few would remain.
 */
function takeTurns(pair: readonly [Contestant, Contestant], ms: number): [number, number][] {
  const times = pair.map(warmUp);
  const rounds: [number, number][] = [];
  const undisturbed: [number, number][] = [];
  const start = now();
  const isEnough = () =>
    msSince(start) >= ms && (undisturbed.length >= fewestRounds || msSince(start) >= patience * ms);
  while (rounds.length < fewestRounds || !isEnough()) {
    const round: [number, number] = [0, 0];
    const first = rounds.length % 2;
    const before = interruptions();
    for (const k of [first, 1 - first]) round[k] = time(pair[k], times[k]);
    rounds.push(round);
    if (interruptions() === before) undisturbed.push(round);
  }
  return undisturbed.length >= fewestRounds ? undisturbed : rounds;
}

const interruptions = (): number => process.resourceUsage().involuntaryContextSwitches;

async function measure(task: Task): Promise<Measured> {
  const problem = makeProblem(task.cell, task.T, task.H);
  const plain = yardstick(problem);
  const other = await contestant(task.name, problem, task.peers);
  const difference = verify(problem, plain, other);
  return { rounds: takeTurns([plain, other], task.ms), difference, multiplyAdds: multiplyAdds(problem) };
}

const task: Task | { limit: number } = JSON.parse(process.argv[2]);
const result = 'limit' in task ? measureLimit(task.limit) : await measure(task);
process.stdout.write(JSON.stringify(result));
