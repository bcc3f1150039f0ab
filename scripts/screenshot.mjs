/**
 * Takes pictures of the page as it is built.
 *
 *   npm run screenshot                      docs/workbench.png, 1440 × 900, light
 *   npm run screenshot -- --all DIR         1440, 1024 and 390 wide (390: the whole page), light and dark
 *     --hash '#…'     opens the page at this link (without it and without keys, the single picture is at the README's)
 *     --keys 'End'    presses these keys first, several parted by spaces
 *     --out FILE      another file for the single picture
 *     --size 1024x768 --dark                another size or theme for the single picture
 *     --no-build      takes `dist` as it is      --url URL  takes a server that is running
 */
import { mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { findBrowser, launchOptions } from './browser.mjs';
import { buildSite, freePort, privateFolder, serveSite } from './site.mjs';

const { values } = parseArgs({
  options: {
    all: { type: 'string' },
    hash: { type: 'string' },
    keys: { type: 'string', default: '' },
    out: { type: 'string', default: join(import.meta.dirname, '../docs/workbench.png') },
    size: { type: 'string', default: '1440x900' },
    dark: { type: 'boolean', default: false },
    'no-build': { type: 'boolean', default: false },
    url: { type: 'string' },
  },
});

/**
 * The moment of the README's picture: the gradient on its way back from S_4 to S_3, vanishing. It shows all rows at work,
 * which the start cannot.
 */
const moment =
  '#v1.N4IgzgpgLgrgDiAXKAKkgHAGhACSQFm0ggBMkBOABmxIEMpaBlCUi68AY1oBsIlKAdOWykAllDBJgAX2nZ6SANogARrQ4BrAO60ATmUwBmGokYgAutKA';
const hash = values.hash ?? (values.all === undefined && values.keys === '' ? moment : '');

/** @typedef {{ file: string, width: number, height: number, theme: 'light' | 'dark', fullPage: boolean }} Shot */

/** @returns {Shot[]} */
function shots() {
  const { all } = values;
  if (all === undefined) {
    const [width, height] = values.size.split('x').map(Number);
    return [
      { file: resolve(values.out), width, height, theme: values.dark ? 'dark' : 'light', fullPage: false },
    ];
  }
  const sizes = [
    [1440, 900],
    [1024, 768],
    [390, 844],
  ];
  return sizes.flatMap(([width, height]) =>
    /** @type {const} */ (['light', 'dark']).map((theme) => ({
      file: resolve(all, `${width}-${theme}.png`),
      ...{ width, height, theme, fullPage: width === 390 },
    })),
  );
}

/** @returns {Promise<{ url: string, close?: () => Promise<void> }>} */
async function site() {
  if (values.url) return { url: values.url };
  const outDir = values['no-build'] ? undefined : privateFolder();
  if (outDir) await buildSite(outDir);
  const port = await freePort();
  const server = await serveSite({ outDir, port });
  return { url: `http://127.0.0.1:${port}/`, close: () => server.close() };
}

/** @param {import('@playwright/test').Browser} browser @param {string} url @param {Shot} shot */
async function take(browser, url, { file, width, height, theme, fullPage }) {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: theme,
    // Nothing flows: the picture doesn't depend on the moment it is taken.
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
  });
  const page = await context.newPage();
  page.on('pageerror', (error) => fail(`${error.message} (${width} wide, ${theme})`));
  await page.goto(new URL(hash, url).href, { waitUntil: 'networkidle' });
  for (const key of values.keys.split(' ').filter(Boolean)) await page.keyboard.press(key);
  await page.evaluate(() => document.fonts.ready.then(() => new Promise(requestAnimationFrame)));
  await page.waitForLoadState('networkidle');
  // What a key press starts (a lazily loaded equation, a panel) has a moment to come to rest.
  await page.waitForTimeout(200);
  mkdirSync(dirname(file), { recursive: true });
  await page.screenshot({ path: file, fullPage });
  await context.close();
  console.log(file);
}

/** @param {string} message */
function fail(message) {
  console.error(`The page threw: ${message}`);
  process.exitCode = 1;
}

const [{ url, close }, options] = await Promise.all([site(), findBrowser().then(launchOptions)]);
const browser = await chromium.launch(options);
try {
  for (const shot of shots()) await take(browser, url, shot);
} finally {
  await browser.close();
  await close?.();
}
