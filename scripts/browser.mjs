/**
 * Finds a Chromium for the tests and the screenshots, so that neither needs one to be installed. Every candidate is
 * launched before it is taken: a binary that is there but lacks a library must not win over one that works.
 */
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir, userInfo } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { chromium } from '@playwright/test';

const run = promisify(execFile);
const require = createRequire(import.meta.url);

/**
 * @typedef {object} Browser
 * @property {string} name which candidate it is, for the log
 * @property {string} executablePath
 * @property {Record<string, string>} env what it needs in its environment besides the process's own
 */

/** No sandbox (tests run as root in containers), no GPU, and no traffic of the browser's own. */
export const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * @param {Browser} browser
 * @returns {import('@playwright/test').LaunchOptions}
 */
export const launchOptions = ({ executablePath, env }) => ({
  executablePath,
  args: flags,
  env: { ...definedEnv(), ...env },
});

/** @returns {Record<string, string>} */
const definedEnv = () =>
  Object.fromEntries(Object.entries(process.env).flatMap(([k, v]) => (v === undefined ? [] : [[k, v]])));

/** @param {Browser} browser */
async function works(browser) {
  if (!existsSync(browser.executablePath)) return false;
  try {
    const instance = await chromium.launch({ ...launchOptions(browser), timeout: 30_000 });
    try {
      const page = await instance.newPage();
      return (await page.evaluate(() => 6 * 7)) === 42;
    } finally {
      await instance.close();
    }
  } catch {
    return false;
  }
}

/** @param {string[]} names */
function onPath(names) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const apps = [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  ];
  return [...names.flatMap((name) => folders.map((folder) => join(folder, name))), ...apps].filter(
    existsSync,
  );
}

/** Where Playwright keeps its own browser; it need not be there. */
function playwrightsOwn() {
  try {
    return chromium.executablePath();
  } catch {
    return '';
  }
}

/**
 * Unpacks the Chromium that a package carries (Linux, x64) into the temp folder, once for each version. It is
 * unpacked aside and renamed, so that of several processes at the same time each finds all of it or nothing.
 * @returns {Promise<Browser | undefined>}
 */
async function packaged() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const entry = require.resolve('@sparticuz/chromium');
  const { version } = JSON.parse(readFileSync(packageFileAbove(entry), 'utf8'));
  const folder = join(tmpdir(), `unrolled-chromium-${version}-${userInfo().uid}`);
  if (!existsSync(join(folder, 'chromium'))) {
    const aside = mkdtempSync(join(tmpdir(), 'unrolled-unpack-'));
    // In a process of its own: the package reads TMPDIR and this variable, which says which libraries to unpack.
    const unpack = `import chromium from '@sparticuz/chromium'; await chromium.executablePath();`;
    await run(process.execPath, ['--input-type=module', '--eval', unpack], {
      cwd: dirname(fileURLToPath(import.meta.url)),
      env: { ...process.env, TMPDIR: aside, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' },
    });
    writeFileSync(join(aside, 'fonts.conf'), fontsConfig(folder));
    try {
      renameSync(aside, folder);
    } catch (error) {
      rmSync(aside, { recursive: true, force: true });
      // Another process was faster. If not, what is there is a leftover: the next run can do without it.
      if (!existsSync(join(folder, 'chromium'))) {
        rmSync(folder, { recursive: true, force: true });
        throw error;
      }
    }
  }
  const libraries = [join(folder, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  return {
    name: `@sparticuz/chromium ${version}`,
    executablePath: join(folder, 'chromium'),
    env: { LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: join(folder, 'fonts.conf') },
  };
}

/** @param {string} file */
function packageFileAbove(file) {
  let folder = dirname(file);
  while (!existsSync(join(folder, 'bin', 'chromium.br'))) folder = dirname(folder);
  return join(folder, 'package.json');
}

/**
 * The system's fonts where there are some, and one that the package brings for where there are none.
 * @param {string} folder
 */
const fontsConfig = (folder) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <dir>${folder}/fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`;

/** @param {string} file @param {string[]} args */
async function installed(file, args) {
  try {
    await run(file, args, { timeout: 300_000, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
    return true;
  } catch {
    return false;
  }
}

const names = [
  'google-chrome',
  'google-chrome-stable',
  'chromium',
  'chromium-browser',
  'chrome',
  'chrome.exe',
];

/** @param {string} name @param {string[]} paths @returns {Browser[]} */
const plain = (name, paths) =>
  paths
    .filter(Boolean)
    .map((executablePath) => ({ name: `${name} (${executablePath})`, executablePath, env: {} }));

/** The candidates in order; the later ones cost a download, so each is made only when those before it failed. */
const candidates = [
  () => plain('CHROMIUM_PATH', [process.env.CHROMIUM_PATH ?? '']),
  () => plain("Playwright's own", [playwrightsOwn()]),
  () => plain('installed', onPath(names)),
  async () => [await packaged()].filter((browser) => browser !== undefined),
  async () => {
    const cli = join(dirname(require.resolve('@playwright/test/package.json')), 'cli.js');
    await installed(process.execPath, [cli, 'install', 'chromium']);
    return plain("Playwright's own, just installed", [playwrightsOwn()]);
  },
  async () => {
    if (process.getuid?.() !== 0) return [];
    await installed('apt-get', ['update']);
    await installed('apt-get', ['install', '-y', '--no-install-recommends', 'chromium']);
    return plain('installed by apt', onPath(names));
  },
];

/**
 * The first Chromium that starts.
 * @returns {Promise<Browser>}
 */
export async function findBrowser() {
  // A parent process that has already found one hands it on, so that workers don't look again.
  const known = process.env.UNROLLED_BROWSER;
  if (known) return JSON.parse(known);
  for (const candidate of candidates) {
    // A candidate that cannot even be made ready is passed over like one that doesn't start.
    const browsers = await Promise.resolve(candidate()).catch(() => []);
    for (const browser of browsers) {
      if (!(await works(browser))) continue;
      process.env.UNROLLED_BROWSER = JSON.stringify(browser);
      return browser;
    }
  }
  throw new Error(
    'No Chromium that starts was found. Install one, or name it: CHROMIUM_PATH=/path/to/chromium',
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { name, executablePath } = await findBrowser();
  console.log(`${name}\n${executablePath}`);
}
