/**
 * `npm test`: every check, one after the other, all of them even when one fails, so that one run tells everything.
 * The last line is `N passed, N failed`: the tests of vitest and Playwright, and each other step as one.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { privateFolder } from './site.mjs';

const root = join(import.meta.dirname, '..');
const scratch = privateFolder();
const unitJson = join(scratch, 'unit.json');
const e2eJson = join(scratch, 'e2e.json');
const dist = join(scratch, 'dist');
const env = { ...process.env, UNROLLED_DIST: dist, UNROLLED_E2E_JSON: e2eJson };

/** @typedef {{ passed: number, failed: number }} Count */

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {string[]} command a tool of the project's and its arguments
 * @property {() => Count} [count] reads how many tests it ran; a step without one counts as one
 * @property {string} [needs] a file without which the step cannot mean anything
 */

/** @param {string} file */
const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));

/** @returns {Count} */
function countUnit() {
  const { numPassedTests, numFailedTests, testResults } = readJson(unitJson);
  // A file that cannot be loaded has no tests to fail; it counts as one.
  const unloaded = testResults.filter(
    (/** @type {{ status: string, assertionResults: unknown[] }} */ file) =>
      file.status === 'failed' && file.assertionResults.length === 0,
  );
  return { passed: numPassedTests, failed: numFailedTests + unloaded.length };
}

/** @returns {Count} */
function countE2e() {
  const { stats, errors } = readJson(e2eJson);
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length };
}

// Biome colours a log file letter by letter unless it is told not to.
const plain = process.stdout.isTTY ? [] : ['--colors=off'];
const unitReport = ['--reporter=default', '--reporter=json', `--outputFile.json=${unitJson}`];

/** @type {Step[]} */
const steps = [
  { name: 'Format and lint', command: ['biome', 'ci', ...plain, '.'] },
  { name: 'Types', command: ['tsc', '--noEmit'] },
  { name: 'Unused code', command: ['knip'] },
  {
    name: 'Unit, property, oracle and component tests',
    command: ['vitest', 'run', ...unitReport],
    count: countUnit,
  },
  { name: 'Build', command: ['vite', 'build'] },
  { name: 'Size', command: ['size-limit'], needs: join(dist, 'index.html') },
  {
    name: 'Browser tests',
    command: ['playwright', 'test'],
    count: countE2e,
    needs: join(dist, 'index.html'),
  },
];

/** @param {string[]} command @returns {Promise<boolean>} whether it ended well */
const run = ([tool, ...args]) =>
  new Promise((resolve) => {
    const child = spawn(join(root, 'node_modules', '.bin', tool), args, {
      ...{ cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] },
    });
    child.once('error', (error) => {
      console.error(error.message);
      resolve(false);
    });
    child.once('close', (code) => resolve(code === 0));
  });

/** @param {Step} step @returns {Promise<Count>} */
async function take({ command, count, needs }) {
  if (needs && !existsSync(needs)) {
    console.log('Not run: there is no build.');
    return { passed: 0, failed: 1 };
  }
  const isGood = await run(command);
  if (!count) return { passed: Number(isGood), failed: Number(!isGood) };
  try {
    const { passed, failed } = count();
    // A tool that ended badly without a failed test (a crash, no tests at all) has failed all the same.
    return { passed, failed: isGood ? failed : Math.max(failed, 1) };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

const total = { passed: 0, failed: 0 };
const lines = [];
for (const step of steps) {
  console.log(`\n── ${step.name}`);
  const start = performance.now();
  const { passed, failed } = await take(step);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const line = `${failed ? '✘' : '✓'} ${step.name}: ${passed} passed, ${failed} failed (${seconds} s)`;
  console.log(line);
  lines.push(line);
  total.passed += passed;
  total.failed += failed;
}

console.log(`\n${lines.join('\n')}\n\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed ? 1 : 0;
