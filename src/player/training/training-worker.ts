/** Trains away from the page. It reports when it is asked to, so that nothing piles up while the page draws. */
import type { Judged } from '../../store/state';
import type { Answer, Ask } from './protocol';
import { Session } from './session';

/** Milliseconds of training between two moments at which it listens. */
const SLICE = 8;
/** The rate is that of the last so many milliseconds. */
const RATE_OVER = 1000;
/** What was not trained on is tried again after so many milliseconds at the earliest, and for a tenth of the time at most. */
const JUDGE_AFTER = 250;
const JUDGE_SHARE = 0.1;

let session: Session | undefined;
let isAsked = false;
let judged: Judged | null = null;
let judgeAt = 0;
/** Moments of the last second, with the updates made by then. */
let marks: { readonly time: number; readonly updates: number }[] = [];

/** A message to oneself comes back at once and lets others pass; a timer would wait for 4 ms. */
const turns = new MessageChannel();
turns.port1.onmessage = () => train();

function train(): void {
  if (!session) return;
  const start = performance.now();
  do session.update();
  while (!session.isBroken && performance.now() - start < SLICE);
  if (session.isBroken) {
    report(session, true);
    session = undefined;
    return;
  }
  if (isAsked) report(session, false);
  turns.port2.postMessage(null);
}

function report(of: Session, isLast: boolean): void {
  const time = performance.now();
  if (time >= judgeAt || isLast) {
    judged = of.judge();
    judgeAt = time + Math.max(JUDGE_AFTER, (performance.now() - time) / JUDGE_SHARE);
  }
  marks.push({ time, updates: of.updates });
  // The first one is a second old, or the last before that: however seldom a report is asked for, there are two.
  while (marks.length > 2 && time - marks[1].time > RATE_OVER) marks.shift();
  const [first] = marks;
  const rate = time > first.time ? ((of.updates - first.updates) / (time - first.time)) * 1000 : 0;
  const { updates, isBroken } = of;
  const answer: Answer = { trained: of.state(), updates, curve: of.data(), judged, rate, isBroken, isLast };
  isAsked = false;
  postMessage(answer);
}

addEventListener('message', ({ data: ask }: MessageEvent<Ask>) => {
  if (ask.kind === 'start') {
    session = new Session(ask.setup, ask.trained);
    [isAsked, judgeAt, marks] = [true, 0, [{ time: performance.now(), updates: 0 }]];
    train();
  } else if (ask.kind === 'alter') {
    session?.alter(ask.setup);
  } else if (ask.kind === 'report') {
    isAsked = true;
  } else if (session) {
    report(session, true);
    session = undefined;
  }
});
