/** Computes maps and descents away from the page. A newer question of a kind takes the place of the one under way. */
import { type MapAsk, type RaceAsk, survey } from './survey';

/** Milliseconds after which it looks whether something newer has been asked. */
const patience = 12;

const turns = { map: 0, race: 0 };

const listen = () => new Promise<void>((resolve) => setTimeout(resolve));

async function answer(ask: MapAsk | RaceAsk): Promise<void> {
  const turn = ++turns[ask.kind];
  let since = performance.now();
  for (const report of survey(ask)) {
    if (report) postMessage(report);
    if (performance.now() - since < patience) continue;
    await listen();
    if (turns[ask.kind] !== turn) return;
    since = performance.now();
  }
}

/** What fails inside a promise would not be heard of on the page; thrown from a timer it is. */
addEventListener('message', ({ data }: MessageEvent<MapAsk | RaceAsk>) => {
  answer(data).catch((problem: unknown) => {
    setTimeout(() => {
      throw problem;
    });
  });
});
