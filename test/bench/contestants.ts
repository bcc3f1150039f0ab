/** Who takes part: the plain loop as the yardstick, the engine, and the peers that the folder `peers` adapts. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { compile, gradient, pack, record, type Shape } from '../../src/engine';
import { plainGradient, workspace } from './plain';
import { gruWorkspace, plainGru } from './plain-gru';
import { lstmWorkspace, plainLstm } from './plain-lstm';
import type { Contestant, Problem } from './problem';

export function yardstick(problem: Problem): Contestant {
  if (problem.cell === 'lstm') return fromLoop(problem, plainLstm, lstmWorkspace(problem));
  if (problem.cell === 'gru') return fromLoop(problem, plainGru, gruWorkspace(problem));
  return fromLoop(problem, plainGradient, workspace(problem));
}

function fromLoop<W extends object>(
  problem: Problem,
  loop: (problem: Problem, work: W) => unknown,
  work: W,
): Contestant {
  return { run: () => loop(problem, work), grad: (weight) => work[weight as keyof W] as Float64Array };
}

/** @param folder where the peers' adapters and their packages are */
export async function contestant(name: string, problem: Problem, folder: string): Promise<Contestant> {
  if (name === 'unrolled' || name === 'unrolled recorded') return engine(problem, name !== 'unrolled');
  const [peer, backend] = name.split(' ');
  const { gradientOf } = await import(/* @vite-ignore */ pathToFileURL(join(folder, `${peer}.mjs`)).href);
  return gradientOf(problem, backend?.toLowerCase());
}

/** Not recording: one arena, used again. Recording: a trace of its own for every gradient, as the app makes them. */
function engine(problem: Problem, isRecording: boolean): Contestant {
  const { cell, T, X, H, Y, x, d, Wx, Ws, bs, bx, Wy, by } = problem;
  const errorAt = Array.from({ length: T }, (_, k) => k + 1);
  const shape: Shape = {
    ...{ cell, T, X, H, Y, errorAt },
    ...{ g1: 'tanh', g2: 'identity', bias: true, clip: 'off' },
  };
  const plan = compile(shape);
  const zero = new Float64Array(H);
  const start = pack(plan, { x, d, Wx, Ws, bs, bx, Wy, by, S0: zero, C0: zero, theta: [1], eta: [0.1] });
  let { arena } = record(plan, start);
  const grad = (weight: string) => {
    const { offset, rows, cols } = plan.cells.get(`d:${weight}`) ?? { offset: 0, rows: 0, cols: 0 };
    return arena.subarray(offset, offset + rows * cols);
  };
  if (!isRecording) return { run: () => gradient(plan, arena), grad };
  const run = () => {
    arena = record(plan, start).arena;
  };
  return { run, grad };
}
