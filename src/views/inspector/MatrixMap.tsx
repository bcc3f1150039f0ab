import { type MouseEvent, type PointerEvent, useLayoutEffect, useRef } from 'react';
import { valueTint } from '../../layout/tints';
import { messages } from '../../messages';
import { formatFull } from '../../notation';
import { useTheme } from '../../store';
import { paintMap } from '../canvas/map';
import { mapSize } from './gate-rows';

interface Props {
  readonly values: Float64Array;
  readonly rows: number;
  readonly cols: number;
  /** The size of number that gets the full colour. */
  readonly scale: number;
  readonly gates: readonly string[];
  /** The entry that the keys are at. */
  readonly active: number;
  /** Id and name of an entry. */
  readonly idOf: (index: number) => string;
  readonly nameOf: (index: number) => string;
  readonly isEditable: boolean;
  readonly isActive: boolean;
  readonly onChoose: (index: number) => void;
}

/**
 * The entries of a matrix that has too many of them for elements: an image, a pixel each. Of a grid that is not drawn as
 * elements the one entry that the keys are at is there to be read out.
 */
export const MatrixMap = (props: Props) => {
  const { values, rows, cols, scale, gates, active, isActive, isEditable } = props;
  const theme = useTheme();
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    const tint = valueTint(theme, scale);
    if (canvas.current) paintMap(canvas.current, cols, rows, (col, row) => tint(values[row * cols + col]));
  }, [values, rows, cols, scale, theme]);
  const at = ({ currentTarget, clientX, clientY }: MouseEvent<HTMLElement>) => {
    const { left, top, width, height } = currentTarget.getBoundingClientRect();
    const place = (share: number, count: number) =>
      Math.max(0, Math.min(count - 1, Math.floor(share * count)));
    return place((clientY - top) / height, rows) * cols + place((clientX - left) / width, cols);
  };
  const tell = (event: PointerEvent<HTMLElement>) => {
    const index = at(event);
    const [row, col] = [Math.floor(index / cols), index % cols];
    event.currentTarget.title = messages.inspector.place(row + 1, col + 1, formatFull(values[index]));
  };
  const [row, col] = [Math.floor(active / cols), active % cols];
  const size = mapSize(rows, cols);
  return (
    <>
      {gates.length > 0 && (
        <div className="matrix-map-gates" aria-hidden="true">
          {gates.map((gate) => (
            <span key={gate}>{gate}</span>
          ))}
        </div>
      )}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the grid hears the keys and knows the active entry. */}
      <div
        role="rowgroup"
        className={isEditable ? 'matrix-map is-editable' : 'matrix-map'}
        style={{ width: `${size.width}rem`, height: `${size.height}rem` }}
        onPointerMove={tell}
        onClick={(event) => props.onChoose(at(event))}
      >
        {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: a canvas takes no focus */}
        <canvas ref={canvas} aria-hidden="true" />
        {/* biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus. */}
        <div role="row" aria-rowindex={row + 1}>
          {/* biome-ignore lint/a11y/useFocusableInteractive: likewise. */}
          <div
            id={props.idOf(active)}
            role="gridcell"
            aria-label={props.nameOf(active)}
            aria-colindex={col + 1}
            aria-selected={isActive}
            aria-readonly={!isEditable}
            className={isActive ? 'matrix-map-entry is-active' : 'matrix-map-entry'}
            style={{
              left: `${(100 * col) / cols}%`,
              top: `${(100 * row) / rows}%`,
              width: `${100 / cols}%`,
              height: `${100 / rows}%`,
            }}
          />
        </div>
      </div>
    </>
  );
};
