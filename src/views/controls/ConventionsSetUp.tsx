import type { ReactNode } from 'react';
import { conventions as text } from '../../messages/setup';
import { label } from '../../notation';
import type { DeltaOf, Letters, WeightNames } from '../../notation/convention';
import { useConvention, useUnrolled } from '../../store';
import { setConvention, setLoss } from '../../store/conventions';
import { Group } from './Group';
import { RadioGroup } from './RadioGroup';
import { Subscripted } from './Subscripted';

/** The three weights as a course names them: a letter, or a letter and its index. */
const named = (...names: readonly string[]): ReactNode =>
  names.map((name, i) => (
    <span key={name}>
      {i > 0 && ', '}
      <Subscripted base={name[0]} sub={name.slice(1)} />
    </span>
  ));

const weightChoices: Readonly<Record<WeightNames, ReactNode>> = {
  Ws: named('Wx', 'Ws', 'Wy'),
  Whh: named('Wxh', 'Whh', 'Why'),
  UWV: named('U', 'W', 'V'),
};

/** Letters and weights as they go together in many courses. */
const styles = [
  ['hyL', 'Whh'],
  ['hyL', 'UWV'],
] as const;

/** The choices that many courses make together, at one press; δ and the ½ stay as they are but for the article. */
const Styles = () => {
  const convention = useConvention();
  const loss = useUnrolled((state) => state.setup.loss);
  const [delta, letters, weights] = convention.split(' ') as [DeltaOf, Letters, WeightNames];
  return (
    <div className="controls-presets">
      <button
        type="button"
        className="pill"
        aria-pressed={convention === 'S SYE Ws' && loss === 'squared'}
        onClick={() => {
          setConvention('S SYE Ws');
          if (loss !== 'squared') setLoss('squared');
        }}
      >
        {text.article}
      </button>
      {styles.map(([ownLetters, ownWeights]) => (
        <button
          key={ownWeights}
          type="button"
          className="pill"
          aria-pressed={letters === ownLetters && weights === ownWeights}
          onClick={() => setConvention(`${delta} ${ownLetters} ${ownWeights}`)}
        >
          {text.letterChoices[ownLetters]}, {weightChoices[ownWeights]}
        </button>
      ))}
    </div>
  );
};

const Loss = () => {
  const isSoftmax = useUnrolled((state) => state.setup.g2 === 'softmax');
  const loss = useUnrolled((state) => state.setup.loss);
  if (isSoftmax) return <p className="controls-note">{text.noLoss}</p>;
  const distance = `‖d − ${label('Y')}‖²`;
  return (
    <>
      <RadioGroup
        name={text.loss}
        choices={{ squared: distance, half: `½ ${distance}` }}
        value={loss}
        onChange={setLoss}
      />
      <p className="controls-note">{text.lossNote}</p>
    </>
  );
};

/** How another course writes the same computation: its letters, its weights, its δ, its ½. */
export const ConventionsSetUp = () => {
  const [delta, letters, weights] = useConvention().split(' ') as [DeltaOf, Letters, WeightNames];
  return (
    <Group title={text.title}>
      <Styles />
      <RadioGroup
        name={text.letters}
        choices={text.letterChoices}
        value={letters}
        onChange={(next) => setConvention(`${delta} ${next} ${weights}`)}
      />
      <RadioGroup
        name={text.weights}
        choices={weightChoices}
        value={weights}
        onChange={(next) => setConvention(`${delta} ${letters} ${next}`)}
      />
      <RadioGroup
        name={text.delta}
        choices={{ S: `∂${label('E')}/∂${label('S_t')}`, a: `∂${label('E')}/∂${label('a_t')}` }}
        value={delta}
        onChange={(next) => setConvention(`${next} ${letters} ${weights}`)}
      />
      <Loss />
      <p className="controls-note">{text.kept}</p>
    </Group>
  );
};
