import { useId, useMemo } from 'react';
import { spectralNorm, spectralRadius } from '../../engine';
import { setup as text } from '../../messages/setup';
import { formatFull, formatNumber, parts, spoken } from '../../notation';
import { useCell, usePlan, useUnrolled } from '../../store';
import { changeSetup, newRandomWeights, setScale } from '../../store/actions';
import { gateCounts, limits } from '../../tasks/setup';
import { Group } from './Group';
import { NumberEntry } from './NumberEntry';
import { evenly, SliderField } from './SliderField';
import { Subscripted } from './Subscripted';

/** Rounding of the scaled matrix: a measured norm this near to the one that was set is that one. */
const ROUNDING = 1e-12;

/**
 * Sets the spectral norm of Ws. It shows that of the weights in use, so an edit or an update moves it, too. The gates of
 * an LSTM or a GRU are scaled together; there is no one radius of them.
 */
const ScaleField = () => {
  const set = useUnrolled((state) => state.setup.scale);
  const { cell, H } = usePlan().shape;
  // The same array as long as its numbers are: dragging a threshold makes run after run with the same weights.
  const Ws = useCell('Ws');
  const [sigma, radius] = useMemo(() => {
    if (!Ws) return [Number.NaN, null];
    if (cell !== 'rnn') return [spectralNorm(Ws, H), null];
    return [spectralNorm(Ws, H), spectralRadius(Ws, H)];
  }, [cell, H, Ws]);
  return (
    <SliderField
      name={`${text.scaleOf} ${spoken('Ws')}`}
      label={
        <>
          {text.scaleOf} <Subscripted {...parts('Ws')} />
        </>
      }
      value={set !== null && Math.abs(sigma - set) <= ROUNDING * set ? set : sigma}
      limits={{ range: limits.scale }}
      travel={evenly(limits.scale[0], limits.scale[1], 0.01)}
      onChange={setScale}
      note={
        <>
          <span>{cell === 'rnn' ? text.scaleNote : text.scaleNoteOfGates(gateCounts[cell])}</span>
          {radius !== null && <span title={formatFull(radius)}>{text.radius(formatNumber(radius))}</span>}
        </>
      }
    />
  );
};

const SeedField = () => {
  const id = useId();
  const seed = useUnrolled((state) => state.setup.seed);
  return (
    <div className="controls-field controls-field-row">
      <label className="controls-label" htmlFor={id}>
        {text.seed}
      </label>
      <NumberEntry
        id={id}
        name={text.seed}
        value={seed}
        limits={{ range: limits.seed, isWhole: true }}
        onCommit={(next) => changeSetup({ seed: next })}
      />
    </div>
  );
};

/** The weights as a whole: their draw and the scale of the recurrent ones. Single entries are edited where they are shown. */
export const WeightsSetUp = () => (
  <Group title={text.weights}>
    <ScaleField />
    <div className="controls-pair">
      <button type="button" className="button" onClick={() => newRandomWeights()}>
        {text.newRandomWeights}
      </button>
      <SeedField />
    </div>
  </Group>
);
