import type { Plugin } from 'vite';

/**
 * Lets KaTeX give the inner part of a tall brace its width under the page's security policy: it sets the style of an
 * svg as an attribute, which `style-src 'self'` forbids, where it sets all others as properties, which it allows.
 */
export function katexStyles(): Plugin {
  const setting = 'node.setAttribute(attr, this.attributes[attr]);';
  return {
    name: 'unrolled:katex-styles',
    transform: {
      filter: { id: /katex\.mjs(\?|$)/ },
      handler(code) {
        if (!code.includes(setting))
          this.error('KaTeX sets attributes differently now: look at its SvgNode.');
        return {
          code: code.replaceAll(
            setting,
            `if (attr === 'style') node.style.cssText = this.attributes[attr]; else ${setting}`,
          ),
          map: null,
        };
      },
    },
  };
}
