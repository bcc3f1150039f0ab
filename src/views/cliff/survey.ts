/** What the worker is asked and what it answers. The work comes in slices, so that what is no longer wanted can be left. */
import { compile } from '../../engine';
import { descent, type Footstep, Landscape, type Point } from '../../engine/landscape';
import type { Region, Subject } from './subject';

export interface MapAsk {
  readonly kind: 'map';
  readonly id: number;
  readonly subject: Subject;
  readonly region: Region;
}

export interface RaceAsk {
  readonly kind: 'race';
  readonly id: number;
  readonly subject: Subject;
  readonly from: Point;
  readonly eta: number;
  readonly theta: number;
  readonly updates: number;
}

/** The error at `size` × `size` points, each in the middle of its cell; row by row, the lowest first. */
export interface Terrain {
  readonly kind: 'map';
  readonly id: number;
  readonly region: Region;
  readonly size: number;
  readonly errors: Float64Array;
}

/** Two descents from one start, as far as they are computed. */
export interface Race {
  readonly kind: 'race';
  readonly id: number;
  readonly free: readonly Footstep[];
  readonly clipped: readonly Footstep[];
}

/** Coarse first, then fine. */
const sizes = [20, 60, 180];

/** Updates of both descents between two moments at which the work can be left. */
const stretch = 25;

/** Does what is asked, in slices: each gives an answer, or nothing but the moment to leave. */
export const survey = (ask: MapAsk | RaceAsk): Generator<Terrain | Race | undefined> =>
  ask.kind === 'map' ? maps(ask) : races(ask);

function* maps({ id, subject, region }: MapAsk): Generator<Terrain | undefined> {
  const landscape = new Landscape(compile(subject.shape), subject.values, subject.parameters);
  const [[left, right], [low, high]] = region;
  for (const size of sizes) {
    const errors = new Float64Array(size * size);
    for (let row = 0; row < size; row++) {
      const v = low + ((row + 0.5) / size) * (high - low);
      for (let col = 0; col < size; col++) {
        errors[row * size + col] = landscape.errorAt([left + ((col + 0.5) / size) * (right - left), v]);
      }
      yield undefined;
    }
    yield { kind: 'map', id, region, size, errors };
  }
}

function* races({ id, subject, from, eta, theta, updates }: RaceAsk): Generator<Race | undefined> {
  const landscape = new Landscape(compile(subject.shape), subject.values, subject.parameters);
  const onward = (steps: readonly Footstep[], limit: number | null, count: number) =>
    descent(landscape, steps.at(-1)?.point ?? from, { eta, theta: limit }, count).slice(steps.length ? 1 : 0);
  let free: readonly Footstep[] = [];
  let clipped: readonly Footstep[] = [];
  for (let done = 0; done < updates; done += stretch) {
    const count = Math.min(stretch, updates - done);
    free = [...free, ...onward(free, null, count)];
    clipped = [...clipped, ...onward(clipped, theta, count)];
    // While a start is dragged, a first stretch is seen at once.
    yield done === 0 || done + count >= updates ? { kind: 'race', id, free, clipped } : undefined;
  }
}
