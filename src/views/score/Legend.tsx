import { palette } from '../../layout/colour';
import { messages } from '../../messages';
import { formatNumber } from '../../notation';
import { useRun, useTheme, useUnrolled } from '../../store';

/** What the two colour scales stand for, with their ends. */
export const Legend = () => {
  const { valueMax, gradientDomain } = useRun();
  const { stops } = palette(useTheme());
  // The largest number may be one that is still to be predicted.
  const isPredicting = useUnrolled((state) => state.predict !== null);
  const [least, most] = gradientDomain;
  return (
    <dl className="score-legend" aria-label={messages.network.legend}>
      <dt>{messages.network.legendValue}</dt>
      <dd>
        {isPredicting ? '−' : formatNumber(-valueMax, 2)}
        <span
          className="score-ramp"
          style={{ background: `linear-gradient(90deg in lab, ${stops.value.join(', ')})` }}
        />
        +{!isPredicting && formatNumber(valueMax, 2)}
      </dd>
      <dt>{messages.network.legendGradient}</dt>
      <dd>
        {formatNumber(least, 1)}
        <span
          className="score-ramp score-ramp-gradient"
          style={{ background: `linear-gradient(90deg in lab, ${stops.gradient.join(', ')})` }}
        />
        {formatNumber(most, 2)}
      </dd>
    </dl>
  );
};
