import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/**
 * A package of the peers'. Loaded by a name that the type checker does not follow: they are there only once the benchmark
 * has run, and the project's checks must say the same before and after.
 *
 * @param {string} name
 */
export const load = (name) => require(name);
