import { useRun } from '../../store';
import { lazily } from '../lazily';

const BrokenBar = lazily(() => import('./BrokenBar').then((module) => module.BrokenBar));

/** Says so where a number is no longer finite; nothing as long as all are. */
export const Broken = () => {
  const { broken } = useRun();
  return broken && <BrokenBar broken={broken} />;
};
