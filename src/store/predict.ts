/**
 * Predict, then reveal. What is asked for is the result of the next operation that is not shown yet, or the next main
 * result of a time step; only its answer, or giving up, moves the playhead there. Loaded when something is predicted.
 */
import { at, grad, type Plan, type Stride, strideFrom } from '../engine';
import type { Op } from '../engine/types';
import { run } from './run';
import { type Outcome, type Predicting, type Question, type State, store } from './state';
import { gate } from './transport';

const noScore: Question['score'] = { first: 0, later: 0, shown: 0 };

/** Nothing answered, nothing asked for help. */
const untouched = { hints: 0, tries: 0, nudges: 0, outcome: null } as const;

const asked = (playhead: number, score = noScore): Question => ({
  ...untouched,
  isAsking: true,
  seen: playhead,
  score,
  counted: [],
});

/**
 * Whether an operation makes a main result of its time step: the state and the error on the way forward, what reaches
 * the state on the way back, the whole gradient of a matrix, and the matrix after the update.
 */
function isMain({ out, t }: Op, plan: Plan): boolean {
  const [, weight, step] = /^sum:(W.)@(\d+)$/.exec(out) ?? [];
  if (weight !== undefined) return plan.terms.get(weight)?.at(-1)?.t === Number(step);
  const isState = plan.program.states.some((lane) => out === at(lane, t) || out === grad(at(lane, t)));
  return isState || out === plan.error || out === at('E', t) || /^next:W/.test(out);
}

/** The operation that is asked for next; undefined where nothing is left to be asked. */
export function comingOp({ predict, ...state }: State): Op | undefined {
  const { plan } = run(state);
  if (predict?.by !== 'time step') return plan.ops[state.playhead];
  return plan.ops.slice(state.playhead).find((op) => isMain(op, plan));
}

/** Whether a result is being asked for, and which. */
export function askedOp(state: State): Op | undefined {
  const isOpen = state.predict && state.question?.isAsking && state.playhead >= state.question.seen;
  return isOpen ? comingOp(state) : undefined;
}

/** Begins to predict, or ends it; the score stays until it is reset. */
export function togglePredicting(): void {
  const isOn = store.getState().predict !== null;
  store.setState({ predict: isOn ? null : { by: 'operation', way: 'ask' }, playing: false });
}

/** Changes what is asked for, or how. */
export function changePredicting(patch: Partial<Predicting>): void {
  const { predict, question } = store.getState();
  if (predict && question)
    store.setState({ predict: { ...predict, ...patch }, question: { ...question, ...untouched } });
}

/** The next hint: the equation, then its numbers, then the result itself. */
export function hint(): void {
  const { question } = store.getState();
  if (!question) return;
  if (question.hints >= 2) reveal();
  else store.setState({ question: { ...question, hints: question.hints + 1 } });
}

/** What was typed was right, or it was not. */
export function answer(isRight: boolean): void {
  const { question } = store.getState();
  if (!question) return;
  if (!isRight) store.setState({ question: { ...question, tries: question.tries + 1 } });
  else show(question.tries === 0 && question.hints === 0 ? 'first' : 'later');
}

/** Shows what was asked for. */
export function reveal(): void {
  show(store.getState().predict?.way === 'hide' ? null : 'shown');
}

export function resetScore(): void {
  const { question } = store.getState();
  if (question) store.setState({ question: { ...question, score: noScore, counted: [] } });
}

function show(outcome: Outcome | null): void {
  const state = store.getState();
  const { question } = state;
  const op = askedOp(state);
  if (!op || !question) return;
  const { score, counted } = question;
  const counts = outcome !== null && !counted.includes(op.out);
  const playhead = op.index + 1;
  store.setState({
    playhead,
    playing: false,
    question: {
      ...untouched,
      outcome,
      isAsking: false,
      seen: playhead,
      score: counts ? { ...score, [outcome]: score[outcome] + 1 } : score,
      counted: counts ? [...counted, op.out] : counted,
    },
  });
}

/** A stride while predicting: first the question, then nothing until it is answered; what was shown is gone through. */
function holds(direction: 1 | -1, stride?: Stride): boolean {
  const state = store.getState();
  const { predict, question, playhead } = state;
  if (!predict || !question) return direction > 0;
  const isOpen = askedOp(state) !== undefined;
  if (direction < 0) {
    // From the question back to what was shown last.
    if (isOpen && playhead > 0) store.setState({ question: { ...question, ...untouched, isAsking: false } });
    return isOpen && playhead > 0;
  }
  if (playhead < question.seen) {
    const to = strideFrom(run(state).plan, playhead, 1, stride ?? state.stride);
    store.setState({ playhead: Math.min(to, question.seen), playing: false });
    return true;
  }
  if (comingOp(state) === undefined) return false;
  if (!isOpen) store.setState({ question: { ...question, ...untouched, isAsking: true } });
  else if (predict.way === 'hide') reveal();
  else store.setState({ question: { ...question, nudges: question.nudges + 1 } });
  return true;
}

/** Keeps the question in step with what else happens: another network, another place, a link. */
function follow(state: State, before: State): void {
  if (!state.predict) return;
  const { question, playhead } = state;
  const isOtherNetwork = state.setup !== before.setup || state.trained !== before.trained;
  if (!question || !before.predict || isOtherNetwork)
    store.setState({ question: asked(playhead, question?.score) });
  else if (playhead !== before.playhead && question === before.question) {
    // Whoever goes to another place by hand looks at it first.
    const seen = Math.max(question.seen, playhead);
    store.setState({ question: { ...question, ...untouched, isAsking: false, seen } });
  }
}

gate.holds = holds;
store.subscribe(follow);
if (store.getState().predict) store.setState(({ playhead }) => ({ question: asked(playhead) }));
