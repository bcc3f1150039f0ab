import { useId, useMemo, useState } from 'react';
import { angleBetween, grad, norm, numbersIn, term } from '../../engine';
import type { Trace } from '../../engine/types';
import { setup as text } from '../../messages/setup';
import { formatFull, formatNumber, formatPercent } from '../../notation';
import { useRun, useUnrolled } from '../../store';
import { everyStep } from '../../tasks/setup';
import { formatAngle } from './Angle';
import { CellSymbol } from './CellSymbol';

/** ‖g − g_full‖ / ‖g_full‖ of one weight, and the angle between the two; what nothing reaches is 0. */
const compare = (trace: Trace, full: Trace, weight: string) => {
  const wanted = numbersIn(full, grad(weight)) ?? new Float64Array(1);
  const got = numbersIn(trace, grad(weight)) ?? new Float64Array(wanted.length);
  const length = norm(wanted);
  const difference = norm(wanted.map((v, i) => got[i] - v));
  return { weight, share: difference === 0 ? 0 : difference / length, angle: angleBetween(got, wanted) };
};

/** What a truncation leaves out of the full gradient: of each weight as a number, and of one term by term. */
export const LeftOut = () => {
  const id = useId();
  const { trace, full, plan } = useRun();
  const [isOpen, setOpen] = useState(false);
  const rows = useMemo(() => plan.weights.map((weight) => compare(trace, full, weight)), [trace, full, plan]);
  return (
    <>
      <p className="controls-label" id={id}>
        {text.leftOut}
      </p>
      <table className="controls-table" aria-labelledby={id}>
        <thead>
          <tr>
            <th scope="col">{text.gradientOf}</th>
            <th scope="col" title={text.leftOutShare}>
              {text.relative}
            </th>
            <th scope="col">{text.angleHead}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ weight, share, angle }) => (
            <tr key={weight}>
              <th scope="row">
                <CellSymbol id={grad(weight)} plan={plan} />
              </th>
              <td title={formatFull(share)}>{formatPercent(share)}</td>
              <td title={formatFull(angle)}>{formatAngle(angle)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <details className="controls-more" onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{text.termByTerm}</summary>
        {isOpen && <Terms />}
      </details>
    </>
  );
};

/** The norm of each step's term, of the weight whose terms the score shows. */
const Terms = () => {
  const { trace, full, plan } = useRun();
  const weight = useUnrolled((state) => state.ledger);
  const sizeIn = (from: Trace, t: number) => {
    const numbers = numbersIn(from, term(weight, t));
    return numbers && norm(numbers);
  };
  const steps = everyStep(plan.shape.T);
  return (
    <table className="controls-table">
      <caption>
        {text.termsOf} <CellSymbol id={grad(weight)} plan={plan} />
      </caption>
      <thead>
        <tr>
          <th scope="col">t</th>
          <th scope="col">{text.inFull}</th>
          <th scope="col">{text.truncated}</th>
        </tr>
      </thead>
      <tbody>
        {steps.map((t) => {
          const [whole, kept] = [sizeIn(full, t), sizeIn(trace, t)];
          const absent = whole === undefined ? text.none : text.cut;
          return (
            <tr key={t}>
              <th scope="row">{t}</th>
              <td title={whole === undefined ? undefined : formatFull(whole)}>
                {whole === undefined ? text.none : formatNumber(whole)}
              </td>
              <td title={kept === undefined ? undefined : formatFull(kept)}>
                {kept === undefined ? absent : formatNumber(kept)}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
};
