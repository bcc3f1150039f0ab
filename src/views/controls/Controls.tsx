import { ClippingSetUp } from './ClippingSetUp';
import './controls.css';
import { ConventionsSetUp } from './ConventionsSetUp';
import { ErrorSetUp } from './ErrorSetUp';
import { NetworkSetUp } from './NetworkSetUp';
import { StartFrom } from './StartFrom';
import { TrainingSetUp } from './TrainingSetUp';
import { TruncationSetUp } from './TruncationSetUp';
import { WeightsSetUp } from './WeightsSetUp';

/** Everything that is set, but for the cell, which stands in the header. */
export const Controls = () => (
  <div className="controls">
    <StartFrom />
    <NetworkSetUp />
    <ErrorSetUp />
    <WeightsSetUp />
    <ClippingSetUp />
    <TruncationSetUp />
    <TrainingSetUp />
    <ConventionsSetUp />
  </div>
);
