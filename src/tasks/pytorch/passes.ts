/** The passes of the script: forward, with a watch on each state, and backward, as far as truncation lets it. */
import { script as text } from '../../messages/script';
import { nameIn } from '../../notation/convention';
import { type Setup, shapeOf } from '../setup';
import { statesOf } from './network';
import { pythonFloat } from './numbers';

export function watching({ clip, threshold }: Setup): string {
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

export function forward(setup: Setup): string {
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

export function backward(setup: Setup): string {
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
