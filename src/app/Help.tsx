import { type RefObject, useId } from 'react';
import { messages } from '../messages';

const { shell } = messages;
const { keyNames: key } = shell;

const isMac = /Mac|iPhone|iPad/.test(globalThis.navigator?.platform ?? '');
const control = isMac ? key.command : key.control;

/** Every key, as chords of keys pressed together, with what it does. */
const rows: readonly { readonly chords: readonly (readonly string[])[]; readonly does: string }[] = [
  { chords: [[key.left], [key.right]], does: shell.keys.stride },
  {
    chords: [
      [key.shift, key.left],
      [key.shift, key.right],
    ],
    does: shell.keys.timeStep,
  },
  { chords: [[key.space]], does: shell.keys.play },
  { chords: [[key.home]], does: shell.keys.first },
  { chords: [[key.end]], does: shell.keys.last },
  { chords: [[key.pageUp], [key.pageDown]], does: shell.keys.clicker },
  { chords: [['P']], does: shell.keys.present },
  { chords: [[key.escape]], does: shell.keys.leave },
  { chords: [['L']], does: shell.keys.chartScale },
  { chords: [['F']], does: shell.keys.fold },
  { chords: [['[']], does: shell.keys.leftPanel },
  { chords: [[']']], does: shell.keys.rightPanel },
  { chords: [[control, 'Z']], does: shell.keys.undo },
  { chords: [[control, key.shift, 'Z']], does: shell.keys.redo },
  { chords: [['?']], does: shell.keys.help },
];

/** The keys and the signs of the score, in a dialog that the caller opens with `showModal`. */
export const Help = ({ ref }: { ref: RefObject<HTMLDialogElement | null> }) => {
  const id = useId();
  return (
    <dialog ref={ref} className="help" aria-labelledby={id}>
      <div className="help-head">
        <h2 id={id}>{shell.helpTitle}</h2>
        <button type="button" className="button" onClick={() => ref.current?.close()}>
          {shell.close}
        </button>
      </div>
      <h3 className="section-head">{shell.keysTitle}</h3>
      <dl className="help-keys">
        {rows.map(({ chords, does }) => (
          <div key={does}>
            <dt>
              {chords.map((chord) => (
                <span key={chord.join()} className="help-chord">
                  {chord.map((name) => (
                    <kbd key={name}>{name}</kbd>
                  ))}
                </span>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <p className="help-note">{shell.keysNote}</p>
      <h3 className="section-head">{shell.signsTitle}</h3>
      <ul className="help-signs">
        {shell.signs.map((sign) => (
          <li key={sign}>{sign}</li>
        ))}
      </ul>
    </dialog>
  );
};
