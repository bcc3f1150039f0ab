import { at } from '../engine/cells';
import { label } from './labels';

const tilde = '\u0303';

/**
 * One error's gradient in plain text: `∂E₅/∂S₂`, `∂E₅/∂Wₛ`; with a tilde above the error where it was clipped on its way.
 *
 * @param t the step of the error
 * @param of the cell that it is the gradient of
 */
export const heardLabel = (t: number, of: string, isTilded = false): string => {
  const [letter, ...rest] = label(at('E', t));
  return `∂${isTilded ? (letter + tilde).normalize('NFC') : letter}${rest.join('')}/∂${label(of)}`;
};
