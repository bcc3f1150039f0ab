import { at, doneAt, grad, type Heard, term } from '../../../engine';
import { heardBy } from '../../../engine/pairs';
import { identifier } from '../../../notation/identifier';
import { run, type State } from '../../../store';
import type { Entry, Panel } from './panel';

/** So many errors are followed back at a time: all of a long sequence would be held at once. */
const AT_A_TIME = 16;

const kinds = ['S', 'C', 'Ws'] as const;
const lengths = kinds.map((kind) => (kind === 'Ws' ? 'norm_of_term_of_Ws' : `norm_by_${kind}`));

/** What each error sends to each state that the backward pass has reached, and to Ws by way of each step. */
export const pairs: Panel = {
  labels: ['error', 'step'],
  numbers: [...lengths, ...lengths.map((name) => `${name}_without_clipping`)],
  isOfMatrices: false,
  *entries(state) {
    const { plan, trace, unclipped } = run(state);
    const { errorAt, T } = plan.shape;
    const steps = Array.from({ length: T }, (_, index) => index + 1);
    const downTo = steps.find((j) => kinds.some((kind) => isKnown(state, kind, j)));
    if (downTo === undefined) return;
    // An error before what was reached has sent nothing yet.
    const errors = errorAt.filter((t) => t >= downTo);
    for (let from = 0; from < errors.length; from += AT_A_TIME) {
      const asked = { errors: errors.slice(from, from + AT_A_TIME), downTo };
      const heard = heardBy(trace, asked);
      const free = unclipped === trace ? undefined : heardBy(unclipped, asked);
      for (const [index, one] of heard.entries()) yield* entriesOf(state, one, free?.[index], downTo);
    }
  },
};

function isKnown(state: State, kind: (typeof kinds)[number], j: number): boolean {
  const { plan } = run(state);
  return doneAt(plan, kind === 'Ws' ? term('Ws', j) : grad(at(kind, j))) <= state.playhead;
}

function* entriesOf(state: State, one: Heard, free: Heard | undefined, downTo: number): Generator<Entry> {
  const normsIn = (heard: Heard, kind: (typeof kinds)[number]) =>
    kind === 'Ws' ? heard.terms : heard.states[kind];
  for (let j = Math.max(one.first, downTo); j <= one.t; j++) {
    const found = (heard: Heard | undefined) =>
      kinds.map((kind) => {
        const norms = heard && isKnown(state, kind, j) ? normsIn(heard, kind) : undefined;
        return norms && [norms[j]];
      });
    const [own, without] = [found(one), found(free)];
    if (own.every((norms) => norms === undefined)) continue;
    yield {
      labels: { error: identifier(at('E', one.t)), step: j },
      rows: 1,
      cols: 1,
      numbers: Object.fromEntries(
        lengths.flatMap((name, k) => [
          [name, own[k]],
          [`${name}_without_clipping`, without[k]],
        ]),
      ),
    };
  }
}
