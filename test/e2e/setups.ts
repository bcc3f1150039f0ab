import { encodeLink } from '../../src/store/link';
import { openingState } from '../../src/store/state';
import { presets } from '../../src/tasks/presets';
import type { Setup } from '../../src/tasks/setup';
import { type Case, readCases } from '../oracle/cases.ts';

const cases = readCases();

/** One of PyTorch's cases, by its name. */
export function caseOf(id: string): Case {
  const found = cases.find((one) => one.id === id);
  if (!found) throw new Error(`There is no case ${id}.`);
  return found;
}

const clips = { delta: 'step', global_norm: 'norm', value: 'value' } as const;

/** A case as a person would set it up: every number of it given by hand. */
export function setupOf(id: string): Setup {
  const { config, inputs, targets, weights } = caseOf(id);
  const { cell, g1, g2, T, input, hidden, output, bias, loss, clip, truncation, initial, optim } = config;
  const edits: Record<string, number> = {};
  const giveRows = (name: (row: number) => string, rows: unknown) =>
    (rows as readonly (number | readonly number[])[]).forEach((row, index) => {
      if (typeof row === 'number') edits[`${name(index)}`] = row;
      else
        row.forEach((value, col) => {
          edits[`${name(index)}.${col}`] = value;
        });
    });
  giveRows((step) => `x${step + 1}`, inputs);
  targets.forEach((target, step) => {
    if (target) giveRows((row) => `d${step + 1}.${row}`, target);
  });
  for (const [name, numbers] of Object.entries(initial)) giveRows((row) => `${name}.${row}`, numbers);
  for (const [name, rows] of Object.entries(weights)) giveRows((row) => `${name}.${row}`, rows);
  return {
    ...presets[0].setup,
    ...{ cell, g2, T, bias, edits },
    ...{ X: input, H: hidden, Y: output },
    g1: g1 ?? 'tanh',
    errorAt: loss.at,
    clip: clip ? clips[clip.mode] : 'off',
    threshold: clip?.threshold ?? 1,
    truncation: truncation === null ? { kind: 'full' } : { kind: 'window', k: truncation },
    learningRate: optim.lr,
  };
}

/** The address of a setup after so many operations. */
export const linkTo = (setup: Setup, playhead = 0): string =>
  `./${encodeLink({ ...openingState, setup, chartOf: setup.T, playhead })}`;

/** The numbers of a tensor one after the other, whatever its depth. */
export const flat = (nested: unknown): number[] =>
  typeof nested === 'number' ? [nested] : (nested as readonly unknown[]).flatMap(flat);
