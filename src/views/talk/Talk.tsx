import { useUnrolled } from '../../store';
import { lazily } from '../lazily';

const TalkDialog = lazily(() => import('./TalkDialog').then((module) => module.TalkDialog));

/** The moments that are marked, while their list is open. */
export const TalkList = () => useUnrolled((state) => state.isTalkOpen) && <TalkDialog />;

/** Where one is in the talk. */
export const TalkBar = lazily(() => import('./TalkBar').then((module) => module.TalkBar));
