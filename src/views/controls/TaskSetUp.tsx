import { useMemo } from 'react';
import { learning as text } from '../../messages/learning';
import { formatNumber } from '../../notation';
import { useUnrolled } from '../../store';
import { applyPreset, changeSetup } from '../../store/actions';
import { isSame } from '../../store/same';
import { chooseTask } from '../../store/tasks';
import { article } from '../../tasks/article';
import { limits, type Setup } from '../../tasks/setup';
import type { ManyTask } from '../../tasks/task';
import { baselineOf } from '../../tasks/training-set';
import { NumberEntry } from './NumberEntry';
import { OwnSequenceButton } from './OwnSequenceButton';
import { SelectField } from './SelectField';
import { evenly, SliderField } from './SliderField';
import { TextTask } from './TextTask';

type Choice = keyof typeof text.tasks;

/** What is trained on, in the words of the choice: the article's sequence is one of a setup's own. */
function taskOf({ task, T, X, Y, edits }: Setup): Choice {
  if (task.kind !== 'own') return task.kind;
  const ofSequence = (all: Setup['edits']) =>
    Object.fromEntries(Object.entries(all).filter(([key]) => /^[xd]/.test(key)));
  const isArticle =
    T === article.T && X === 1 && Y === 1 && isSame(ofSequence(edits), ofSequence(article.edits));
  return isArticle ? 'article' : 'own';
}

/** What there is to learn, what it tests, and how well one does without learning. */
export const TaskSetUp = () => {
  const setup = useUnrolled((state) => state.setup);
  const chosen = taskOf(setup);
  const choose = (choice: Choice) => {
    if (choice === 'article') applyPreset('article');
    else if (choice === 'own') changeSetup({ task: { kind: 'own' } });
    else chooseTask(choice);
  };
  return (
    <div className="controls-task">
      <SelectField label={text.task} choices={text.tasks} value={chosen} onChange={choose} />
      <p className="controls-note">
        {text.about[chosen]} <Baseline />
      </p>
      {setup.task.kind === 'text' && <TextTask key={setup.task.text} text={setup.task.text} />}
      {setup.task.kind === 'own' ? <OwnSequenceButton /> : <Many task={setup.task} />}
    </div>
  );
};

/** The error of a model that learned nothing, in a sentence. */
const Baseline = () => {
  const setup = useUnrolled((state) => state.setup);
  const { task, T, X, Y, g2, loss, isMean, errorAt, dataSeed, edits } = setup;
  // biome-ignore lint/correctness/useExhaustiveDependencies: these are the fields that targets and error depend on
  const baseline = useMemo(
    () => formatNumber(baselineOf(setup)),
    [task, T, X, Y, g2, loss, isMean, errorAt, dataSeed, edits],
  );
  const { zero, chance, constant, frequencies } = text.nothingLearned;
  if (task.kind === 'own') return (g2 === 'softmax' ? chance : zero)(baseline);
  return (task.kind === 'text' && g2 === 'softmax' ? frequencies : constant)(baseline);
};

/** What is set of a task with many sequences. */
const Many = ({ task }: { task: ManyTask }) => {
  const batch = useUnrolled((state) => state.setup.batch);
  const id = 'task-shown';
  return (
    <>
      {task.kind === 'echo' && (
        <SliderField
          name={text.delay}
          value={task.delay}
          limits={{ range: limits.delay, isWhole: true }}
          travel={evenly(...limits.delay, 1)}
          onChange={(delay, gesture) => changeSetup({ task: { ...task, delay } }, gesture)}
        />
      )}
      <div className="controls-field controls-field-row">
        <label className="controls-label" htmlFor={id}>
          {text.shown}
        </label>
        <NumberEntry
          id={id}
          name={text.shown}
          value={task.shown + 1}
          limits={{ range: [limits.shown[0] + 1, limits.shown[1] + 1], isWhole: true }}
          onCommit={(number) => changeSetup({ task: { ...task, shown: number - 1 } })}
        />
      </div>
      <SelectField
        label={text.batch}
        choices={batches}
        value={String(batch)}
        onChange={(next) => changeSetup({ batch: Number(next) })}
      />
      <p className="controls-note">{text.onlyShown}</p>
    </>
  );
};

const batches: Readonly<Record<string, string>> = Object.fromEntries(
  ['1', '4', '16', '64'].map((size) => [size, size]),
);
