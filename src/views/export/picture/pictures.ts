/** Which pictures there are on the page: the score and each of its rows, whoever has added them. */
import { exported as text } from '../../../messages/export';

export interface Picture {
  readonly id: string;
  readonly name: string;
  /** The whole score, whose colours are explained below it, or one row of it. */
  readonly isWhole: boolean;
  /** What it is drawn from. */
  readonly of: HTMLElement;
}

/** A row is a named section that stands in the rows of a score: that is all it takes to be offered. */
export function picturesOn(page: Document): readonly Picture[] {
  const scores = Array.from(page.querySelectorAll<HTMLElement>('.score-rows'));
  return scores.flatMap((score, index) => {
    const number = scores.length > 1 ? ` ${index + 1}` : '';
    const whole = { id: `score${number}`, name: text.wholeScore + number, isWhole: true, of: score };
    const rows = Array.from(score.querySelectorAll<HTMLElement>('section[aria-label]')).filter(
      // What is named within a row is a part of it; a row that is closed draws nothing.
      (row) =>
        row.parentElement?.closest('section[aria-label]') === score.closest('section[aria-label]') &&
        row.querySelector('svg') !== null,
    );
    return [
      whole,
      ...rows.map((row) => {
        const name = (row.getAttribute('aria-label') ?? '') + number;
        return { id: name, name, isWhole: false, of: row };
      }),
    ];
  });
}
