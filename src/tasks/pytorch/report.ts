import { nameIn } from '../../notation/convention';
import type { Setup } from '../setup';
import { statesOf } from './network';

/** The lines that print every result under its name. */
export function report(setup: Setup): string {
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
