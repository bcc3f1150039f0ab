import type { Box } from '../../layout/boxes';
import { useUnrolled } from '../../store';
import { alphabetOf } from '../../tasks/task';

/** Written out, for a space is not seen. */
const SPACE = '␣';

interface Props {
  readonly box: Box;
  /** One entry for each character of the text. */
  readonly values: Float64Array;
}

/** While characters are foretold: the one that a step's numbers stand for, or hold for the likeliest. */
export const Character = ({ box, values }: Props) => {
  const text = useUnrolled(({ setup: { task } }) => (task.kind === 'text' ? task.text : null));
  if (text === null) return null;
  const character = alphabetOf(text)[values.indexOf(Math.max(...values))];
  return (
    <text
      className="network-character"
      x={box.x + box.width / 2}
      y={box.y + box.height / 2}
      dy="0.34em"
      fontSize={Math.min(18, box.width * 0.8)}
    >
      {character === ' ' ? SPACE : character}
    </text>
  );
};
