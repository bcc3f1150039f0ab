import type { CellId, Plan } from '../../engine/types';
import { parts } from '../../notation';

interface SymbolProps {
  readonly cell: CellId;
  readonly plan?: Plan;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly className?: string;
}

/** Whether a symbol's index has several letters, as W_hh has in some courses. */
export const isLong = (cell: CellId): boolean => (parts(cell).sub?.length ?? 0) > 1;

/** A cell's symbol inside a text: italic letter, lowered index. */
export const SymbolSpans = ({ cell, plan, size }: Pick<SymbolProps, 'cell' | 'plan' | 'size'>) => {
  const { prefix, base, sub, suffix } = parts(cell, plan);
  const drop = Math.round(size * 0.22);
  return (
    <>
      {prefix && <tspan className="network-upright">{prefix}</tspan>}
      <tspan className="network-italic">{base}</tspan>
      {sub && (
        <tspan
          className={/\d/.test(sub) ? 'network-upright' : 'network-italic'}
          fontSize={Math.max(11, size * 0.7)}
          dy={drop}
        >
          {sub}
        </tspan>
      )}
      {suffix && (
        <tspan className="network-upright" dy={sub ? -drop : 0}>
          {suffix}
        </tspan>
      )}
    </>
  );
};

/** A symbol in the network: SVG text, because KaTeX cannot leave as SVG. */
export const MathSymbol = ({ x, y, size, anchor = 'middle', className = '', ...what }: SymbolProps) => (
  <text className={`network-symbol ${className}`} x={x} y={y} fontSize={size} textAnchor={anchor}>
    <SymbolSpans {...what} size={size} />
  </text>
);
