import { useState } from 'react';
import { presets as presetText } from '../../messages/presets';
import { setup as text } from '../../messages/setup';
import { plainText } from '../../notation/marked';
import { useConvention } from '../../store';
import { applyPreset } from '../../store/actions';
import { presets } from '../../tasks/presets';
import { Group } from './Group';
import { PresetDialog } from './PresetDialog';
import { textOf, usePresetInForce } from './preset-in-force';

/** The setups to start from; the one in force is pressed until something is changed or trained. */
export const StartFrom = () => {
  useConvention();
  const inForce = usePresetInForce();
  const [isOpen, setOpen] = useState(false);
  const isFurther = inForce !== undefined && !presets.includes(inForce);
  return (
    <Group title={text.startFrom}>
      <div className="controls-presets">
        {presets.map((preset) => (
          <button
            key={preset.id}
            type="button"
            className="pill"
            aria-pressed={preset === inForce}
            title={plainText(textOf(preset).about)}
            onClick={() => applyPreset(preset)}
          >
            {textOf(preset).title}
          </button>
        ))}
        <button
          type="button"
          className={isFurther ? 'pill controls-more-presets is-in-force' : 'pill controls-more-presets'}
          aria-haspopup="dialog"
          title={isFurther ? textOf(inForce).title : undefined}
          onClick={() => setOpen(true)}
        >
          {presetText.more}
        </button>
      </div>
      {isOpen && <PresetDialog onClose={() => setOpen(false)} />}
    </Group>
  );
};
