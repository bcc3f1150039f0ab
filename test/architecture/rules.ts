import { posix } from 'node:path';
import { readSource, type Source } from './read-source.ts';

/** Source texts by path, with forward slashes, from the repository's root: `src/engine/plan.ts`. */
export type Files = ReadonlyMap<string, string>;

const data = ['engine', 'messages', 'notation'];
const shown = [...data, 'tasks', 'layout', 'store'];

/** For each folder of `src`, the folders it may import from besides itself. */
const mayImport: Record<string, readonly string[]> = {
  engine: [],
  messages: ['engine'],
  notation: ['engine', 'messages'],
  tasks: data,
  layout: data,
  store: [...data, 'tasks', 'layout'],
  player: shown,
  lessons: shown,
  views: [...shown, 'player', 'lessons'],
  app: [...shown, 'player', 'lessons', 'views'],
};

const direction = 'engine ← messages ← notation ← tasks, layout ← store ← player, lessons ← views ← app';
const why =
  `Imports point one way (${direction}), so that the numbers can be tested, benchmarked and trusted without ` +
  'a screen, and a view can be rewritten without touching them. Move the shared piece down, or hand it in from above.';
const whyPure =
  'The engine knows no DOM, no clock and no global randomness, and imports nothing from outside: the same setup ' +
  'must give the same numbers in the page, a worker, a test and the benchmark. Hand it in as an argument.';
const whyNoCycle =
  'Files that import each other can only be read, tested and loaded together, and the order in which they run ' +
  'depends on who came first. Move what both need into a third file.';

const whyByArea =
  'An area of sentences is loaded with what says it, as long as it is named: messages.chart.title. Handed on or taken ' +
  'apart, messages would be loaded as a whole, before the first picture.';

const bannedInEngine = [
  ...['document', 'window', 'self', 'globalThis', 'navigator', 'location', 'localStorage', 'sessionStorage'],
  ...['Math', 'Math.random', 'crypto', 'Date', 'performance', 'setTimeout', 'setInterval', 'queueMicrotask'],
  ...['requestAnimationFrame', 'fetch', 'process', 'console'],
];

const isTest = (path: string) => /\.test\.tsx?$/.test(path);
const layerOf = (path: string) => /^src\/([^/]+)\//.exec(path)?.[1];

/** The file behind a relative import, or undefined for a package or a file that is not a script. */
function resolveIn(files: Files, importer: string, from: string): string | undefined {
  if (!from.startsWith('.')) return undefined;
  const path = posix.join(posix.dirname(importer), from.replace(/\?.*$/, ''));
  return [path, `${path}.ts`, `${path}.tsx`, `${path}/index.ts`, `${path}/index.tsx`].find((p) =>
    files.has(p),
  );
}

/** Why one import is against the direction, or undefined where it isn't. */
function faultOf(importer: string, target: string): string | undefined {
  if (isTest(target)) return 'a test is imported by nobody';
  const [upper, lower] = [layerOf(importer), layerOf(target)];
  // Files at the top of `src` (the entry) may import anything, and nobody imports them.
  if (upper === undefined) return undefined;
  if (lower === undefined) return `${upper} may not import the entry`;
  if (upper === lower || mayImport[upper]?.includes(lower)) return undefined;
  return `${upper} may not import from ${lower}`;
}

/** Every cycle once, as the files on it in the order of importing, from imports that remain at run time. */
function cyclesOf(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const done = new Set<string>();
  const cycles: string[][] = [];
  const walk = (path: string, trail: string[]) => {
    const start = trail.indexOf(path);
    if (start >= 0) cycles.push([...trail.slice(start), path]);
    if (start >= 0 || done.has(path)) return;
    for (const next of graph.get(path) ?? []) walk(next, [...trail, path]);
    done.add(path);
  };
  for (const path of graph.keys()) walk(path, []);
  return cycles;
}

function engineFaults(path: string, source: Source): string[] {
  const outside = source.imports
    .filter(({ from }) => !from.startsWith('.'))
    .map(({ from }) => `imports ${from}`);
  const used = bannedInEngine.filter((name) => source.globals.has(name)).map((name) => `uses ${name}`);
  return [...outside, ...used].map((fault) => `${path} ${fault}. ${whyPure}`);
}

/**
 * The violations of the import direction, the engine's purity and the absence of cycles, one sentence each. Tests
 * beside the sources may import anything; types count for the direction, but not for cycles (they are erased).
 */
export function violations(files: Files): string[] {
  const found: string[] = [];
  const graph = new Map<string, string[]>();
  for (const [path, text] of files) {
    if (isTest(path)) continue;
    const layer = layerOf(path);
    const source = readSource(path, text);
    found.push(...source.faults.map((fault) => `${path} cannot be read: ${fault}`));
    if (layer !== undefined && !(layer in mayImport))
      found.push(`${path}: src/${layer} is not a layer. Name its place in the direction first. ${why}`);
    if (source.whole.has('messages') && source.imports.some(({ from }) => from.endsWith('/messages')))
      found.push(`${path} uses messages as a whole. ${whyByArea}`);
    if (layer === 'engine') found.push(...engineFaults(path, source));

    const edges = source.imports.flatMap(({ from, runs }) => {
      const target = resolveIn(files, path, from);
      return target === undefined ? [] : [{ target, runs }];
    });
    for (const { target } of edges) {
      const fault = faultOf(path, target);
      if (fault) found.push(`${path} imports ${target}: ${fault}. ${why}`);
    }
    graph.set(
      path,
      edges.filter((edge) => edge.runs).map((edge) => edge.target),
    );
  }
  for (const cycle of cyclesOf(graph)) found.push(`Import cycle: ${cycle.join(' → ')}. ${whyNoCycle}`);
  return [...new Set(found)];
}
