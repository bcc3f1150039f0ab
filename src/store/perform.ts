import { messages } from '../messages';
import { say } from './look';

type Changes = typeof import('./changes');

let changes: Changes | undefined;

/** Loads the actions that change the network. */
export async function loadChanges(): Promise<void> {
  try {
    changes ??= await import('./changes');
  } catch {
    say(messages.shell.notLoaded);
  }
}

/**
 * Does what changes the network, for whatever stands on the page before such actions are loaded: at once if they are, else
 * when they have come, right after the first picture.
 */
export function perform(action: (changes: Changes) => void): void {
  if (changes) action(changes);
  else void loadChanges().then(() => changes && action(changes));
}
