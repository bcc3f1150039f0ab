import { messages } from '../messages';
import { say } from '../store';

/**
 * Takes files that are dragged and dropped anywhere on the page; whatever else is dragged goes its own way. Without this
 * the browser would leave the page for the file. What is done with them is loaded when the first drag begins.
 *
 * @returns a function that takes the listeners away
 */
export function acceptFiles(page: Window): () => void {
  const load = () => import('../views/export/files/dropped');
  const onDrag = (event: DragEvent) => {
    const { type, dataTransfer, relatedTarget } = event;
    if (!dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    // The files are there for as long as the event is, and no longer.
    const files = [...dataTransfer.files];
    const isOver = type === 'dragover' || (type === 'dragleave' && relatedTarget !== null);
    load().then(
      ({ dragged, dropped }) => (type === 'drop' ? dropped(files) : dragged(isOver)),
      () => type === 'drop' && say(messages.shell.notLoaded),
    );
  };
  const events = ['dragover', 'dragleave', 'drop'] as const;
  for (const event of events) page.addEventListener(event, onDrag);
  return () => {
    for (const event of events) page.removeEventListener(event, onDrag);
  };
}
