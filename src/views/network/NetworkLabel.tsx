import type { ReactNode } from 'react';
import { next } from '../../engine/cells';
import type { NetworkLayout } from '../../layout/network';
import { messages } from '../../messages';
import { spoken } from '../../notation';
import { fold } from '../../store/actions';
import { pointing } from './pointing';
import { isLong, SymbolSpans } from './Symbol';
import { useRole } from './use-role';

interface NetworkLabelProps {
  /** Heights of the weights' names, unrolled. */
  readonly weights?: NetworkLayout['weights'];
  /** A switch in place of the one between unrolled and rolled. */
  readonly children?: ReactNode;
}

/** Title, switch and, unrolled, the weights' names: once for all steps. */
export const NetworkLabel = ({ weights, children }: NetworkLabelProps) => (
  <>
    <h2>{weights ? messages.network.title : messages.network.rolledTitle}</h2>
    {children ?? (
      <label className="network-switch">
        <input type="checkbox" checked={!weights} onChange={(event) => fold(event.target.checked)} />
        {messages.network.rolled}
      </label>
    )}
    {weights &&
      (['Wy', 'Ws', 'Wx'] as const).map((weight) => (
        <WeightName key={weight} weight={weight} y={weights[weight]} />
      ))}
  </>
);

/** A weight at the left of its edges; an ink chip while it is updated. */
const WeightName = ({ weight, y }: { weight: string; y: number }) => {
  const role = useRole([weight, next(weight)]);
  const type = isLong(weight) ? 14 : 16;
  return (
    <div
      className={`network-weight is-${role}`}
      style={{ top: `calc(${y}px * var(--score-scale))` }}
      title={messages.network.weightsNote}
      {...pointing(weight)}
    >
      <svg viewBox="0 0 34 26" className="network-weight-name" aria-hidden="true">
        <rect x={0.75} y={0.75} width={32.5} height={24.5} rx={6} />
        <text x={17} y={18} fontSize={type} textAnchor="middle">
          <SymbolSpans cell={weight} size={type} />
        </text>
      </svg>
      <span>
        <span className="visually-hidden">{spoken(weight)} </span>
        {messages.network.everyStep}
      </span>
    </div>
  );
};
