/**
 * The present network as a Python script for PyTorch, which computes everything again with its own automatic
 * differentiation: nothing of the engine's derivatives is in it.
 */
import type { Values } from '../engine/types';
import { script as text } from '../messages/script';
import { nameIn } from '../notation/convention';
import { pythonFloat, pythonMatrix, pythonVector } from './python';
import { errorSteps, type Setup, shapeOf, valuesOf, weightSizes } from './setup';

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

/** The carried states, by the names of the program. */
const lanesOf = ({ cell }: Setup): readonly string[] => (cell === 'lstm' ? ['S', 'C'] : ['S']);

/** The same by the names of the convention, as everything in the script. */
const statesOf = (setup: Setup): readonly string[] => lanesOf(setup).map(nameIn);

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
function network(setup: Setup, values: Values): string {
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

function error({ g2, loss }: Setup): string {
  const output = `${nameIn('Y')}_t`;
  const squared = `((d_t - ${output}) ** 2).sum()`;
  const chosen = g2 === 'softmax' ? '-(d_t * torch.log_softmax(o, 0)).sum()' : squared;
  return `
# ${text.error}
def error(d_t, o, ${output}):
    return ${loss === 'half' && g2 !== 'softmax' ? '0.5 * ' : ''}${chosen}`;
}

function watching({ clip, threshold }: Setup): string {
  if (clip !== 'step') {
    return `
# ${text.arrive}
reached = {}


def watch(name, state):
    def arrive(gradient):
        reached[name] = reached.get(name, 0) + gradient

    state.register_hook(arrive)`;
  }
  return `
# ${text.arriveClipped(nameIn('S'))}
theta = ${pythonFloat(threshold)}
reached, flowing = {}, {}


def watch(name, state):
    def arrive(gradient):
        reached[name] = gradient
        if not name.startswith("${nameIn('S')}"):
            return gradient
        size = gradient.norm()
        flowing[name] = theta * gradient / size if size > theta else gradient
        return flowing[name]

    state.register_hook(arrive)`;
}

function forward(setup: Setup): string {
  const { window } = shapeOf(setup);
  const border =
    window === undefined
      ? ''
      : `        # ${text.windows}
        if t > 1 and (t - 1) % k == 0:
            states = [state.detach() for state in states]
`;
  const length = window === undefined ? '' : `\nk = ${window}\n\n`;
  return `${length}
# ${text.forward}
def run(states, first, last):
    made = {}
    for t in range(first, last + 1):
${border}        states = advance(x[t - 1], *states)
        for lane, state in zip("${statesOf(setup).join('')}", states):
            watch(f"{lane}{t}", state)
            made[f"{lane}{t}"] = state
        o, made[f"${nameIn('Y')}{t}"] = read_out(states[0])
        if t in d:
            made[f"${nameIn('E')}{t}"] = error(d[t], o, made[f"${nameIn('Y')}{t}"])
    return made`;
}

function backward(setup: Setup): string {
  const { horizon } = shapeOf(setup);
  const lanes = statesOf(setup);
  const E = nameIn('E');
  const initial = `[${lanes.map((lane) => `${lane}0`).join(', ')}]`;
  const share = setup.isMean ? ' / len(d)' : '';
  const made = `made = run(${initial}, 1, T)
${E} = sum(made[f"${E}{t}"] for t in d)${share}`;
  if (horizon === undefined) return `\n# ${text.whole}\n${made}\n${E}.backward()`;
  return `
# ${text.horizon}
k = ${horizon}
${made}
made.update({${lanes.map((lane) => `"${lane}0": ${lane}0`).join(', ')}})
for t in d:
    first = max(1, t - k + 1)
    before = [made[f"{lane}{first - 1}"].detach() for lane in "${lanes.join('')}"]
    swept = run(${initial} if t < k else before, first, t)
    (swept[f"${E}{t}"]${share}).backward()`;
}

function clipping({ clip, threshold }: Setup): string {
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

function update(setup: Setup, values: Values): string {
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

function report(setup: Setup): string {
  const { cell, clip } = setup;
  const lanes = statesOf(setup);
  const [S, Y, E] = ['S', 'Y', 'E'].map(nameIn);
  const isTotalClipped = clip === 'norm' || clip === 'value';
  const lines = [
    'results = {}',
    'for t in range(1, T + 1):',
    `    for name in [${[...lanes, Y, E].map((lane) => `f"${lane}{t}"`).join(', ')}]:`,
    '        if name in made:',
    '            results[name] = made[name]',
    `results["${E}"] = ${E}`,
    'for t in range(T, 0, -1):',
    `    if f"${S}{t}" in reached:`,
    `        results[f"d${E}/d${S}{t}"] = reached[f"${S}{t}"]`,
    ...(clip === 'step'
      ? [`    if f"${S}{t}" in flowing:`, `        results[f"clipped d${E}/d${S}{t}"] = flowing[f"${S}{t}"]`]
      : []),
    // Inside nn.LSTM S_t is made of C_t, and nobody can look there: what C_t receives from S_t is not seen.
    ...(cell === 'lstm'
      ? ['    if f"C{t}" in reached:', `        results[f"d${E}/dC{t} from C{t + 1}"] = reached[f"C{t}"]`]
      : []),
    `for name, state in [${lanes.map((lane) => `("${lane}0", ${lane}0)`).join(', ')}]:`,
    '    if state.grad is not None:',
    `        results[f"d${E}/d{name}"] = state.grad`,
    'for name, gradient in gradients.items():',
    `    results[f"d${E}/d{name}"] = gradient`,
    ...(clip === 'norm' ? [`results["norm of all d${E}/dW"] = norm`] : []),
    ...(isTotalClipped
      ? ['for name, gradient in clipped.items():', `    results[f"clipped d${E}/d{name}"] = gradient`]
      : []),
    'for name, weight in weights.items():',
    '    results[f"next {name}"] = weight',
    '',
    'results = {name: value.detach().tolist() for name, value in results.items()}',
    'if "--json" in sys.argv:',
    '    print(json.dumps(results))',
    'else:',
    '    for name, value in results.items():',
    '        print(f"{name} = {value}")',
    '',
  ];
  return lines.join('\n');
}
