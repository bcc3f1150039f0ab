import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import type { Plugin } from 'vite';
import { workerSource } from './worker-source.ts';

/** Every file below a folder, as a path with forward slashes relative to it. */
function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

/**
 * Writes `sw.js` beside the built page. Its cache is named by a hash over the names and the contents of everything
 * that was built, so a new deployment is a new cache and an unchanged one is left alone.
 */
export function serviceWorker(): Plugin {
  let folder = '';
  return {
    name: 'unrolled:service-worker',
    apply: 'build',
    configResolved(config) {
      folder = resolve(config.root, config.build.outDir);
    },
    // Once everything is on the disk, `public/` included: only then is the list complete.
    closeBundle: {
      order: 'post',
      sequential: true,
      handler() {
        const files = filesBelow(folder).filter((file) => file !== 'sw.js' && !file.startsWith('licenses/'));
        const hash = createHash('sha256');
        for (const file of files) hash.update(file).update(readFileSync(join(folder, file)));
        // The page goes by its folder's address: some hosts redirect from `index.html`, and a redirected answer must
        // not be given to a navigation.
        const addresses = files.map((file) => (file === 'index.html' ? './' : file));
        writeFileSync(join(folder, 'sw.js'), workerSource(hash.digest('hex').slice(0, 16), addresses));
      },
    },
  };
}
