import { memo } from 'react';
import { inkOn, palette } from '../../layout/colour';
import { useRun, useTheme } from '../../store';
import { cellTexts, type MatrixSize } from './sizes';

interface Props {
  /** The weight whose gradient it is, or a part of it. */
  readonly weight: string;
  readonly value: Float64Array;
  readonly cols: number;
  readonly size: MatrixSize;
  /** Letters of the gates whose rows are stacked in it. */
  readonly blocks?: readonly string[];
  /** Whether there is room for them beside it. */
  readonly hasLetters?: boolean;
  /** What a full colour stands for, where it is not the weight's gradient. */
  readonly most?: number;
  /** Whether it is no gradient: then its frame has no notch. */
  readonly isPlain?: boolean;
  /** Whether its cells are drawn below, on a canvas. */
  readonly isPainted?: boolean;
}

/** A block this high has room for its gate's letter. */
const LEAST_BLOCK = 12;

/** A gradient's numbers as cells, centred on (0, 0). Its frame has a notch: a gradient, not a value. */
export const Matrix = memo((props: Props) => {
  const { weight, value, cols, size, most, blocks = [] } = props;
  const { hasLetters = false, isPlain = false, isPainted = false } = props;
  const colours = palette(useTheme());
  // The terms of a weight and their sum share one scale, which the legend names: equal colours are equal numbers.
  const { termMax } = useRun();
  const { cellWidth, cellHeight, width, height, hasNumbers } = size;
  const written = hasNumbers ? cellTexts(value, cellWidth - 6) : undefined;
  const gap = hasNumbers ? 2 : cellWidth > 6 ? 1 : 0;
  return (
    <g transform={`translate(${-width / 2} ${-height / 2})`}>
      <path
        className={isPainted ? 'ledger-frame is-open' : 'ledger-frame'}
        d={framed(width + 6, height + 6, isPlain ? 0 : 8)}
        transform="translate(-3 -3)"
      />
      {Array.from(isPainted ? [] : value, (entry, index) => {
        const fill = colours.value(Number.isNaN(entry) ? 0 : entry / (most ?? termMax[weight]));
        const [column, row] = [index % cols, Math.floor(index / cols)];
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a cell of a matrix is its place
          <g key={index} transform={`translate(${column * cellWidth} ${row * cellHeight})`}>
            <rect
              x={gap / 2}
              y={gap / 2}
              width={cellWidth - gap}
              height={cellHeight - gap}
              rx={Math.min(4, cellHeight / 6)}
              fill={fill}
            />
            {written && (
              <text
                x={cellWidth / 2}
                y={cellHeight / 2}
                dy="0.35em"
                fontSize={written.size}
                fill={inkOn(fill)}
              >
                {written.texts[index]}
              </text>
            )}
          </g>
        );
      })}
      {blocks.map((letter, block) => {
        const y = (block * height) / blocks.length;
        return (
          <g key={letter} className="ledger-block">
            {block > 0 && <line x1={-3} x2={width + 3} y1={y} y2={y} />}
            {hasLetters && height / blocks.length >= LEAST_BLOCK && (
              <text x={-8} y={y + height / blocks.length / 2} dy="0.35em" fontSize={11}>
                {letter}
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
});

/** A rounded frame whose upper right corner is cut off by up to `notch` px. */
const framed = (width: number, height: number, notch: number): string => {
  const cut = Math.min(notch, height / 3);
  const r = 4;
  const corner = cut === 0 ? `H${width - r}a${r} ${r} 0 0 1 ${r} ${r}` : `H${width - cut}L${width} ${cut}`;
  return (
    `M${r} 0${corner}V${height - r}a${r} ${r} 0 0 1 ${-r} ${r}` +
    `H${r}a${r} ${r} 0 0 1 ${-r} ${-r}V${r}a${r} ${r} 0 0 1 ${r} ${-r}Z`
  );
};
