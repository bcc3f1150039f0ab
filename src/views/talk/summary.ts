/** A moment in words: the title that is proposed for it, and the line below its title. */
import { compile, opAt, playheadOf } from '../../engine';
import { messages } from '../../messages';
import { talk as text } from '../../messages/talk';
import { label } from '../../notation';
import { comparedIn } from '../../store/comparing';
import type { Linked } from '../../store/state';
import { shapeOf } from '../../tasks/setup';
import { writtenPosition } from '../timeline/position';

const { cells } = messages.shell;

/** What is compared, or nothing. */
function comparisonIn(linked: Linked): string | null {
  if (!linked.comparison) return null;
  const all = comparedIn(linked).map(({ setup }) => cells[setup.cell]);
  return text.compared(all.length, [...new Set(all)]);
}

/** A title for a moment, without a symbol: those change with the convention, and a title does not. */
export function proposedTitle(linked: Linked, preset: string | undefined): string {
  const { setup, position, cliff } = linked;
  const { pass, t, op } = position;
  const name = comparisonIn(linked) ?? preset ?? text.plain(cells[setup.cell], setup.T);
  const place = pass === 'update' ? text.update : text.place(messages.timeline.passes[pass], t);
  return text.proposal(cliff ? text.cliff : name, op === '' ? text.start : place);
}

/** What a moment holds, on one line: cell, T, operation, and what it writes. */
export function summaryOf(linked: Linked): string {
  const { setup, position, updates, predict, cliff } = linked;
  const plan = compile(shapeOf(setup));
  const playhead = playheadOf(plan, position);
  const op = opAt(plan, playhead);
  return [
    comparisonIn(linked) ?? cells[setup.cell],
    text.steps(setup.T),
    ...(updates > 0 ? [text.updates(updates)] : []),
    writtenPosition(plan, playhead),
    ...(op ? [label(op.out, plan)] : []),
    ...(predict ? [text.predicting] : []),
    ...(cliff ? [text.cliff] : []),
  ].join(' · ');
}
