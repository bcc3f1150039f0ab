import { gateCounts, limits } from '../tasks/setup';

/** Whether a key names an entry that some setup within the limits has. */
export function isEntryKey(key: string): boolean {
  const [, lane, step, row, col] = /^(x|d|S|C|bx|bs|by|Wx|Ws|Wy)(\d*)\.(\d+)(?:\.(\d+))?$/.exec(key) ?? [];
  if (lane === undefined) return false;
  const canonical = [step, row, col ?? ''].every((part) => part === '' || String(Number(part)) === part);
  if (!canonical) return false;
  const isState = lane === 'S' || lane === 'C';
  const isTimed = lane === 'x' || lane === 'd' || isState;
  if (isTimed !== (step !== '') || lane.startsWith('W') !== (col !== undefined)) return false;
  const [X, H, Y, T] = [limits.X[1], limits.H[1], limits.Y[1], limits.T[1]];
  const mostRows = gateCounts.lstm * H;
  const t = Number(step);
  if (isState ? t !== 0 : isTimed && (t < 1 || t > T)) return false;
  const [rows, cols] = {
    x: [X, 1],
    d: [Y, 1],
    S: [H, 1],
    C: [H, 1],
    bx: [gateCounts.gru * H, 1],
    bs: [mostRows, 1],
    by: [Y, 1],
    Wx: [mostRows, X],
    Ws: [mostRows, H],
    Wy: [Y, H],
  }[lane as 'x'];
  return Number(row) < rows && Number(col ?? 0) < cols;
}
