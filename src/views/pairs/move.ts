/** Going from pair to pair by arrow keys. */
import type { Spot } from './say';
import type { Pairs } from './usePairs';

/**
 * Where a key leads from a spot; undefined for a key that leads nowhere. Left of the earliest known step stands the
 * whole row; below the errors, all of them together.
 *
 * @param reached the earliest step whose column is known
 */
export function moved(
  { rows, inSight }: Pick<Pairs, 'rows' | 'inSight'>,
  spot: Spot | undefined,
  key: string,
  reached: number,
): Spot | undefined {
  const keys = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'];
  if (!keys.includes(key)) return undefined;
  const lastRow = rows.length > 1 ? rows.length : 0;
  const start: Spot = spot ?? { row: rows.length - 1, j: 0 };
  const row = start.row + (spot && key === 'ArrowUp' ? -1 : spot && key === 'ArrowDown' ? 1 : 0);
  const within = Math.min(lastRow, Math.max(0, row));
  const last = Math.min(inSight.last, rows[within]?.t ?? rows.at(-1)?.t ?? 0);
  const hasAny = reached <= last;
  if (!hasAny) return { row: within, j: 0 };
  const to = {
    ArrowLeft: start.j <= reached ? 0 : start.j - 1,
    ArrowRight: start.j === 0 ? reached : start.j + 1,
    ArrowUp: start.j,
    ArrowDown: start.j,
    Home: reached,
    End: last,
  }[key as 'Home'];
  return { row: within, j: Math.min(last, spot || key === 'Home' ? to : last) };
}
