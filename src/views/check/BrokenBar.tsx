import { useMemo } from 'react';
import { numbersIn } from '../../engine';
import type { Op } from '../../engine/types';
import { check as text } from '../../messages/check';
import { formatNumber, label } from '../../notation';
import { useRun, useUnrolled } from '../../store';
import { rescue, toBroken } from '../../store/actions';
import './broken-bar.css';
import { causeOf } from './cause';

const placeOf = ({ pass, t }: Op): string => {
  if (pass === 'update') return text.places.update;
  return t === 0 ? text.places.whole : text.places[pass](t);
};

/** The first operation whose number is not finite, why, the way to it and the way back. */
export const BrokenBar = ({ broken }: { broken: Op }) => {
  const run = useRun();
  const { trace, plan } = run;
  const setup = useUnrolled((state) => state.setup);
  const updates = useUnrolled((state) => state.updates);
  const cause = useMemo(
    () => causeOf({ trace: run.trace, broken, setup, updates }),
    [run, broken, setup, updates],
  );
  const value = numbersIn(trace, broken.out)?.find((v) => !Number.isFinite(v)) ?? Number.NaN;
  return (
    <section className="broken-bar" aria-label={text.brokenTitle}>
      <p role="alert">
        <strong>{text.first(label(broken.out, plan), formatNumber(value), placeOf(broken))}</strong> {cause}
      </p>
      <div className="broken-bar-buttons">
        <button type="button" className="button" onClick={() => toBroken()}>
          {text.toBroken}
        </button>
        <button type="button" className="button" onClick={() => rescue()}>
          {text.rescue}
        </button>
      </div>
    </section>
  );
};
