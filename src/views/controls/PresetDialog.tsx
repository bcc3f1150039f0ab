import { useId } from 'react';
import { presets as text } from '../../messages/presets';
import { applyPreset } from '../../store/actions';
import type { Preset } from '../../tasks/presets';
import { Dialog } from '../Dialog';
import { Sentence } from '../inspector/Symbols';
import './preset-dialog.css';
import { allPresets, textOf, usePresetInForce } from './preset-in-force';

/** What the presets are about; each stands once. */
const groups: Readonly<Record<keyof typeof text.groups, readonly Preset['id'][]>> = {
  back: ['vanishing', 'saturated', 'exploding', 'clipped', 'growing', 'relu'],
  gates: ['lstmRemembers', 'lstmForgets', 'gruRemembers'],
  missed: ['everyStep', 'truncated'],
  basic: ['article'],
};

/** All setups to start from, each with one sentence about what to look at. Choosing one closes the dialog. */
export const PresetDialog = ({ onClose }: { onClose: () => void }) => {
  const id = useId();
  const inForce = usePresetInForce();
  return (
    <Dialog className="presets" title={text.title} onClose={onClose}>
      {(close) =>
        (Object.keys(groups) as (keyof typeof groups)[]).map((group) => (
          <section key={group} aria-labelledby={`${id}-${group}`}>
            <h3 id={`${id}-${group}`} className="section-head">
              {text.groups[group]}
            </h3>
            <ul className="presets-list">
              {allPresets
                .filter((preset) => groups[group].includes(preset.id))
                .sort((one, other) => groups[group].indexOf(one.id) - groups[group].indexOf(other.id))
                .map((preset) => (
                  <li key={preset.id} className="presets-card">
                    <button
                      type="button"
                      className="presets-choice"
                      aria-pressed={preset === inForce}
                      aria-describedby={`${id}-${preset.id}`}
                      onClick={() => {
                        applyPreset(preset);
                        close();
                      }}
                    >
                      {textOf(preset).title}
                    </button>
                    <p id={`${id}-${preset.id}`}>
                      <Sentence text={textOf(preset).about} />
                    </p>
                  </li>
                ))}
            </ul>
          </section>
        ))
      }
    </Dialog>
  );
};
