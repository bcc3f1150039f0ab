import { compare as text } from '../../messages/compare';
import { spoken } from '../../notation';
import { addCopy, compare, copyOver, MOST_COMPARED, remove } from '../../store/comparing';
import { comparisons } from '../../tasks/comparisons';
import { type Difference, differencesOf } from './differences';
import { useComparing } from './scopes';

/** What to compare, in what it differs, and what can be done with the chosen one. */
export const Head = () => (
  <section className="compare-head" aria-label={text.region}>
    <div className="compare-starts">
      <h2 className="section-head">{text.start}</h2>
      {comparisons.map((id) => (
        <button key={id} type="button" className="pill" onClick={() => compare(id)}>
          {id === 'scales' ? text.starts[id](spoken('Ws')) : text.starts[id]}
        </button>
      ))}
    </div>
    <div className="compare-line">
      <Different />
      <Rearranging />
    </div>
  </section>
);

/** The line that says what differs. */
const Different = () => {
  const { all } = useComparing();
  const found = differencesOf(all);
  if (found.length === 0)
    return <p className="compare-different">{text.same(text.letters.slice(0, all.length))}</p>;
  return (
    <p className="compare-different">
      <b>{text.different}</b>{' '}
      {found.map(({ name, values }, index) => (
        <span key={name} className="compare-difference">
          {name}
          {values.length > 0 && ' '}
          {values.map((value, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a value belongs to the place of its set-up
            <span key={i}>
              {i > 0 && ' · '}
              <b>{value}</b>
            </span>
          ))}
          {index < found.length - 1 ? '; ' : '. '}
        </span>
      ))}
      <span>{isSequenceSame(found) ? text.restOfAll : text.rest}</span>
    </p>
  );
};

const isSequenceSame = (found: readonly Difference[]): boolean =>
  ![text.fields.x, text.fields.d, text.fields.seed].some((field) => found.some(({ name }) => name === field));

/** Copying the chosen one across, adding another, taking it away. */
const Rearranging = () => {
  const { all, place } = useComparing();
  const letters = text.letters.slice(0, all.length);
  const chosen = letters[place];
  return (
    <div className="compare-actions">
      {letters.map(
        (letter, index) =>
          index !== place && (
            <button key={letter} type="button" className="button" onClick={() => copyOver(place, index)}>
              {text.copyTo(chosen, letter)}
            </button>
          ),
      )}
      {all.length < MOST_COMPARED && (
        <button type="button" className="button" onClick={() => addCopy()}>
          {text.add(chosen)}
        </button>
      )}
      <button type="button" className="button" onClick={() => remove(place)}>
        {text.remove(chosen)}
      </button>
    </div>
  );
};
