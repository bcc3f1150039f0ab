import { ClippingSetUp } from './ClippingSetUp';
import './controls.css';
import { NetworkSetUp } from './NetworkSetUp';
import { StartFrom } from './StartFrom';
import { TrainingSetUp } from './TrainingSetUp';
import { WeightsSetUp } from './WeightsSetUp';

/** Everything that is set: what to start from, the network, its weights, clipping, training. */
export const SetUp = () => (
  <div className="controls">
    <StartFrom />
    <NetworkSetUp />
    <WeightsSetUp />
    <ClippingSetUp />
    <TrainingSetUp />
  </div>
);
