/** What the script makes of the gradients: clipped as a whole, and one step of the optimizer. */
import type { Values } from '../../engine/types';
import { script as text } from '../../messages/script';
import { nameIn } from '../../notation/convention';
import { type Setup, weightSizes } from '../setup';
import { pythonFloat, pythonMatrix, pythonVector } from './numbers';

export function clipping({ clip, threshold }: Setup): string {
  const before = 'gradients = {name: weight.grad.clone() for name, weight in weights.items()}';
  const after = 'clipped = {name: weight.grad.clone() for name, weight in weights.items()}';
  const theta = pythonFloat(threshold);
  if (clip === 'norm') {
    return `${before}\n\n# ${text.clipNorm}
norm = torch.nn.utils.clip_grad_norm_(list(weights.values()), ${theta})\n${after}`;
  }
  if (clip === 'value') {
    return `${before}\n\n# ${text.clipValue}
torch.nn.utils.clip_grad_value_(list(weights.values()), ${theta})\n${after}`;
  }
  return before;
}

export function update(setup: Setup, values: Values): string {
  const { optimizer, learningRate } = setup;
  const eta = pythonFloat(learningRate);
  const made = {
    sgd: `SGD(list(weights.values()), lr=${eta})`,
    momentum: `SGD(list(weights.values()), lr=${eta}, momentum=0.9)`,
    adam: `Adam(list(weights.values()), lr=${eta}, betas=(0.9, 0.999), eps=1e-8)`,
  }[optimizer];
  return `# ${text.update}
optimizer = torch.optim.${made}
${memory(setup, values)}optimizer.step()`;
}

/** The optimizer's state, as torch keeps it; nothing before the first update. */
function memory(setup: Setup, values: Values): string {
  const { optimizer } = setup;
  const shaped = (lane: string, name: string, cols: number) =>
    name.startsWith('b') ? pythonVector(values[lane]) : pythonMatrix(values[lane], cols);
  const kept = [...weightSizes(setup)].flatMap(([name, [, cols]]) => {
    const [mean, square] = [`m:${name}`, `v:${name}`];
    if (!values[square]) return [];
    const state =
      optimizer === 'adam'
        ? `"step": torch.tensor(${pythonFloat(values.updates[0])}), "exp_avg": ${shaped(mean, name, cols)}, ` +
          `"exp_avg_sq": ${shaped(square, name, cols)}`
        : `"momentum_buffer": ${shaped(square, name, cols)}`;
    return [`optimizer.state[weights["${nameIn(name)}"]] = {${state}}\n`];
  });
  return optimizer === 'sgd' || kept.length === 0 ? '' : `# ${text.memory}\n${kept.join('')}`;
}
