import { expect, type Page } from '@playwright/test';
import { isSameDouble, numberOf, article as oracle, short } from './oracle.ts';
import { type Reading, read } from './workbench.ts';

export type Weight = 'Ws' | 'Wx' | 'Wy';

const T = 3;

/** The article's 39 operations in their order, by what each writes: written down here, not asked of the app. */
export const operations: readonly string[] = [
  ...[1, 2, 3].flatMap((t) => [`a${t}`, `S${t}`, `o${t}`, `Y${t}`]),
  'E3',
  ...['dY3', 'do3', 'Wy@3', '+Wy@3'],
  ...[3, 2, 1].flatMap((t) => [`dS${t}`, `da${t}`, `Ws@${t}`, `+Ws@${t}`, `Wx@${t}`, `+Wx@${t}`]),
  'dS0',
  ...['new Wx', 'new Ws', 'new Wy'],
];

/** The playhead at the end of the backward pass, before the update. */
export const lastBackward = operations.indexOf('new Wx');

const isDone = (operation: string, playhead: number): boolean => {
  const index = operations.indexOf(operation);
  expect(index, operation).toBeGreaterThanOrEqual(0);
  return index < playhead;
};

const gradientOf = (t: number): number => (t === 0 ? oracle.dS0[0] : oracle.delta[t - 1][0]);

/** The accessible names of the nodes that are there when so many operations are done, no more and no fewer. */
function nodesAt(playhead: number): readonly string[] {
  const nodes = ['x 1, value 1, edit', 'x 2, value 0.5, edit', 'x 3, value −1, edit', 'd 3, value 0.7, edit'];
  for (let t = 0; t <= T; t++) {
    const arrived = isDone(`dS${t}`, playhead) ? `, gradient ${short(gradientOf(t))}` : '';
    if (t === 0) {
      nodes.push(`S 0, value 0${arrived}, edit`);
      continue;
    }
    const at = t - 1;
    if (isDone(`S${t}`, playhead)) nodes.push(`S ${t}, value ${short(oracle.S[at][0])}${arrived}`);
    else if (isDone(`a${t}`, playhead)) nodes.push(`a ${t}, value ${short(oracle.a[at][0])}`);
    if (isDone(`Y${t}`, playhead)) nodes.push(`Y ${t}, value ${short(oracle.Y[at][0])}`);
    else if (isDone(`o${t}`, playhead)) nodes.push(`o ${t}, value ${short(oracle.o[at][0])}`);
  }
  if (isDone('E3', playhead)) nodes.push(`E 3, value ${short(oracle.E)}`);
  return nodes.sort();
}

const stepsOf = (weight: Weight): readonly number[] => (weight === 'Wy' ? [3] : [3, 2, 1]);
const termOf = (weight: Weight, t: number): number => oracle.contrib[weight][t - 1][0][0];

/** The sum of a weight's terms from the last step back, after `count` of them. */
const sumOf = (weight: Weight, count: number): number =>
  stepsOf(weight)
    .slice(0, count)
    .reduce((sum, t) => sum + termOf(weight, t), 0);

const addedAt = (weight: Weight, playhead: number): number =>
  stepsOf(weight).filter((t) => isDone(`+${weight}@${t}`, playhead)).length;

/** The names of the terms in the ledger, and of their sum so far. */
function termsAt(weight: Weight, playhead: number): readonly string[] {
  const terms = stepsOf(weight)
    .filter((t) => isDone(`${weight}@${t}`, playhead))
    .map((t) => `term of step ${t}, ${short(termOf(weight, t))}`);
  const count = addedAt(weight, playhead);
  const all = stepsOf(weight).length;
  if (count > 0) terms.push(`sum of ${count} of ${all} terms, ${short(sumOf(weight, count))}`);
  return terms.sort();
}

const subscripts = '₀₁₂₃';

/** The doubles that hovering shows in the network, by the name before them. */
function doublesAt(playhead: number): ReadonlyMap<string, number> {
  const doubles = new Map<string, number>([
    ...[1, 0.5, -1].map((x, index) => [`x${subscripts[index + 1]}`, x] as const),
    ['S₀', 0] as const,
    ['d₃', 0.7] as const,
  ]);
  for (let t = 1; t <= T; t++) {
    const sub = subscripts[t];
    if (isDone(`S${t}`, playhead)) doubles.set(`S${sub}`, oracle.S[t - 1][0]);
    else if (isDone(`a${t}`, playhead)) doubles.set(`a${sub}`, oracle.a[t - 1][0]);
    if (isDone(`Y${t}`, playhead)) doubles.set(`Y${sub}`, oracle.Y[t - 1][0]);
    else if (isDone(`o${t}`, playhead)) doubles.set(`o${sub}`, oracle.o[t - 1][0]);
  }
  for (let t = 0; t <= T; t++)
    if (isDone(`dS${t}`, playhead)) doubles.set(t === 0 ? '∂E₃/∂S₀' : `δ${subscripts[t]}`, gradientOf(t));
  if (isDone('E3', playhead)) doubles.set('E₃', oracle.E);
  return doubles;
}

const expectDouble = (text: string | undefined, value: number, what: string) => {
  const found = numberOf(text ?? '');
  expect(isSameDouble(found, value), `${what}: ${found} is ${value}`).toBe(true);
};

/** That the score tells PyTorch's numbers of what is done, each in full, and nothing of what is not. */
export function expectArticle(reading: Reading, weight: Weight): void {
  const { playhead } = reading;
  const what = (name: string) => `${name} after ${playhead} operations`;
  expect(reading.nodes, what('nodes')).toEqual(nodesAt(playhead));

  const doubles = doublesAt(playhead);
  expect(Object.keys(reading.full).sort(), what('doubles')).toEqual([...doubles.keys()].sort());
  for (const [name, value] of doubles) expectDouble(reading.full[name], value, what(name));

  expect([...reading.terms].sort(), what('terms')).toEqual(termsAt(weight, playhead));

  const reached = [3, 2, 1].filter((t) => isDone(`dS${t}`, playhead));
  expect(reading.table, what('table')).toEqual(
    reached.map((t) => `${t} ${short(Math.abs(oracle.delta[t - 1][0]))}`),
  );
  expect(Object.keys(reading.chart).sort(), what('chart')).toEqual(reached.map(String).sort());
  for (const t of reached) expectDouble(reading.chart[t], Math.abs(oracle.delta[t - 1][0]), what(`‖δ${t}‖`));

  const weights = new Map([
    ['Wx, 0.5', 0.5],
    ['Ws, 0.8', 0.8],
    ['Wy, 1', 1],
  ]);
  for (const each of ['Wx', 'Ws', 'Wy'] as const) {
    const count = addedAt(each, playhead);
    const sum = sumOf(each, count);
    if (count > 0) weights.set(`gradient of ${each}, ${short(sum)}`, sum);
    const updated = oracle.optim.sgd.after1[each][0][0];
    if (isDone(`new ${each}`, playhead)) weights.set(`${each} after the update, ${short(updated)}`, updated);
  }
  expect(Object.keys(reading.weights).sort(), what('weights')).toEqual([...weights.keys()].sort());
  for (const [name, value] of weights) expectDouble(reading.weights[name], value, what(name));
}

/** What the last step of the backward pass says, in the words of the article. */
export function expectEnd(reading: Reading): void {
  expect(reading.playhead).toBe(lastBackward);
  expect(reading.nodes).toContain('E 3, value 0.576');
  expect(reading.nodes).toContain('S 3, value −0.0592, gradient −1.52');
  expect(reading.weights).toMatchObject({
    'gradient of Wy, 0.0899': expect.any(String),
    'gradient of Ws, −1.22': expect.any(String),
    'gradient of Wx, 0.561': expect.any(String),
  });
  for (const weight of ['Wx', 'Ws', 'Wy'])
    expectDouble(
      Object.entries(reading.weights).find(([name]) => name.startsWith(`gradient of ${weight}`))?.[1],
      oracle.grads[weight][0][0],
      `∂E/∂${weight}`,
    );
}

interface Walk {
  /** The weight whose terms the ledger shows. */
  readonly weight: Weight;
  readonly stepOn: () => Promise<void>;
  readonly stepBack: () => Promise<void>;
  readonly atEnd?: () => Promise<void>;
}

/** Walks through every operation and back: each number is there when, and only when, its operation is done. */
export async function expectWalk(page: Page, { weight, stepOn, stepBack, atEnd }: Walk): Promise<void> {
  const forth: Reading[] = [await read(page)];
  for (const _ of operations) {
    await stepOn();
    forth.push(await read(page));
  }
  forth.forEach((reading, done) => {
    expect(reading.playhead).toBe(done);
    expectArticle(reading, weight);
  });
  expectEnd(forth[lastBackward]);
  await atEnd?.();
  for (const reading of forth.toReversed().slice(1)) {
    await stepBack();
    expect(await read(page)).toEqual(reading);
  }
}
