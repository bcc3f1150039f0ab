import { setup } from '../../messages/setup';

/** Either the steps that a text names, ascending, each once, or a sentence why it cannot be taken. */
export type StepsReading = { readonly steps: readonly number[] } | { readonly problem: string };

/** Reads a list of time steps of 1 … T as people write it: `2, 5, 8` or `2 5 8`, spans as `8–12`. */
export const readSteps = (text: string, T: number): StepsReading => {
  const found = new Set<number>();
  const names = text
    .replace(/\s*[-−–]\s*/g, '–')
    .split(/[\s,;]+/)
    .filter((name) => name !== '');
  for (const name of names) {
    const span = /^(\d+)(?:–(\d+))?$/.exec(name);
    if (!span) return { problem: setup.notASteps(name) };
    const [first, last] = [Number(span[1]), Number(span[2] ?? span[1])];
    const outside = [first, last].find((t) => t < 1 || t > T);
    if (outside !== undefined) return { problem: setup.outsideSteps(String(outside), T) };
    for (let t = Math.min(first, last); t <= Math.max(first, last); t++) found.add(t);
  }
  if (found.size === 0) return { problem: setup.oneErrorAtLeast };
  return { steps: [...found].sort((a, b) => a - b) };
};

/** The shortest text that names them: `2, 5, 8–12`. */
export const writeSteps = (steps: readonly number[]): string => {
  const spans: [number, number][] = [];
  for (const t of steps) {
    const open = spans.at(-1);
    if (open && open[1] === t - 1) open[1] = t;
    else spans.push([t, t]);
  }
  return spans
    .map(([first, last]) => (first === last ? `${first}` : `${first}${last - first > 1 ? '–' : ', '}${last}`))
    .join(', ');
};
