/** Finds a Python that has torch, and lets it run scripts. */
import { spawnSync } from 'node:child_process';

const candidates = [process.env.PYTHON, 'python3', '/usr/bin/python3', 'python'];

/** The first Python that can import torch, and torch's version; undefined if there is none. */
export function findTorch(): { readonly python: string; readonly version: string } | undefined {
  for (const python of candidates) {
    if (!python) continue;
    const { status, stdout } = spawnSync(python, ['-c', 'import torch; print(torch.__version__)'], {
      encoding: 'utf8',
    });
    if (status === 0) return { python, version: stdout.trim() };
  }
  return undefined;
}

/** Each script in a world of its own, in one process, since torch takes longer to start than to compute. */
const driver = `
import contextlib, io, json, sys
sys.argv = ["unrolled.py", "--json"]
printed = []
for script in json.load(sys.stdin):
    with contextlib.redirect_stdout(io.StringIO()) as out:
        exec(compile(script, "unrolled.py", "exec"), {"__name__": "__main__"})
    printed.append(json.loads(out.getvalue()))
print(json.dumps(printed))
`;

/** What each script prints with `--json`. */
export function runScripts(python: string, scripts: readonly string[]): Readonly<Record<string, unknown>>[] {
  return JSON.parse(runPython(python, ['-c', driver], JSON.stringify(scripts)));
}

/** What Python prints; its own complaint, if it fails. */
export function runPython(python: string, options: readonly string[], input = ''): string {
  const { status, stdout, stderr } = spawnSync(python, options, {
    input,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (status !== 0) throw new Error(`Python failed: ${stderr}`);
  return stdout;
}
