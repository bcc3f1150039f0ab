import { useUnrolled } from '../../store';
import { lazily } from '../lazily';

const TrainingRecord = lazily(() => import('./TrainingRecord').then((module) => module.TrainingRecord));

/** The record of the latest training, if there was one. */
export const Training = () => useUnrolled(({ training }) => training !== null) && <TrainingRecord />;
