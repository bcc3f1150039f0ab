import { messages } from '../messages';
import { useUnrolled } from '../store';
import { setTheme } from '../store/actions';

const { theme: name, themes } = messages.shell;
type Choice = keyof typeof themes;

/** The theme: the system's unless one is chosen. */
export const ThemeSwitch = () => {
  const theme = useUnrolled((state) => state.theme);
  return (
    <label className="theme-switch">
      <span>{name}</span>
      <select value={theme} onChange={(event) => setTheme(event.currentTarget.value as Choice)}>
        {(Object.keys(themes) as Choice[]).map((choice) => (
          <option key={choice} value={choice}>
            {themes[choice]}
          </option>
        ))}
      </select>
    </label>
  );
};
