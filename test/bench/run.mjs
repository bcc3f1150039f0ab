/**
 * `npm run bench`: how long one full gradient takes (forward, backward, all weights; squared error at every step, with
 * biases, X = Y = 2) in Unrolled, in plain loops, and in other JavaScript libraries, and how near the machine's limit that
 * is. The libraries are installed on demand, beside this file.
 *
 *   npm run bench                       everything, in under four minutes
 *   npm run bench -- --json FILE        also as { limitGflops, rows: [{ cell, name, T, H, ratio, gflops }] }
 *   npm run bench -- --only unrolled    contestants whose name, or cells whose kind, contains one of the words
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'vite';
import { everything, isOurs } from './programme.mjs';
import { comparisons, footnotes, rowOf, tables } from './table.mjs';

/** @typedef {import('./programme.mjs').Measured} Measured */

const { values: options } = parseArgs({
  options: { json: { type: 'string' }, only: { type: 'string' } },
});
const here = import.meta.dirname;
/** Ours are measured twice, at two times, and the others once: what the others are needs less care to tell. */
const laps = 2;
const msPerLap = 500;

/** Installs the peers unless they are there and as the lock file says. */
function install() {
  const installed = join(here, 'node_modules', '.package-lock.json');
  const isFresh = existsSync(installed) && statSync(installed).mtimeMs >= lockedAt();
  if (isFresh) return;
  console.log('Installing the libraries to compare with …');
  execFileSync('npm', ['ci', '--no-progress'], { cwd: here, stdio: ['ignore', 'ignore', 'inherit'] });
}

const lockedAt = () => statSync(join(here, 'package-lock.json')).mtimeMs;

/** Bundles the measurement as the app is bundled. @returns {Promise<string>} the program */
async function bundle() {
  const outDir = mkdtempSync(join(tmpdir(), 'unrolled-bench-'));
  process.on('exit', () => rmSync(outDir, { recursive: true, force: true }));
  await build({
    configFile: false,
    logLevel: 'warn',
    build: { ssr: join(here, 'measure.ts'), outDir, target: 'node20', emptyOutDir: true },
  });
  return join(outDir, 'measure.js');
}

/** Runs one measurement in a process of its own. @param {string} program @param {unknown} task */
function measure(program, task) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, JSON.stringify(task)], {
    encoding: 'utf8',
  });
  if (status === 0) return JSON.parse(stdout);
  console.error(`${JSON.stringify(task)} failed:\n${stderr}`);
  process.exit(1);
}

const load = () =>
  loadavg()
    .map((value) => value.toFixed(2))
    .join(' ');

const words = options.only?.split(',') ?? [''];
const tasks = everything().filter(({ cell, name }) =>
  words.some((word) => name.includes(word) || cell === word),
);
if (tasks.some(({ name }) => !isOurs(name))) install();
const program = await bundle();
const began = performance.now();
const loadBefore = load();

/** @type {{ gflops: number, loop: string }[]} */
const limits = [];
/** @type {Measured[][]} */
const measured = tasks.map(() => []);
for (let lap = 0; lap < laps; lap++) {
  for (const [k, task] of tasks.entries()) {
    if (lap > 0 && !isOurs(task.name)) continue;
    // The limit is looked for all along, since a machine that others share is not always equally fast.
    if (k % 10 === 0) limits.push(measure(program, { limit: 25 }));
    if (process.stderr.isTTY) {
      process.stderr.write(
        `\r\x1b[K${lap * tasks.length + k}/${laps * tasks.length} ${task.cell} ${task.name}`,
      );
    }
    measured[k].push(measure(program, { ...task, peers: join(here, 'peers'), ms: msPerLap }));
  }
}
if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');

const rows = tasks.map((task, k) => rowOf(task, measured[k]));
const limit = limits.reduce((best, next) => (next.gflops > best.gflops ? next : best));
/** The plain loop's own rows: printed, not written to the file, where it is the unit of `ratio`. */
const plain = tasks.map((task, k) => ({
  ...rowOf(
    { ...task, name: 'plain loop' },
    measured[k].map((lap) => ({ ...lap, rounds: lap.rounds.map(([time]) => [time, time]) })),
  ),
}));
const bestPlain = plain.toSorted((a, b) => b.gflops - a.gflops);
const worst = Math.max(...measured.flat().map(({ difference }) => difference));
const rounds = measured.map((all) => all.reduce((sum, lap) => sum + lap.rounds.length, 0));

console.log(`One gradient: time over the plain loop's (median of ${Math.min(...rounds)} to ${Math.max(...rounds)} rounds), GFLOP/s (best round); sizes are (T, H)

${tables([...bestPlain, ...rows])}

${comparisons(rows, limit.gflops)}

The machine's limit: ${limit.gflops.toFixed(2)} GFLOP/s (${limit.loop}).
All gradients are the plain loop's, at most ${worst.toExponential(1)} of the largest entry away (double precision: 1e-11, single: 1e-4).
${footnotes(rows)}
${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}, ${cpus()[0].model.trim()}, ${cpus().length} cores, ${((performance.now() - began) / 1000).toFixed(0)} s; load (1, 5, 15 min) before ${loadBefore}, after ${load()}`);

if (options.json) {
  writeFileSync(options.json, `${JSON.stringify({ limitGflops: limit.gflops, rows }, null, 2)}\n`);
}
