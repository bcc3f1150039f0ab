import { type RefObject, useCallback, useRef } from 'react';
import { strip as text } from '../../messages/strip';
import { useRun, useTheme, useUnrolled } from '../../store';
import { Canvas } from '../canvas/RowCanvas';
import { useColumns } from '../score/columns-context';
import { useWidth } from '../use-width';
import { height } from './places';
import { StepMark } from './StepMark';
import { StripLabel } from './StripLabel';
import { StripMaps } from './strip-maps';
import './strip.css';
import { type Move, useMover } from './use-mover';
import { useScoreGestures } from './use-score-gestures';
import { WindowSlider } from './WindowSlider';

interface Props {
  /** What scrolls the rows of the score. */
  readonly card: RefObject<HTMLElement | null>;
  /** As many steps as fit into it. */
  readonly most: number;
  /** Width of the rows' labels. */
  readonly gutter: number;
}

/** Until it is measured, the strip is as wide as the middle of a 1440 px window leaves it. */
const USUAL_WIDTH = 620;

/** Of a sequence that is longer than what is in sight: all of it as a heat map, and the window on it. */
export const Strip = ({ card, most, gutter }: Props) => {
  const move = useMover(most);
  useScoreGestures(card, move);
  const { first, last, T } = useColumns();
  if (first === 1 && last === T) return null;
  return <WholeSequence gutter={gutter} move={move} />;
};

const WholeSequence = ({ gutter, move }: { readonly gutter: number; readonly move: Move }) => {
  const area = useRef<HTMLDivElement>(null);
  const width = useWidth(area, USUAL_WIDTH);
  return (
    <section className="strip" aria-label={text.region}>
      <StripLabel area={area} width={gutter} />
      <div ref={area} className="strip-area" style={{ height }}>
        <HeatMap width={width} />
        <StepMark width={width} />
        <WindowSlider width={width} move={move} />
      </div>
    </section>
  );
};

const HeatMap = ({ width }: { readonly width: number }) => {
  const run = useRun();
  const theme = useTheme();
  const playhead = useUnrolled((state) => state.playhead);
  const maps = useRef<StripMaps>(undefined);
  const draw = useCallback(
    (pen: CanvasRenderingContext2D, ratio: number) => {
      maps.current ??= new StripMaps();
      maps.current.draw(pen, ratio, { run, theme, playhead, width });
    },
    [run, theme, playhead, width],
  );
  return <Canvas width={width} height={height} draw={draw} />;
};
