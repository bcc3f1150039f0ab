import type { Plugin } from 'vite';

/** A constant made by a call: `var exponential = (function … )(source);`, `const bisect = bisector(ascending);`. */
const madeByCall = /^((?:var|let|const) [\w$]+ = )(\(function\b|[a-z][\w$]*\()/gm;

/**
 * Leaves out what is not imported of d3. `d3` passes on all of its parts, and d3-transition says of itself that loading
 * it has an effect: it extends selections. Nothing here selects, for React owns the document; but bundlers believe the
 * package, over what the build's own `treeshake` says. Within a part, what a call makes at the top counts as an
 * effect, too; d3's are factories without any, so they are marked as pure. Together some 60 kB of source.
 */
export function d3WithoutEffects(): Plugin {
  return {
    name: 'unrolled:d3-without-effects',
    apply: 'build',
    transform: {
      filter: { id: /node_modules\/d3-[^?]*\.m?js$/ },
      handler: (code) => ({
        code: code.replace(madeByCall, '$1/* @__PURE__ */ $2'),
        map: null,
        moduleSideEffects: false,
      }),
    },
  };
}
