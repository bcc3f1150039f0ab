/** The network as the script writes it down: initial states, weights, a step of the cell, what is read out, the error. */
import type { Values } from '../../engine/types';
import { script as text } from '../../messages/script';
import { nameIn } from '../../notation/convention';
import { type Setup, weightSizes } from '../setup';
import { pythonMatrix, pythonVector } from './numbers';

/** The carried states, by the names of the program. */
export const lanesOf = ({ cell }: Setup): readonly string[] => (cell === 'lstm' ? ['S', 'C'] : ['S']);

/** The same by the names of the convention, as everything in the script. */
export const statesOf = (setup: Setup): readonly string[] => lanesOf(setup).map(nameIn);

const functions = {
  tanh: 'torch.tanh(_)',
  sigmoid: 'torch.sigmoid(_)',
  relu: 'torch.relu(_)',
  identity: '_',
  softmax: 'torch.softmax(_, 0)',
} as const;

const applied = (activation: keyof typeof functions, to: string): string =>
  functions[activation].replace('_', to);

/** The initial states, the weights, one step of the cell and what is read out of it. */
export function network(setup: Setup, values: Values): string {
  const initial = lanesOf(setup).map(
    (lane) => `${nameIn(lane)}0 = ${pythonVector(values[`${lane}0`])}.requires_grad_()`,
  );
  const weights = [...weightSizes(setup)].map(([name, [, cols]]) => {
    const isBias = name.startsWith('b');
    const isOwn = setup.cell === 'rnn' || name.endsWith('y');
    const numbers = isBias ? pythonVector(values[name]) : pythonMatrix(values[name], cols);
    return `${nameIn(name)} = ${numbers}${isOwn ? '.requires_grad_()' : ''}`;
  });
  return `${initial.join('\n')}

# ${text.weights}
${weights.join('\n')}
${setup.cell === 'rnn' ? ownCell(setup) : torchCell(setup)}


def read_out(${nameIn('S')}):
    o = ${nameIn('Wy')} @ ${nameIn('S')}${setup.bias ? ` + ${nameIn('by')}` : ''}
    return o, ${applied(setup.g2, 'o')}`;
}

const listed = (setup: Setup, nameOf: (name: string) => string): string =>
  [...weightSizes(setup).keys()].map((name) => `"${nameIn(name)}": ${nameOf(name)}`).join(', ');

const ownCell = (setup: Setup): string => `weights = {${listed(setup, nameIn)}}


# ${text.advance}
def advance(x_t, ${nameIn('S')}):
    a = ${nameIn('Wx')} @ x_t + ${nameIn('Ws')} @ ${nameIn('S')}${setup.bias ? ` + ${nameIn('bs')}` : ''}
    return (${applied(setup.g1, 'a')},)`;

/** nn.LSTM or nn.GRU, one step at a time, with the network's weights. */
function torchCell(setup: Setup): string {
  const { cell, bias } = setup;
  const isGru = cell === 'gru';
  const own: Readonly<Record<string, string>> = {
    Wx: 'cell.weight_ih_l0',
    Ws: 'cell.weight_hh_l0',
    ...(isGru ? { bx: 'cell.bias_ih_l0', bs: 'cell.bias_hh_l0' } : { bs: 'cell.bias_ih_l0' }),
  };
  const copies = [...weightSizes(setup).keys()]
    .filter((name) => name in own)
    .map((name) => `    ${own[name]}.copy_(${nameIn(name)})`);
  const spare = isGru || !bias ? '' : '\n    cell.bias_hh_l0.zero_()\ncell.bias_hh_l0.requires_grad_(False)';
  const lanes = statesOf(setup);
  const before = lanes.map((lane) => `${lane}.view(1, 1, H)`).join(', ');
  const call = isGru
    ? `    _, ${lanes[0]} = cell(x_t.view(1, 1, X), ${before})`
    : `    _, (${lanes.join(', ')}) = cell(x_t.view(1, 1, X), (${before}))`;
  return `
# ${isGru ? text.gru : text.lstm}
cell = torch.nn.${cell.toUpperCase()}(X, H, bias=${bias ? 'True' : 'False'})
with torch.no_grad():
${copies.join('\n')}${spare}
weights = {${listed(setup, (name) => own[name] ?? nameIn(name))}}


# ${text.advance}
def advance(x_t, ${lanes.join(', ')}):
${call}
    return ${isGru ? `(${lanes[0]}.view(H),)` : lanes.map((lane) => `${lane}.view(H)`).join(', ')}`;
}

export function error({ g2, loss }: Setup): string {
  const output = `${nameIn('Y')}_t`;
  const squared = `((d_t - ${output}) ** 2).sum()`;
  const chosen = g2 === 'softmax' ? '-(d_t * torch.log_softmax(o, 0)).sum()' : squared;
  return `
# ${text.error}
def error(d_t, o, ${output}):
    return ${loss === 'half' && g2 !== 'softmax' ? '0.5 * ' : ''}${chosen}`;
}
