import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { contentSecurityPolicy } from './scripts/vite/csp.ts';
import { d3WithoutEffects } from './scripts/vite/d3-without-effects.ts';
import { exportFonts } from './scripts/vite/export-fonts.ts';
import { fontLicenses } from './scripts/vite/font-licenses.ts';
import { katexWoff2Only } from './scripts/vite/katex-fonts.ts';
import { katexStyles } from './scripts/vite/katex-styles.ts';
import { serviceWorker } from './scripts/vite/service-worker.ts';

export default defineConfig({
  // Relative addresses: the build works at the root of a host, below any path, and on any static server.
  base: './',
  plugins: [
    react(),
    katexWoff2Only(),
    katexStyles(),
    d3WithoutEffects(),
    exportFonts(),
    fontLicenses(),
    contentSecurityPolicy(),
    serviceWorker(),
  ],
  worker: { format: 'es' },
  build: {
    target: ['chrome111', 'edge111', 'firefox114', 'safari16.4'],
    // The whole test and the screenshots build beside `dist`, so that they may run at the same time.
    outDir: process.env.UNROLLED_DIST ?? 'dist',
    emptyOutDir: true,
    // A `data:` font or icon would break the policy, which allows only this host.
    assetsInlineLimit: 0,
    license: { fileName: 'licenses/scripts.md' },
    // The targets preload modules themselves.
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // One file before the first picture: it is smaller than its parts and asks for nothing more.
            { name: 'first', tags: ['$initial'] },
            // What several parts loaded later have in common; most of them are loaded right after the first picture.
            { name: 'shared', minShareCount: 2 },
          ],
        },
      },
    },
  },
});
