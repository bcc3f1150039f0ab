import { run, type State } from '../../store';

/** Letters, digits and single hyphens: a name that no system minds. */
const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .replace(/^unrolled-/, '');

/**
 * A file's name that says what is in it and of which network at which moment:
 * `unrolled-gradient-reaching-each-step-lstm-T12-H8-operation-120-of-332.svg`.
 */
export function fileName(what: string, state: State, type: string): string {
  const { cell, T, H } = state.setup;
  const all = run(state).plan.ops.length;
  const updates = state.updates > 0 ? [`after-${state.updates}-updates`] : [];
  const moment = `operation-${state.playhead}-of-${all}`;
  return `${['unrolled', plain(what), cell, `T${T}`, `H${H}`, ...updates, moment].join('-')}.${type}`;
}
