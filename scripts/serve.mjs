/** Serves the page to the browser tests: the build that UNROLLED_DIST names, or one made here for this run. */
import { parseArgs } from 'node:util';
import { buildSite, privateFolder, serveSite } from './site.mjs';

const { values } = parseArgs({ options: { port: { type: 'string' } } });

let outDir = process.env.UNROLLED_DIST;
if (!outDir) {
  outDir = privateFolder();
  await buildSite(outDir);
}
await serveSite({ outDir, port: Number(values.port) });
