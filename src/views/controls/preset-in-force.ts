import { presets as text } from '../../messages/presets';
import { useUnrolled } from '../../store';
import { isSameSetup } from '../../store/same';
import { morePresets } from '../../tasks/more-presets';
import { type Preset, presets } from '../../tasks/presets';

export const allPresets: readonly Preset[] = [...presets, ...morePresets];

export const textOf = ({ id }: Preset) => text.of[id];

/** The preset in force: until something is changed or trained. Whether the error has a ½ is the course's convention. */
export const usePresetInForce = (): Preset | undefined =>
  useUnrolled(({ setup, trained }) =>
    // Trained weights are no preset's.
    trained
      ? undefined
      : allPresets.find((preset) => isSameSetup({ ...preset.setup, loss: setup.loss }, setup)),
  );
