import { Suspense } from 'react';
import { lazily } from '../lazily';

/** The controls themselves. They are loaded apart: the score stands first. */
export const Controls = lazily(() => import('./Controls').then((module) => module.Controls));

/** What is set: what to start from, the network, its error and weights, clipping, truncation, training. */
export const SetUp = () => (
  <Suspense>
    <Controls />
  </Suspense>
);
