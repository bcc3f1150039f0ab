import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { findBrowser, launchOptions } from './scripts/browser.mjs';
import { freePort } from './scripts/site.mjs';

// Each worker reads this file again. What must be the same for all is found once and handed on in the environment.
process.env.UNROLLED_PORT ??= String(await freePort());
const port = process.env.UNROLLED_PORT;
const url = `http://127.0.0.1:${port}/`;

const isFirst = process.env.UNROLLED_BROWSER === undefined;
const browser = await findBrowser();
if (isFirst) console.log(`Browser: ${browser.name}`);

export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.spec.ts',
  fullyParallel: true,
  workers: 2,
  // A test that passes the second time has found something; a retry would hide it.
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 30_000,
  // One folder for each run: runs at the same time in one tree must not clear each other's.
  outputDir: join('test-results', port),
  preserveOutput: 'failures-only',
  reporter: [
    ['list'],
    ['json', { outputFile: process.env.UNROLLED_E2E_JSON ?? join('test-results', port, 'results.json') }],
  ],
  use: {
    baseURL: url,
    actionTimeout: 5000,
    launchOptions: launchOptions(browser),
    viewport: { width: 1440, height: 900 },
    // Without the offline cache every test sees the build alone; a test of the cache allows it.
    serviceWorkers: 'block',
    // A trace takes a picture of the document at every key and click: half of the time of these tests.
    trace: process.env.UNROLLED_TRACE ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
  },
  webServer: {
    command: `node scripts/serve.mjs --port ${port}`,
    url,
    reuseExistingServer: false,
    timeout: 120_000,
    // The server removes what it has built when it is asked to stop.
    gracefulShutdown: { signal: 'SIGTERM', timeout: 2000 },
    stdout: 'ignore',
    stderr: 'pipe',
  },
});
