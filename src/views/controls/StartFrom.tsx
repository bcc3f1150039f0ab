import { setup as text } from '../../messages/setup';
import { useUnrolled } from '../../store';
import { applyPreset } from '../../store/actions';
import { isSameSetup } from '../../store/same';
import { presets } from '../../tasks/presets';
import { Group } from './Group';

/** The setups to start from; the one in force is pressed until something is changed or trained. */
export const StartFrom = () => {
  const inForce = useUnrolled(({ setup, trained }) =>
    // Trained weights are no preset's.
    trained
      ? undefined
      : presets.find((preset) => isSameSetup({ ...preset.setup, loss: setup.loss }, setup))?.id,
  );
  return (
    <Group title={text.startFrom}>
      <div className="controls-presets">
        {presets.map(({ id, title, about }) => (
          <button
            key={id}
            type="button"
            className="pill"
            aria-pressed={id === inForce}
            title={about}
            onClick={() => applyPreset(id)}
          >
            {title}
          </button>
        ))}
      </div>
    </Group>
  );
};
