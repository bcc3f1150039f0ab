import { help as text } from '../messages/help';
import { Dialog } from '../views/Dialog';
import './help.css';

const { keyNames: key } = text;

const isMac = /Mac|iPhone|iPad/.test(globalThis.navigator?.platform ?? '');
const control = isMac ? key.command : key.control;

/** Every key, as chords of keys pressed together, with what it does. */
const rows: readonly { readonly chords: readonly (readonly string[])[]; readonly does: string }[] = [
  { chords: [[key.left], [key.right]], does: text.keys.stride },
  {
    chords: [
      [key.shift, key.left],
      [key.shift, key.right],
    ],
    does: text.keys.timeStep,
  },
  { chords: [[key.space]], does: text.keys.play },
  { chords: [[key.home]], does: text.keys.first },
  { chords: [[key.end]], does: text.keys.last },
  { chords: [[key.pageUp], [key.pageDown]], does: text.keys.clicker },
  { chords: [['R'], [control, key.enter]], does: text.keys.reveal },
  { chords: [['P']], does: text.keys.present },
  { chords: [[key.escape]], does: text.keys.leave },
  { chords: [['L']], does: text.keys.chartScale },
  { chords: [['F']], does: text.keys.fold },
  { chords: [['T']], does: text.keys.training },
  { chords: [['C']], does: text.keys.cliff },
  { chords: [['M']], does: text.keys.moments },
  { chords: [['[']], does: text.keys.leftPanel },
  { chords: [[']']], does: text.keys.rightPanel },
  { chords: [[control, 'Z']], does: text.keys.undo },
  { chords: [[control, key.shift, 'Z']], does: text.keys.redo },
  { chords: [['?']], does: text.keys.help },
];

/** The keys and the signs of the score, in a dialog that is open from the start. */
export const HelpDialog = ({ onClose }: { onClose: () => void }) => (
  <Dialog className="help" title={text.title} onClose={onClose}>
    <h3 className="section-head">{text.keysTitle}</h3>
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
    <p className="help-note">{text.keysNote}</p>
    <p className="help-note">{text.windowNote}</p>
    <h3 className="section-head">{text.signsTitle}</h3>
    <ul className="help-signs">
      {text.signs.map((sign) => (
        <li key={sign}>{sign}</li>
      ))}
    </ul>
  </Dialog>
);
