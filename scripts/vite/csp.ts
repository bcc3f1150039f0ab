import type { Plugin } from 'vite';

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  // A picture that is taken away is shown beforehand, and becomes a PNG by being drawn on a canvas: both need an image made
  // of an SVG in memory, which has a `blob:` address. Only the page itself can make one, so no other host comes in by it.
  "img-src 'self' blob:",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/**
 * Puts the Content-Security-Policy first in the built page's head, so that it rules everything after it. Only in
 * the build: the dev server's hot reload needs inline scripts.
 */
export function contentSecurityPolicy(): Plugin {
  return {
    name: 'unrolled:csp',
    apply: 'build',
    transformIndexHtml: {
      // After every other plugin: what they prepend must come after the policy, not before.
      order: 'post',
      handler: () => [
        {
          tag: 'meta',
          attrs: { 'http-equiv': 'Content-Security-Policy', content: policy },
          injectTo: 'head-prepend',
        },
      ],
    },
  };
}
