/** What happens while files are dragged over the page, and when they are dropped; loaded when that begins. */
import { createRoot } from 'react-dom/client';
import { files as text } from '../../../messages/files';
import { say } from '../../../store';
import './drop-hint.css';
import { openFile } from './open-file';

/** A drag tells of itself several times a second; one that has not for so many ms has left without saying so. */
const SILENCE = 900;

let timer: ReturnType<typeof setTimeout> | undefined;
let show: ((isShown: boolean) => void) | undefined;

/** Shows where to drop, for as long as files are dragged over the page. */
export function dragged(isOver: boolean): void {
  show ??= hint();
  show(isOver);
  clearTimeout(timer);
  if (isOver) timer = setTimeout(() => show?.(false), SILENCE);
}

/** Opens what was dropped, or says why it can't be. */
export async function dropped(files: readonly File[]): Promise<void> {
  dragged(false);
  const refusal = await openFile(files);
  if (refusal !== null) say(refusal);
  // The dialog would lie over what is to be read or seen now.
  for (const dialog of document.querySelectorAll<HTMLDialogElement>('dialog:is(.export, .talk)[open]'))
    dialog.close();
}

/** The hint, apart from the workbench, so that dragging draws nothing else again. */
function hint(): (isShown: boolean) => void {
  const place = document.body.appendChild(document.createElement('div'));
  const root = createRoot(place);
  return (isShown) => root.render(isShown ? <DropHint /> : null);
}

const DropHint = () => (
  <div className="drop-hint" role="status" popover="manual" ref={raise}>
    <p>
      <strong>{text.dropHint}</strong>
      <span>{text.dropHintNote}</span>
    </p>
  </div>
);

/** Above whatever dialog is open; browsers that cannot, show it above the page. */
const raise = (hint: HTMLDivElement | null): void => {
  if (hint?.showPopover) hint.showPopover();
  else hint?.removeAttribute('popover');
};
