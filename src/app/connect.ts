import { messages } from '../messages';
import { connectClock } from '../player/clock';
import { say, store } from '../store';
import { hasLink } from '../store/address';
import { Account } from '../views/inspector/ThisStep';
import { Comparison, Rows } from '../views/score/Score';
import { TalkBar } from '../views/talk/Talk';
import { acceptFiles } from './files';

/**
 * Joins the store to the browser: the clock that plays, files that are dropped, and the address. Wait for it before the
 * first drawing: what a link holds is what is seen first, with the parts whose size depends on the moment. Without a link
 * nothing is waited for.
 */
export const connect = async (): Promise<void> => {
  connectClock(window);
  acceptFiles(window);
  const following = import('../store/history').then(
    ({ connectHistory }) => connectHistory(window),
    () => say(messages.shell.notLoaded),
  );
  if (!hasLink(location)) return;
  await Promise.all([following, Rows.load(), Account.load()]);
  const { comparison, talk } = store.getState();
  await Promise.all([comparison && Comparison.load(), talk.length > 0 && TalkBar.load()]);
};
