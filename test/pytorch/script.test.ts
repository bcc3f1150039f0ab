/**
 * The script for PyTorch against the engine, number by number: relative error of each tensor at most 1e-10. Runs where a
 * Python with torch is found (Debian: `apt-get install python3-torch`; the variable PYTHON names another one).
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type CellId, compile, execute, numbersIn, stateAfter, type Trace, via } from '../../src/engine';
import { presets } from '../../src/tasks/presets';
import { pytorchScript } from '../../src/tasks/pytorch/script';
import { type Setup, shapeOf, valuesOf } from '../../src/tasks/setup';
import { findTorch, runPython, runScripts } from './python';
import { allSetups, nameOf } from './setups';

const torch = findTorch();
if (!torch) {
  console.warn(
    'PyTorch: SKIPPED. No python3 with torch was found (Debian: apt-get install python3-torch), so the script for ' +
      'PyTorch was not run and nothing was compared with it.',
  );
}
const python = torch?.python ?? '';

type Trained = ReturnType<typeof stateAfter> | null;

const traceOf = (setup: Setup, trained: Trained): Trace =>
  execute(compile(shapeOf(setup)), { ...valuesOf(setup), ...trained });

/** The cell that a line of the script is about. */
function cellOf(name: string, trace: Trace): CellId {
  if (name === 'E') return trace.plan.error;
  if (name === 'norm of all dE/dW') return 'norm:d';
  const [, C, next] = /^dE\/d(C\d+) from (C\d+)$/.exec(name) ?? [];
  if (C) return via(C, next);
  return name.replace('clipped dE/d', 'clip:').replace('dE/d', 'd:').replace('next ', 'next:');
}

/** What C_t receives from C_{t+1}: with a horizon in a part for each error. */
function sumOfParts(trace: Trace, id: CellId): Float64Array | undefined {
  const parts = [...trace.plan.cells.keys()].filter((part) => part === id || part.startsWith(`${id}~`));
  return parts
    .map((part) => numbersIn(trace, part) as Float64Array)
    .reduce<Float64Array | undefined>((sum, part) => sum?.map((v, i) => v + part[i]) ?? part, undefined);
}

/** Cells that the script must print: states, outputs, errors, what reaches states and weights, clipped or not, updates. */
const wanted = /^([SC]\d+|(d:|clip:)S\d+|d:C0|d:C\d+\/C\d+|[YE]\d+|E|(d:|clip:|next:)(W|b)[xsy]|norm:d)$/;

/** Whether clipping changed anything. */
const isClipped = (printed: Readonly<Record<string, unknown>>): boolean =>
  Object.entries(printed).some(
    ([name, value]) =>
      name.startsWith('clipped ') && JSON.stringify(value) !== JSON.stringify(printed[name.slice(8)]),
  );

let worst = 0;

function compare(printed: Readonly<Record<string, unknown>>, trace: Trace): void {
  const found = new Set<CellId>();
  for (const [name, value] of Object.entries(printed)) {
    const id = cellOf(name, trace);
    const expected = [value].flat(2) as number[];
    const got = id.includes('/') ? sumOfParts(trace, id) : numbersIn(trace, id);
    found.add(id);
    const largest = Math.max(...expected.map(Math.abs));
    // What no operation makes, PyTorch may have as zeros.
    if (!got) expect(largest, `${name} is not in the engine`).toBe(0);
    if (!got || largest === 0) continue;
    const error = Math.max(...expected.map((number, i) => Math.abs(number - got[i]))) / largest;
    expect(got.length, name).toBe(expected.length);
    expect(error, name).toBeLessThanOrEqual(1e-10);
    worst = Math.max(worst, error);
  }
  const missing = [...trace.plan.cells.keys()].filter((id) => wanted.test(id) && !/^[SC]0$/.test(id));
  expect(missing.filter((id) => !found.has(id))).toEqual([]);
}

describe.skipIf(!torch)('the script for PyTorch prints the engine’s numbers', () => {
  const setups = allSetups();

  test.each([
    ['from the set-up’s weights', () => null],
    ['with the optimizer under way', (setup: Setup) => stateAfter(traceOf(setup, null))],
  ] as const)(
    'for each cell, clip, truncation, loss and optimizer, %s',
    (_, trainedOf) => {
      const cases = setups.map((setup) => ({ setup, trained: trainedOf(setup) }));
      const printed = runScripts(
        python,
        cases.map(({ setup, trained }) => pytorchScript(setup, trained)),
      );
      cases.forEach(({ setup, trained }, k) => {
        try {
          compare(printed[k], traceOf(setup, trained));
        } catch (error) {
          throw new Error(`${nameOf(setup)}: ${(error as Error).message}`);
        }
      });
      const clipping = printed.filter((one) => one['clipped dE/dWs'] ?? one['clipped dE/dS2']);
      expect(clipping.filter(isClipped).length).toBeGreaterThan(0.5 * clipping.length);
      console.log(
        `PyTorch ${torch?.version}: ${cases.length} networks compared, worst relative error ${worst.toExponential(1)}`,
      );
    },
    120_000,
  );

  test('for every preset, and for a sequence and a layer as long as they get', () => {
    const most: Partial<Setup> = { T: 60, H: 16, X: 4, Y: 4, bias: true, errorAt: 'every' };
    const large = (['rnn', 'lstm', 'gru'] as const).map((cell) => ({ ...presets[1].setup, ...most, cell }));
    const all = [...presets.map(({ setup }) => setup), ...large];
    const printed = runScripts(
      python,
      all.map((setup) => pytorchScript(setup)),
    );
    all.forEach((setup, k) => {
      compare(printed[k], traceOf(setup, null));
    });
  }, 120_000);

  test('saved as a file and run as it is, it prints one labelled quantity a line, to the last digit', () => {
    const folder = mkdtempSync(join(tmpdir(), 'unrolled-'));
    const file = join(folder, 'unrolled.py');
    writeFileSync(file, pytorchScript(presets[0].setup));
    const lines = runPython(python, [file]).trim().split('\n');
    rmSync(folder, { recursive: true });
    expect(lines[0]).toMatch(/^S1 = \[0\.46211715726\d+]$/);
    expect(lines.map((line) => line.split(' = ')[0])).toEqual([
      ...['S1', 'Y1', 'S2', 'Y2', 'S3', 'Y3', 'E3', 'E'],
      ...[
        'dE/dS3',
        'dE/dS2',
        'dE/dS1',
        'dE/dS0',
        'dE/dWx',
        'dE/dWs',
        'dE/dWy',
        'next Wx',
        'next Ws',
        'next Wy',
      ],
    ]);
  });
});
