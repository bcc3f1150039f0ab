/** Why a factor makes this gradient shorter or longer, as a sentence with marked symbols. */
import { at, grad, norm, numbersIn, spectralNorm } from '../../engine';
import { carriedTo } from '../../engine/chain';
import { reasonOf, splitGain, waysOf } from '../../engine/factors';
import { messages } from '../../messages';
import { formatNumber } from '../../notation';
import { mark } from '../../notation/marked';
import type { Followed, Item } from './use-chain';

const text = messages.chain;

const short = (value: number): string => formatNumber(value, 2);

export const whyOf = (followed: Followed, item: Item): string => {
  const { trace } = followed;
  const t = item.j + 1;
  const { cell, window } = trace.plan.shape;
  const earlier = mark(at('S', t - 1));
  if (item.kind === 'cut') return text.leftOut(earlier, window === undefined ? 'horizon' : 'window');
  const gain = item.link?.gain ?? Number.NaN;
  if (item.link && Number.isNaN(gain)) return text.nothingArrives(mark(grad(at('S', t))));
  if (cell === 'rnn') return ofRnn(followed, t);
  if (cell === 'gru') return ofGru(followed, t, gain);
  return ofLstm(followed, t, gain, earlier);
};

const ofRnn = ({ trace }: Followed, t: number): string => {
  const { g1, H } = trace.plan.shape;
  const split = splitGain(trace, t);
  const Ws = numbersIn(trace, 'Ws');
  if (!split || !Ws) return text.nothingArrives(mark(grad(at('S', t))));
  const sigma = spectralNorm(Ws, H);
  const [slopes, weights] = [short(split.slopes), short(split.weights)];
  const a = mark(at('a', t));
  const sentences = {
    nothing: () => text.nothingArrives(mark(grad(at('S', t)))),
    dead: () => text.dead(a),
    saturation: () => text.saturation(slopes, weights, a),
    activation: () => text.activation(slopes, weights),
    smallWeights: () => text.smallWeights(slopes, weights, short(sigma)),
    direction: () => text.direction(slopes, weights, short(sigma)),
    both: () => text.both(slopes, weights, short(sigma)),
    keeps: () => text.keeps(slopes, weights),
    grows: () => text.grows(slopes, weights),
    broken: () => text.broken,
  };
  return sentences[reasonOf(split, g1, sigma)]();
};

const ofGru = ({ trace }: Followed, t: number, gain: number): string => {
  const ways = waysOf(trace, t);
  if (!ways) return text.nothingArrives(mark(grad(at('S', t))));
  const tell = ways.kept >= ways.gates ? text.keptMost : text.gatesMost;
  return tell(mark(at('z', t)), short(ways.kept), short(ways.gates), short(gain));
};

const ofLstm = ({ trace, states }: Followed, t: number, gain: number, earlier: string): string => {
  if (states.length === 1) return text.sOfLstm(earlier, short(gain));
  const { H } = trace.plan.shape;
  const arrived = carriedTo(trace, t - 1, states);
  if (!arrived) return text.broken;
  const whole = norm(arrived);
  const [byS, byC] = [norm(arrived, 0, H), norm(arrived, H, H)].map((part) =>
    whole === 0 ? 0 : (part / whole) * gain,
  );
  return text.byMemory(mark(at('C', t - 1)), earlier, short(byC), short(byS), mark(at('f', t)));
};
