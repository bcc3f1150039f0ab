import { messages } from '../../messages';
import { useUnrolled } from '../../store';
import { applyPreset } from '../../store/actions';
import { presets, type Setup } from '../../tasks/setup';
import { Group } from './Group';

/** Whether two setups give the same network, whatever the order in which their entries were made. */
const isSame = (one: Setup, other: Setup): boolean => {
  const { edits, ...rest } = one;
  const keys = Object.keys(edits);
  return (
    (Object.keys(rest) as (keyof typeof rest)[]).every((key) => rest[key] === other[key]) &&
    keys.length === Object.keys(other.edits).length &&
    keys.every((key) => edits[key] === other.edits[key])
  );
};

/** The setups to start from; the one in force is pressed until something is changed. */
export const StartFrom = () => {
  const inForce = useUnrolled((state) => presets.find((preset) => isSame(preset.setup, state.setup))?.id);
  return (
    <Group title={messages.setup.startFrom}>
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
