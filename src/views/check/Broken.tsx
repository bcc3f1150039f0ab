import { useRun, useUnrolled } from '../../store';
import { lazily } from '../lazily';

const BrokenBar = lazily(() => import('./BrokenBar').then((module) => module.BrokenBar));

/** Says so where a number is no longer finite; nothing as long as all are. */
export const Broken = () => {
  const { broken } = useRun();
  const isHidden = useUnrolled((state) => state.predict !== null && state.playhead <= (broken?.index ?? 0));
  return broken && !isHidden && <BrokenBar broken={broken} />;
};
