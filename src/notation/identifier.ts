import type { CellId } from '../engine/types';
import { nameIn } from './convention';

/**
 * A cell's name for files that programs read, in plain letters: the program's own, by the letters of the convention in
 * force: `d:S3` or `d:h3`, `sum:Ws@2` or `sum:Whh@2`. What follows a `~` counts steps and is no name.
 */
export const identifier = (id: CellId): string => id.replace(/(?<!~[a-z]*)[A-Za-z]+/g, nameIn);
