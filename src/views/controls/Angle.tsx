import { setup as text } from '../../messages/setup';
import { formatFull, formatNumber } from '../../notation';

/** Angles below it, in degrees, are the rounding of doubles. */
const ROUNDING = 1e-6;

/** An angle as it is written: to a tenth of a degree where it is large, in full on hover. */
export const formatAngle = (degrees: number): string => {
  if (Number.isNaN(degrees)) return text.none;
  return `${formatNumber(degrees < ROUNDING ? 0 : degrees)}°`;
};

/** What turned, and by how many degrees. */
export const Angle = ({ degrees, title }: { degrees: number; title: string }) => (
  <span title={`${title}: ${formatFull(degrees)}°`}>{text.angle(formatAngle(degrees))}</span>
);
