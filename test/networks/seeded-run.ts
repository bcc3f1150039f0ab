import { compile, execute, type Shape, type Trace } from '../../src/engine';

/** A run of a shape on numbers that repeat for a seed; at odd seeds the optimizer has a history. */
export const seededRun = (shape: Shape, seed: number): Trace => {
  const plan = compile(shape);
  const values: Record<string, number[]> = {};
  for (const [lane, count] of plan.inputs)
    values[lane] = Array.from({ length: count }, (_, i) => Math.sin(seed + i * 12.9898) * (1 + (seed % 3)));
  const remembered: Record<string, number[]> = {};
  for (const lane of plan.defaults.keys())
    if (/^[mv]:/.test(lane) && seed % 2 === 1) remembered[lane] = values[lane].map((v) => Math.abs(v) / 10);
    else delete values[lane];
  if (plan.defaults.has('updates')) remembered.updates = [seed % 2 === 1 ? 4 : 0];
  return execute(plan, { ...values, ...remembered, theta: [0.5], eta: [0.1] });
};
