import { messages } from '../messages';
import { say } from './look';

/**
 * Does what changes the network, for whatever stands on the page before such actions are loaded. They come right after the
 * first picture, so that a hand finds them there.
 */
export function perform(action: (actions: typeof import('./changes')) => void): void {
  import('./changes').then(action, () => say(messages.shell.notLoaded));
}
