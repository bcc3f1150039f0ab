import { useEffect, useId, useRef, useState } from 'react';
import type { Point } from '../../engine/landscape';
import { cliff as text } from '../../messages/en/cliff';
import { formatNumber } from '../../notation';
import { store, useUnrolled } from '../../store';
import { walksMoments } from '../../store/clicker';
import { lookAtCliff } from '../../store/cliff';
import { walk } from '../../store/talk';
import { limits } from '../../tasks/setup';
import { NumberEntry } from '../controls/NumberEntry';
import { evenly, SliderField, type Travel } from '../controls/SliderField';
import { CliffMap } from './CliffMap';
import { RaceTable } from './RaceTable';
import type { Region, Subject } from './subject';
import { isWithin } from './terrain';
import { useSurvey } from './use-survey';

const [, updates] = limits.descent;

/** Milliseconds between two updates while it plays. */
const beat = 100;

/** Fine near zero, where learning rates live. */
const cubed: Travel = {
  from: 0,
  to: 1,
  step: 0.005,
  toValue: (position) => Number((limits.learningRate[1] * position ** 3).toPrecision(2)),
  toPosition: (value) => Math.cbrt(value / limits.learningRate[1]),
};

const byPowers: Travel = {
  from: -3,
  to: 3,
  step: 0.05,
  toValue: (position) => Number((10 ** position).toPrecision(2)),
  toPosition: Math.log10,
};

interface Props {
  readonly subject: Subject;
  readonly names: readonly [string, string];
  readonly start: Point;
  readonly region: Region;
  readonly eta: number;
  readonly theta: number;
}

/** The map with the two descents on it, what sets them, and the table that says the same. */
export const RaceView = ({ subject, names, region, ...own }: Props) => {
  const cliff = useUnrolled((state) => state.cliff);
  const { start = own.start, eta = own.eta, theta = own.theta, update = 0 } = cliff ?? {};
  const [isPlaying, setPlaying] = useState(false);
  const { terrain, race, isBroken } = useSurvey({ subject, region, from: start, eta, theta, updates });

  const known = race ? race.free.length - 1 : 0;
  const now = Math.min(update, known);
  const isRunning = isPlaying && now < updates;
  useEffect(() => {
    if (!isRunning) return;
    const timer = setTimeout(() => lookAtCliff({ update: Math.min(now + 1, known) }), beat);
    return () => clearTimeout(timer);
  }, [isRunning, now, known]);

  const goTo = (next: number) => {
    setPlaying(false);
    lookAtCliff({ update: Math.min(Math.max(next, 0), known) });
  };
  const play = () => {
    if (now >= updates) lookAtCliff({ update: 0 });
    setPlaying(!isRunning);
  };
  const moveStart = (next: Point) => {
    setPlaying(false);
    lookAtCliff({ start: next, update: 0 });
  };
  useClicker((direction) => goTo(now + direction));
  const free = race?.free.slice(0, now + 1) ?? [];
  const clipped = race?.clipped.slice(0, now + 1) ?? [];

  return (
    <div className="cliff-body">
      <div className="cliff-left">
        {isBroken && <p role="alert">{text.problem}</p>}
        <CliffMap {...{ terrain, region, names, start, free, clipped, eta, theta }} onStart={moveStart} />
      </div>
      <div className="cliff-right">
        <div className="cliff-transport">
          <button type="button" className="button button-strong" onClick={play}>
            {isRunning ? text.pause : text.play}
          </button>
          <button type="button" className="button" disabled={now === 0} onClick={() => goTo(0)}>
            {text.first}
          </button>
          <button type="button" className="button" disabled={now === 0} onClick={() => goTo(now - 1)}>
            {text.previous}
          </button>
          <button type="button" className="button" disabled={now >= updates} onClick={() => goTo(now + 1)}>
            {text.next}
          </button>
        </div>
        <SliderField
          name={text.update}
          value={now}
          limits={{ range: [0, updates], isWhole: true }}
          travel={evenly(0, updates, 1)}
          onChange={goTo}
        />
        <div className="cliff-fields">
          <SliderField
            name={text.learningRate}
            value={eta}
            limits={{ range: limits.learningRate }}
            travel={cubed}
            onChange={(next) => lookAtCliff({ eta: next })}
          />
          <SliderField
            name={text.threshold}
            value={theta}
            limits={{ range: limits.threshold }}
            travel={byPowers}
            onChange={(next) => lookAtCliff({ theta: next })}
          />
          {names.map((name, k) => (
            <StartField
              key={name}
              name={text.startAlong(name)}
              value={start[k]}
              onChange={(next) => moveStart(k === 0 ? [next, start[1]] : [start[0], next])}
            />
          ))}
        </div>
        <Notes {...{ free, clipped, eta, theta, region }} />
        <RaceTable names={names} free={free} clipped={clipped} />
      </div>
    </div>
  );
};

/**
 * A presenter's clicker goes from update to update, wherever the focus is, or from moment to moment of a talk; a list that
 * is open keeps its keys.
 */
const useClicker = (go: (direction: 1 | -1) => void): void => {
  const latest = useRef(go);
  useEffect(() => {
    latest.current = go;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isClick = event.key === 'PageDown' || event.key === 'PageUp';
      if (!isClick || event.target instanceof HTMLSelectElement) return;
      event.preventDefault();
      const direction = event.key === 'PageDown' ? 1 : -1;
      if (walksMoments(store.getState())) walk(direction);
      else latest.current(direction);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
};

interface StartProps {
  readonly name: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
}

const StartField = ({ name, value, onChange }: StartProps) => {
  const id = useId();
  return (
    <div className="controls-field">
      <label className="controls-label" htmlFor={id}>
        {name}
      </label>
      <NumberEntry
        id={id}
        name={name}
        value={value}
        limits={{ range: limits.parameter }}
        onCommit={onChange}
      />
    </div>
  );
};

type NotesProps = Pick<Parameters<typeof CliffMap>[0], 'free' | 'clipped' | 'eta' | 'theta' | 'region'>;

/** What the drawing cannot say: lengths of the next steps, and who has left the map or broke. */
const Notes = ({ free, clipped, eta, theta, region }: NotesProps) => {
  const here = clipped.at(-1);
  if (!here) return null;
  const left = [
    [text.free, free.at(-1)?.point],
    [text.clipped, here.point],
  ] as const;
  return (
    <div className="cliff-notes">
      <p>
        {text.steps(
          formatNumber(here.norm),
          formatNumber(eta * here.norm),
          formatNumber(eta * Math.min(here.norm, theta)),
        )}
      </p>
      {left.map(([name, point]) => {
        if (!point || isWithin(region, point)) return null;
        const isLost = !point.every(Number.isFinite);
        const [u, v] = point;
        return (
          <p key={name}>{isLost ? text.lost(name) : text.off(name, formatNumber(u), formatNumber(v))}</p>
        );
      })}
    </div>
  );
};
