/** Starts and stops a training in a worker, and keeps the state at what it has come to. */
import { learning as text } from '../../messages/learning';
import { formatCount } from '../../notation';
import { store } from '../../store';
import { settle } from '../../store/frame';
import { say } from '../../store/look';
import type { Weights } from '../../store/state';
import { beginRun, endRun, isAlterable, takeReport } from '../../store/training';
import type { Setup } from '../../tasks/setup';
import type { Answer, Ask } from './protocol';

/** A run under way. */
interface Running {
  readonly worker: Worker;
  /** What the worker trains. */
  setup: Setup;
  /** What it last told; the page has these weights unless someone else has changed them. */
  trained: Weights | null;
  readonly unfollow: () => void;
}

let running: Running | undefined;

/** Trains the present setup from the present weights on, until it is stopped or the numbers break. */
export function startTraining(): void {
  if (running) return;
  settle();
  const before = beginRun();
  const { setup, trained } = store.getState();
  const worker = new Worker(new URL('./training-worker.ts', import.meta.url), { type: 'module' });
  const ask = (what: Ask) => worker.postMessage(what);
  const own: Running = { worker, setup, trained, unfollow: store.subscribe(follow) };
  running = own;
  worker.onmessage = ({ data }: MessageEvent<Answer>) => {
    if (running !== own) return;
    own.trained = data.trained;
    const start = performance.now();
    takeReport(data, before);
    if (data.isLast) {
      finish();
      if (data.isBroken) say(text.broke(formatCount(data.updates)));
    } else {
      onceDrawn(start, () => running === own && ask({ kind: 'report' }));
    }
  };
  worker.onerror = () => {
    if (running !== own) return;
    finish();
    say(text.failed);
  };
  ask({ kind: 'start', setup, trained });
}

/** Stops after the update under way; what it has come to is taken over. */
export function stopTraining(): void {
  running?.worker.postMessage({ kind: 'stop' } satisfies Ask);
}

/** What others change while it runs is taken over without starting anew, or, where that cannot be, ends the run. */
function follow(): void {
  if (!running) return;
  const { setup, trained } = store.getState();
  if (setup !== running.setup) {
    const isStartLeft = trained === null && running.trained !== null;
    if (isStartLeft || !isAlterable(setup, running.setup)) {
      finish();
      return;
    }
    running.setup = setup;
    // Another optimizer has left its memory behind, in the worker as well.
    running.trained = trained;
    running.worker.postMessage({ kind: 'alter', setup } satisfies Ask);
  } else if (trained !== running.trained) {
    finish();
  }
}

function finish(): void {
  const ended = running;
  running = undefined;
  ended?.unfollow();
  ended?.worker.terminate();
  endRun();
}

/** What the drawing of a report takes is left free after it so many times, for what is done by hand. */
const REST = 2;
/** What is drawn with the next frame, and has time to spare, needs no rest; in ms. */
const FRAME = 24;

/** Calls back in the next frame, or later where a large network takes its time to be drawn: the page never stutters. */
function onceDrawn(start: number, callback: () => void): void {
  requestAnimationFrame(() =>
    setTimeout(() => {
      const spent = performance.now() - start;
      setTimeout(callback, spent > FRAME ? REST * spent : 0);
    }),
  );
}
