/**
 * The present network as a Python script for PyTorch, which computes everything again with its own automatic
 * differentiation: nothing of the engine's derivatives is in it.
 */
import type { Values } from '../../engine/types';
import { script as text } from '../../messages/script';
import { errorSteps, type Setup, valuesOf } from '../setup';
import { error, network } from './network';
import { pythonMatrix, pythonVector } from './numbers';
import { backward, forward, watching } from './passes';
import { report } from './report';
import { clipping, update } from './update';

/**
 * A script that prints, line by line and in full precision, states (`S1`), outputs (`Y1`), errors (`E1`, `E`), what
 * reaches each state (`dE/dS1`) and each weight (`dE/dWs`), both also `clipped …` where the setup clips them, and the
 * weights after one update (`next Ws`). With `--json` it prints one object of the same names. All names, in the code as in
 * what it prints, are those of the convention in force.
 *
 * @param trained weights and optimizer's state that stand in the place of the setup's, as an update left them
 */
export function pytorchScript(setup: Setup, trained: Values | null = null): string {
  const values = { ...valuesOf(setup), ...trained };
  const parts = [
    header(),
    sequence(setup, values),
    network(setup, values),
    error(setup),
    watching(setup),
    forward(setup),
    backward(setup),
    clipping(setup),
    update(setup, values),
    report(setup),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

const header = (): string => `# ${text.about}
# ${text.usage}
import json
import sys

import torch

torch.set_default_dtype(torch.float64)`;

function sequence(setup: Setup, { x, d }: Values): string {
  const { T, X, H, Y } = setup;
  const targets = errorSteps(setup).map((t) => {
    const target = Array.from(d).slice((t - 1) * Y, t * Y);
    return `    ${t}: ${pythonVector(target)},\n`;
  });
  return `T, X, H, Y = ${T}, ${X}, ${H}, ${Y}

# ${text.sequence}
x = ${pythonMatrix(x, X)}
d = {\n${targets.join('')}}`;
}
