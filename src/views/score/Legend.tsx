import type { ReactNode } from 'react';
import { palette } from '../../layout/colour';
import { messages } from '../../messages';
import { formatNumber } from '../../notation';
import { useRun, useTheme, useUnrolled } from '../../store';

const text = messages.network;

/** What the colour scales stand for, with their ends. */
export const Legend = () => {
  const { valueMax, termMax, gradientDomain } = useRun();
  const { stops } = palette(useTheme());
  const [least, most] = gradientDomain;
  return (
    <dl className="score-legend" aria-label={text.legend}>
      <dt>{text.legendValue}</dt>
      <Signed most={valueMax} stops={stops.value} />
      <dt>{text.legendTerm}</dt>
      <Signed most={termMax} stops={stops.value} />
      <dt>{text.legendGradient}</dt>
      <Ramp stops={stops.gradient} isGradient from={formatNumber(least, 1)} to={formatNumber(most, 2)} />
    </dl>
  );
};

/** A power of ten is long: it is written once, and without a second digit. */
const Signed = ({ most, stops }: { readonly most: number; readonly stops: readonly string[] }) => {
  const isLong = most >= 1e4 || most < 1e-3;
  const to = formatNumber(most, isLong ? 1 : 2);
  return <Ramp stops={stops} from={isLong ? '' : `−${to}`} to={isLong ? `±${to}` : `+${to}`} />;
};

interface RampProps {
  readonly stops: readonly string[];
  readonly from: ReactNode;
  readonly to: ReactNode;
  readonly isGradient?: boolean;
}

const Ramp = ({ stops, from, to, isGradient = false }: RampProps) => (
  <dd>
    {from}
    <span
      className={isGradient ? 'score-ramp score-ramp-gradient' : 'score-ramp'}
      style={{ background: `linear-gradient(90deg in lab, ${stops.join(', ')})` }}
    />
    {to}
  </dd>
);
