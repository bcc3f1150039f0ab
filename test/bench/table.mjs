/** From measurements to rows, and from rows to what is printed. */
import { contestants, isOurs, notes, sizes } from './programme.mjs';

/** @typedef {import('./programme.mjs').CellKind} CellKind */
/** @typedef {import('./programme.mjs').Measured} Measured */

/**
 * @typedef {object} Row
 * @property {CellKind} cell
 * @property {string} name
 * @property {number} T
 * @property {number} H
 * @property {number} ratio time over the plain loop's: the median over the rounds of the two times of the same round
 * @property {number} gflops in the best round, two operations for each multiply-add
 */

/** @param {number[]} values */
export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * The row of one contestant at one size. The two times of a round are taken within milliseconds, so what else the machine
 * does weighs on both alike; what it does at its best is told by the fastest round, as the limit is.
 *
 * @param {Pick<Row, 'cell' | 'name' | 'T' | 'H'>} task @param {readonly Measured[]} laps @returns {Row}
 */
export function rowOf({ cell, name, T, H }, laps) {
  const rounds = laps.flatMap((lap) => lap.rounds);
  const fastest = Math.min(...rounds.map(([, time]) => time));
  return {
    ...{ cell, name, T, H },
    ratio: median(rounds.map(([plain, time]) => time / plain)),
    gflops: (2 * laps[0].multiplyAdds) / fastest,
  };
}

/** @param {number} value three significant digits at most, never an exponent */
const short = (value) => value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0);

/** @param {string[][]} cells the first row is the header @returns {string} a Markdown table, aligned for the terminal too */
export function markdown(cells) {
  const widths = cells[0].map((_, k) => Math.max(3, ...cells.map((row) => row[k].length)));
  /** @param {string[]} row */
  const line = (row) =>
    `| ${row.map((text, k) => (k ? text.padStart(widths[k]) : text.padEnd(widths[k]))).join(' | ')} |`;
  const rule = `| ${widths.map((width, k) => (k ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width))).join(' | ')} |`;
  return [line(cells[0]), rule, ...cells.slice(1).map(line)].join('\n');
}

const titles = { rnn: 'tanh RNN', lstm: 'LSTM', gru: 'GRU' };
const sizeNames = sizes.map(([T, H]) => `(${T}, ${H})`);

/** One table per cell. @param {readonly Row[]} rows @returns {string} */
export function tables(rows) {
  return /** @type {CellKind[]} */ (Object.keys(contestants))
    .map((cell) => {
      const names = contestants[cell].filter((name) =>
        rows.some((row) => row.cell === cell && row.name === name),
      );
      if (names.length === 0) return '';
      const body = ['plain loop', ...names].map((name) => [
        name,
        ...sizes.map(([T, H]) => {
          const row = find(rows, cell, name, T, H);
          return row ? `${short(row.ratio)} × ${short(row.gflops).padStart(5)}` : '–';
        }),
      ]);
      return markdown([[titles[cell], ...sizeNames], ...body]);
    })
    .filter(Boolean)
    .join('\n\n');
}

/** @param {readonly Row[]} rows @param {CellKind} cell @param {string} name @param {number} T @param {number} H */
const find = (rows, cell, name, T, H) =>
  rows.find((row) => row.cell === cell && row.name === name && row.T === T && row.H === H);

/**
 * What the rows come to, size by size: how many times as long the fastest peer takes, what recording costs, what share of
 * the machine's limit is reached, and how a multiply-add of the gated cells compares with one of the RNN's.
 *
 * @param {readonly Row[]} rows @param {number} limitGflops @returns {string}
 */
export function comparisons(rows, limitGflops) {
  /** @param {string} label @param {(T: number, H: number) => string | undefined} value */
  const line = (label, value) => [label, ...sizes.map(([T, H]) => value(T, H) ?? '–')];
  /** @param {CellKind} cell @param {number} T @param {number} H */
  const engine = (cell, T, H) => find(rows, cell, 'unrolled', T, H);
  const cells = [['unrolled', ...sizeNames]];
  for (const cell of /** @type {CellKind[]} */ (Object.keys(contestants))) {
    if (!rows.some((row) => row.cell === cell)) continue;
    const title = titles[cell];
    cells.push(
      line(`${title}: fastest peer's time over ours`, (T, H) => {
        const peers = rows.filter(
          (row) => row.cell === cell && row.T === T && row.H === H && isPeer(row.name),
        );
        const own = engine(cell, T, H);
        return own && peers.length
          ? `${short(Math.min(...peers.map(({ ratio }) => ratio)) / own.ratio)} ×`
          : undefined;
      }),
      line(`${title}: recording over not recording`, (T, H) => {
        const [own, recorded] = [engine(cell, T, H), find(rows, cell, 'unrolled recorded', T, H)];
        return own && recorded && `${short(recorded.ratio / own.ratio)} ×`;
      }),
      line(`${title}: share of the limit`, (T, H) => {
        const own = engine(cell, T, H);
        return own && `${((100 * own.gflops) / limitGflops).toFixed(0)} %`;
      }),
    );
    if (cell === 'rnn') continue;
    cells.push(
      line(`${title}: time per multiply-add over the RNN's`, (T, H) => {
        const [own, rnn] = [engine(cell, T, H), engine('rnn', T, H)];
        return own && rnn && `${short(rnn.gflops / own.gflops)} ×`;
      }),
    );
  }
  return markdown(cells);
}

/** @param {string} name */
const isPeer = (name) => !isOurs(name) && name !== 'plain loop';

/** Notes on the contestants that were measured. @param {readonly Row[]} rows @returns {string} */
export const footnotes = (rows) =>
  Object.entries(notes)
    .filter(([name]) => rows.some((row) => row.name === name))
    .map(([name, note]) => `${name}: ${note}.`)
    .join('\n');
