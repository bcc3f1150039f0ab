import { learning } from '../../messages/learning';
import type { Training } from '../../store/state';

const text = learning.csv;

/** The records of one or two trainings as a table; lines of remarks before it say what was trained. */
export function csvOf(present: Training, kept: Training | null): string {
  const records = [
    [text.present, present] as const,
    ...(kept && kept !== present ? [[text.kept, kept] as const] : []),
  ];
  return [
    `# ${text.title}`,
    ...records.map(([name, { setup }]) => `# ${text.setup(name, JSON.stringify(setup))}`),
    [text.run, text.from, text.to, text.error, text.least, text.most, text.norm, text.clippedNorm].join(','),
    ...records.flatMap(([name, record]) => rowsOf(record).map((row) => [name, ...row].join(','))),
    '',
  ].join('\n');
}

/** First and last update of each entry, its error (mean, least, greatest), its norms before and after clipping. */
export const rowsOf = ({ curve }: Training): readonly (readonly number[])[] => {
  const { updates, span, error, least, most, norm, clippedNorm } = curve;
  return Array.from(error, (_, i) => [
    ...[span * i + 1, Math.min(updates, span * (i + 1))],
    ...[error[i], least[i], most[i], norm[i], clippedNorm[i]],
  ]);
};
