/**
 * `npm run bench:training`: how many updates a second the page makes while it trains and draws, and how many the bare
 * engine makes in Node (T = 50, H = 16, next value of a sine, Adam, 16 sequences per update), taking turns.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { build } from 'vite';
import { findBrowser, launchOptions } from '../../scripts/browser.mjs';
import { buildSite, freePort, privateFolder, serveSite } from '../../scripts/site.mjs';

const [T, H] = [50, 16];
const rounds = 5;
const ms = 2000;

/** Bundles the bare engine's loop as the app is bundled. @returns {Promise<string>} the program */
async function bundle() {
  const outDir = mkdtempSync(join(tmpdir(), 'unrolled-bench-'));
  process.on('exit', () => rmSync(outDir, { recursive: true, force: true }));
  const ssr = join(import.meta.dirname, 'training.ts');
  await build({
    configFile: false,
    logLevel: 'warn',
    ssr: { noExternal: true },
    build: { ssr, outDir, target: 'node20', emptyOutDir: true },
  });
  return join(outDir, 'training.js');
}

/** @param {string} program */
const inNode = (program) =>
  Number(execFileSync(process.execPath, [program, String(T), String(H), String(ms)], { encoding: 'utf8' }));

/** @param {import('@playwright/test').Page} page */
async function inPage(page) {
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await page.waitForTimeout(2 * ms);
  const told = await page.locator('.training-progress b').innerText();
  await page.getByRole('button', { name: 'Stop', exact: true }).click();
  await page.getByText(/^Stopped after update/).waitFor();
  return Number(told.split(',')[1].replace(/\D/g, ''));
}

/** @param {readonly number[]} numbers */
const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

const outDir = privateFolder();
const [program] = await Promise.all([bundle(), buildSite(outDir)]);
const port = await freePort();
const [server, browser] = await Promise.all([
  serveSite({ outDir, port }),
  findBrowser().then((found) => chromium.launch(launchOptions(found))),
]);
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(`http://127.0.0.1:${port}/`);
  await page.getByRole('combobox', { name: 'Task', exact: true }).selectOption('Next value of a sine');
  for (const [name, size] of /** @type {const} */ ([
    ['Time steps T', T],
    ['Hidden units', H],
  ])) {
    const entry = page.getByRole('textbox', { name, exact: true });
    await entry.fill(String(size));
    await entry.press('Enter');
  }
  /** @type {{ page: number, node: number }[]} */
  const turns = [];
  for (let round = 0; round < rounds; round++)
    turns.push({ page: await inPage(page), node: inNode(program) });
  const [inWorker, bare] = [median(turns.map((turn) => turn.page)), median(turns.map((turn) => turn.node))];
  console.log(`Updates a second at (T, H) = (${T}, ${H}), medians of ${rounds} turns:`);
  console.log(`  in the page's worker, the score following  ${Math.round(inWorker)}`);
  console.log(`  the bare engine in Node                    ${Math.round(bare)}`);
  console.log(`  ratio                                      ${(inWorker / bare).toFixed(2)}`);
} finally {
  await browser.close();
  await server.close();
}
