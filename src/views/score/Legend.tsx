import { grad } from '../../engine';
import { palette } from '../../layout/colour';
import { messages } from '../../messages';
import { formatNumber, label } from '../../notation';
import { useRun, useTheme, useUnrolled } from '../../store';

const text = messages.network;

/** What the colour scales stand for, with their ends. */
export const Legend = () => {
  const { plan, valueMax, termMax, gradientDomain } = useRun();
  const weight = useUnrolled((state) => state.ledger);
  const { stops } = palette(useTheme());
  // The largest number may be one that is still to be predicted.
  const isPredicting = useUnrolled((state) => state.predict !== null);
  const signed = (size: number) => (isPredicting ? { from: '−', to: '+' } : endsOf(size));
  const [least, most] = gradientDomain;
  return (
    <dl className="score-legend" aria-label={text.legend}>
      <dt>{text.legendValue}</dt>
      <Ramp stops={stops.value} {...signed(valueMax)} />
      <dt title={text.legendTermOf(label(grad(weight), plan))}>{text.legendTerm}</dt>
      <Ramp stops={stops.value} {...signed(termMax[weight] ?? 1)} />
      <dt>{text.legendGradient}</dt>
      <Ramp stops={stops.gradient} isGradient from={formatNumber(least, 1)} to={formatNumber(most, 2)} />
    </dl>
  );
};

/** A long number is written once, and without a second digit. */
const endsOf = (most: number) => {
  // No term is finite, or none but 0.
  if (most === Number.MIN_VALUE) return { from: '', to: '–' };
  const isLong = most >= 1e3 || most < 1e-3;
  const to = formatNumber(most, isLong ? 1 : 2);
  return isLong ? { from: '', to: `±${to}` } : { from: `−${to}`, to: `+${to}` };
};

interface RampProps {
  readonly stops: readonly string[];
  readonly from: string;
  readonly to: string;
  readonly isGradient?: boolean;
}

const Ramp = ({ stops, from, to, isGradient = false }: RampProps) => (
  <dd>
    <span>{from}</span>
    <span
      className={isGradient ? 'score-ramp score-ramp-gradient' : 'score-ramp'}
      style={{ background: `linear-gradient(90deg in lab, ${stops.join(', ')})` }}
    />
    <span>{to}</span>
  </dd>
);
