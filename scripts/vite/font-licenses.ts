import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const texts = ['inter-ui/LICENSE.txt', 'katex/LICENSE'];

/** Sends the fonts' licences along with the fonts, as they ask for. Vite writes those of the scripts itself. */
export function fontLicenses(): Plugin {
  let root = '';
  return {
    name: 'unrolled:font-licenses',
    apply: 'build',
    configResolved(config) {
      root = config.root;
    },
    generateBundle() {
      const source = texts.map((file) => readFileSync(join(root, 'node_modules', file), 'utf8')).join('\n\n');
      this.emitFile({ type: 'asset', fileName: 'licenses/fonts.txt', source });
    },
  };
}
