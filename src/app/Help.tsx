import { lazily } from '../views/lazily';

/** The dialog itself, loaded when it is asked for. */
export const HelpDialog = lazily(() => import('./HelpDialog').then((module) => module.HelpDialog));

/** The keys and the signs of the score, while they are asked for. */
export const Help = ({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) =>
  isOpen && <HelpDialog onClose={onClose} />;
