/** `npm run bench`: bundles the measurement as the app is bundled and runs it in a process of its own. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const here = fileURLToPath(new URL('.', import.meta.url));
const outDir = mkdtempSync(join(tmpdir(), 'unrolled-bench-'));
try {
  await build({
    configFile: false,
    logLevel: 'warn',
    build: { ssr: join(here, 'gradient.ts'), outDir, target: 'node20', emptyOutDir: true },
  });
  const { status } = spawnSync(process.execPath, [join(outDir, 'gradient.js'), ...process.argv.slice(2)], {
    stdio: 'inherit',
  });
  process.exitCode = status ?? 1;
} finally {
  rmSync(outDir, { recursive: true, force: true });
}
