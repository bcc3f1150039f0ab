import { useUnrolled } from '../../store';
import { lazily } from '../lazily';

const CliffDialog = lazily(() => import('./CliffDialog').then((module) => module.CliffDialog));

/** The error over two parameters, while it is open: by its button, by its key, or by a link, presenting or not. */
export const Cliff = () => useUnrolled(({ cliff }) => cliff !== null) && <CliffDialog />;
