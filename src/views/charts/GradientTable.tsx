import { messages } from '../../messages';
import { formatNumber, label } from '../../notation';
import type { Chart } from './useChart';

const text = messages.chart;

/** The chart in words, for those who don't see it: one row for each step that the gradient has reached, latest first. */
export const GradientTable = ({ chart, reached }: { chart: Chart; reached: number }) => {
  const { came, flows, free, origin, isClipped, run, steps: inSight } = chart;
  const steps = inSight.filter((t) => t >= reached && t <= origin).reverse();
  if (steps.length === 0) return null;
  return (
    <table className="visually-hidden">
      <caption>{text.table(label(run.chart.plan.error))}</caption>
      <thead>
        <tr>
          <th scope="col">{text.step}</th>
          <th scope="col">{isClipped ? text.cameIn : text.norm}</th>
          {isClipped && <th scope="col">{text.flowsOn}</th>}
          {isClipped && <th scope="col">{text.withoutClipping}</th>}
        </tr>
      </thead>
      <tbody>
        {steps.map((t) => (
          <tr key={t}>
            <th scope="row">{t}</th>
            <td>{formatNumber(came[t])}</td>
            {isClipped && <td>{formatNumber(flows[t])}</td>}
            {isClipped && <td>{formatNumber(free[t])}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
};
