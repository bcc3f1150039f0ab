import { cliff as text } from '../../messages/en/cliff';
import { formatNumber } from '../../notation';
import type { Terrain } from './survey';
import type { Levels } from './terrain';

interface Props {
  readonly terrain: Terrain | undefined;
  readonly levels: Levels;
  readonly hasHoles: boolean;
}

const signs = [
  [text.free, <path key="" className="cliff-mark" d="M4 8L12 0L20 8L12 16Z" />, 'cliff-free'],
  [text.clipped, <circle key="" className="cliff-mark" cx={12} cy={8} r={5} />, 'cliff-clipped'],
  [text.gradient, <path key="" className="cliff-gradient" strokeWidth={3} d="M0 8H24" />, ''],
  [text.step, <path key="" className="cliff-step" d="M0 8H24" />, ''],
  [text.clippedStep, <path key="" className="cliff-step-clipped" d="M0 8H24" />, ''],
] as const;

/** What the map's signs and shades stand for. */
export const MapLegend = ({ terrain, levels: { values, spacing }, hasHoles }: Props) => (
  <div className="cliff-legend">
    <p>{text.dragStart}</p>
    <ul>
      {signs.map(([name, sign, className]) => (
        <li key={name}>
          <svg width={24} height={16} aria-hidden="true" className={className}>
            {sign}
          </svg>
          {name}
        </li>
      ))}
    </ul>
    {terrain && values.length > 0 && (
      <p className="cliff-shades">
        {text.error} {formatNumber(values[0])}
        <svg width={84} height={14} aria-hidden="true">
          {values.map((value, k) => (
            <path key={value} className="cliff-band" d={`M${k * 6} 0H84V14H${k * 6}Z`} />
          ))}
        </svg>
        {formatNumber(values[values.length - 1])}, {text.shades[spacing]}; {text.points(terrain.size)}
      </p>
    )}
    {terrain && values.length === 0 && <p>{text.flat}</p>}
    {!terrain && <p>{text.surveying}</p>}
    {hasHoles && <p>{text.holes}</p>}
  </div>
);
