import { defineConfig, mergeConfig } from 'vitest/config';
import viteConfig from './vite.config.ts';

export default mergeConfig(
  viteConfig,
  defineConfig({
    test: {
      // A test that hangs is found all the same; one on a busy machine is left its time.
      testTimeout: 20_000,
      projects: [
        {
          // Everything without a document: the engine must run where there is no DOM.
          extends: true,
          test: { name: 'node', environment: 'node', include: ['{src,test}/**/*.test.ts'] },
        },
        {
          extends: true,
          test: {
            name: 'dom',
            environment: 'jsdom',
            include: ['{src,test}/**/*.test.tsx'],
            setupFiles: ['./test/setup-dom.ts'],
          },
        },
      ],
    },
  }),
);
