/** Updates a second of the bare engine, in a process of its own; what the page's worker is compared with. */
import { compile } from '../../src/engine';
import { Trainer } from '../../src/engine/train';
import { type Setup, shapeOf, valuesOf } from '../../src/tasks/setup';
import { sine } from '../../src/tasks/task-setups';
import { TrainingSet } from '../../src/tasks/training-set';

const [T, H, ms] = process.argv.slice(2).map(Number);
const setup: Setup = { ...sine, T, H };
const set = new TrainingSet(setup);
const trainer = new Trainer(compile(shapeOf(setup)), valuesOf(setup));

/** Updates a second over a time. */
function rate(over: number, from: number): number {
  const start = performance.now();
  let updates = 0;
  let spent = 0;
  for (; spent < over; spent = performance.now() - start) trainer.update(set.batch(from + updates++));
  return (updates / spent) * 1000;
}

rate(ms, 0);
process.stdout.write(String(rate(ms, set.count)));
