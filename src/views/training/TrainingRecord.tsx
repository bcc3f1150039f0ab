import { useMemo } from 'react';
import { compare } from '../../messages/compare';
import { learning as text } from '../../messages/learning';
import { formatCount, formatNumber } from '../../notation';
import { useUnrolled } from '../../store';
import type { Curve, Training } from '../../store/state';
import { dropKeptTraining, keepTraining } from '../../store/training';
import { isKeptBack } from '../../tasks/task';
import { baselineOf, TOLERANCE } from '../../tasks/training-set';
import { saveFile } from '../save-file';
import { CurveChart } from './CurveChart';
import { csvOf } from './csv';
import { KeptNote } from './KeptNote';
import { RecordTable } from './RecordTable';
import './training.css';

const percent = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 1 });

/** What became of error and gradient over the updates of the latest training, beside an earlier one that was kept. */
export const TrainingRecord = () => {
  const training = useUnrolled((state) => state.training);
  const kept = useUnrolled((state) => state.keptTraining);
  if (!training) return null;
  const isBeside = kept !== null && kept !== training;
  return (
    <section className="training" aria-label={text.region}>
      <h2 className="section-head">{text.region}</h2>
      <Progress training={training} />
      <Charts training={training} kept={isBeside ? kept : null} />
      {isBeside && <KeptNote kept={kept} training={training} />}
      <div className="training-buttons">
        <button type="button" className="button" onClick={keepTraining} disabled={kept === training}>
          {text.keep}
        </button>
        {kept && (
          <button type="button" className="button" onClick={dropKeptTraining}>
            {text.forget}
          </button>
        )}
        <button
          type="button"
          className="button"
          onClick={() => saveFile(new Blob([csvOf(training, kept)], { type: 'text/csv' }), text.fileName)}
        >
          {text.save}
        </button>
      </div>
      <RecordTable training={training} />
    </section>
  );
};

/** How far it is, and how well it does, in words. */
const Progress = ({ training: { curve, rate, isRunning, judged, setup } }: { training: Training }) => {
  const chosen = useUnrolled(({ comparison }) => comparison && compare.letters[comparison.place]);
  const updates = formatCount(curve.updates);
  return (
    <div className="training-progress">
      <p>
        <b>{isRunning ? text.progress(updates, formatCount(rate)) : text.stopped(updates)}</b>
      </p>
      <p>{text.latest(formatNumber(curve.error.at(-1) ?? Number.NaN))}</p>
      {judged ? (
        <p>
          {text.judged(judged.sequences, formatNumber(judged.error))},{' '}
          {rightIn(judged.right, setup.task.kind)}
        </p>
      ) : (
        <p className="training-note">
          {setup.task.kind === 'text' && !isKeptBack(setup.task.text, setup.T)
            ? text.tooShort
            : text.notJudged}
        </p>
      )}
      {chosen && <p className="training-note">{text.comparing(chosen)}</p>}
    </div>
  );
};

function rightIn(share: number, kind: Training['setup']['task']['kind']): string {
  const written = percent.format(share);
  if (kind === 'text') return text.right.character(written);
  return kind === 'echo' ? text.right.sign(written) : text.right.number(written, formatNumber(TOLERANCE));
}

const errorLanes = ['error', 'least', 'most'] as const;
const normLanes = ['norm', 'clippedNorm'] as const;

const Charts = ({ training: { curve, setup }, kept }: { training: Training; kept: Training | null }) => {
  const baseline = useMemo(() => baselineOf(setup), [setup]);
  const curves = useMemo<readonly Curve[]>(() => (kept ? [curve, kept.curve] : [curve]), [curve, kept]);
  const isClipped = setup.clip === 'norm' || setup.clip === 'value';
  const last = (numbers: Float64Array) => formatNumber(numbers.at(-1) ?? Number.NaN);
  return (
    <>
      <div className="training-charts">
        <CurveChart
          title={text.errorChart}
          said={text.saidError(last(curve.error), formatNumber(baseline))}
          curves={curves}
          lanes={errorLanes}
          mark={{ size: baseline, name: text.baseline }}
        >
          {(plot) => (
            <>
              {kept && <path className="training-kept" d={plot.path(kept.curve, 'error')} />}
              <path className="training-band" d={plot.band(curve, 'least', 'most')} />
              <path className="training-error" d={plot.path(curve, 'error')} />
            </>
          )}
        </CurveChart>
        <CurveChart
          title={text.normChart}
          said={text.saidNorm(last(curve.norm), last(curve.clippedNorm))}
          curves={curves}
          lanes={normLanes}
          mark={
            isClipped && setup.clip === 'norm' ? { size: setup.threshold, name: text.threshold } : undefined
          }
        >
          {(plot) => (
            <>
              {kept && <path className="training-kept" d={plot.path(kept.curve, 'norm')} />}
              <path className="training-norm" d={plot.path(curve, 'norm')} />
              {isClipped && <path className="training-clipped" d={plot.path(curve, 'clippedNorm')} />}
            </>
          )}
        </CurveChart>
      </div>
      <ul className="training-legend">
        <li className="training-sign-error">{text.present}</li>
        {kept && <li className="training-sign-kept">{text.kept}</li>}
        <li className="training-sign-norm">{text.raw}</li>
        {isClipped && <li className="training-sign-clipped">{text.clipped}</li>}
      </ul>
      {curve.span > 1 && <p className="training-note">{text.mean(curve.span)}</p>}
    </>
  );
};
