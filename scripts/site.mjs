/** Builds the page and serves what was built. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, preview } from 'vite';

const root = join(import.meta.dirname, '..');

/**
 * A folder for one process's build, removed when the process ends. Tests and screenshots don't share `dist`: two of
 * them at the same time would delete each other's page.
 */
export function privateFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'unrolled-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM']))
    process.once(signal, () => process.exit(130));
  return folder;
}

/** @param {string} [outDir] */
export const buildSite = (outDir) =>
  build({ root, logLevel: 'warn', build: outDir ? { outDir, emptyOutDir: true } : {} });

/** A port that nothing listens on. @returns {Promise<number>} */
export const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (typeof address === 'object' && address ? resolve(address.port) : reject(address)));
    });
  });

/**
 * Serves a build, `dist` unless another folder is named.
 * @param {{ outDir?: string, port?: number, host?: string }} [options] without a port, 4173 or the next free one
 */
export const serveSite = ({ outDir, port, host = '127.0.0.1' } = {}) =>
  preview({
    root,
    build: outDir ? { outDir } : {},
    preview: { host, port: port ?? 4173, strictPort: port !== undefined },
  });
