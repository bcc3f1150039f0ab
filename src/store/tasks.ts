/** Choosing what is trained on. Everything here can be undone. */
import { compile } from '../engine';
import type { TypedSequence } from '../tasks/parse-sequence';
import { type Setup, shapeOf } from '../tasks/setup';
import { isDistribution } from '../tasks/targets';
import type { ManyTask } from '../tasks/task';
import { setupOfTask, textSetup } from '../tasks/task-setups';
import { change } from './change';
import { patched } from './patch';
import { untrained } from './setup-actions';
import type { State } from './state';

/** Starts from the setup that a task begins with, after its backward pass. Whether the error has a ½ stays. */
export function chooseTask(kind: ManyTask['kind']): void {
  change((now) => start(setupOfTask(kind), now));
}

/** Another text to foretell: as the setup is, if it is of that task already, but for the sizes. */
export function takeText(text: string): void {
  change((now) => {
    const fresh = textSetup(text);
    if (now.setup.task.kind !== 'text') return start(fresh, now);
    const { X, Y, task } = fresh;
    return start({ ...now.setup, X, Y, task, edits: {} }, now);
  });
}

/** A sequence that was typed or read from a file; the network stays as it is but for its sizes and where the error is. */
export function takeSequence({ x, d }: TypedSequence): void {
  change((now) => {
    const T = x.length;
    const Y = d.find((target) => target !== null)?.length ?? 1;
    const steps = d.flatMap((target, index) => (target ? [index + 1] : []));
    const isLast = steps.length === 1 && steps[0] === T;
    const errorAt = steps.length === T ? 'every' : isLast ? 'last' : steps;
    const isOfClasses = Y > 1 && d.every((target) => target === null || isDistribution(target));
    const kept = Object.entries(now.setup.edits).filter(([key]) => !/^[xd]/.test(key));
    const numbers = [
      ...x.flatMap((row, t) => row.map((value, k) => [`x${t + 1}.${k}`, value] as const)),
      ...d.flatMap((row, t) => (row ?? []).map((value, k) => [`d${t + 1}.${k}`, value] as const)),
    ];
    const setup: Setup = {
      ...now.setup,
      ...{ T, X: x[0].length, Y, errorAt, task: { kind: 'own' } },
      g2: now.setup.g2 === 'softmax' && !isOfClasses ? 'identity' : now.setup.g2,
      edits: Object.fromEntries([...kept, ...numbers]),
    };
    return start(setup, now);
  });
}

function start(setup: Setup, now: State) {
  const begun = patched(setup, { loss: now.setup.loss });
  const playhead = compile(shapeOf(begun)).bounds.update;
  return { ...untrained, setup: begun, chartOf: begun.T, playhead, notice: null };
}
