import { setup as text } from '../../messages/setup';
import { openCliff } from '../../store/cliff';

/** Opens the error over two parameters, and the race down it. */
export const CliffButton = () => (
  <button type="button" className="button" aria-haspopup="dialog" onClick={() => openCliff()}>
    {text.cliff}
  </button>
);
