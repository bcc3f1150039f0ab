import { useCallback, useMemo, useState } from 'react';
import { opAt, timeOf } from '../../engine';
import { enlargedColumn } from '../../layout/enlarged';
import { isCompressed, type NetworkLayout } from '../../layout/network';
import { focusIn, useRun, useTheme, useUnrolled } from '../../store';
import { type Draw, RowCanvas } from '../canvas/RowCanvas';
import { useColumns } from '../score/columns-context';
import { paintLongStates, paintNetwork } from './paint-network';
import type { Scene } from './scene';
import { StillLayer } from './still-layer';
import { roleIn } from './use-role';

/** An operation reads and writes in the columns next to its own. */
const isNear = (t: number, step: number | undefined): boolean =>
  step !== undefined && Math.abs(t - step) <= 1;

/** What lies below the elements of the network: in narrow columns nearly all of it, else the states with many units. */
export const NetworkCanvas = ({ layout }: { readonly layout: NetworkLayout }) => {
  const columns = useColumns();
  const run = useRun();
  const theme = useTheme();
  const playhead = useUnrolled((state) => state.playhead);
  const pointed = useUnrolled((state) => state.pointed);
  const path = useUnrolled((state) => state.path);
  const t = useUnrolled((state) => focusIn(state)?.t ?? 0);
  const enlarged = useMemo(
    () => (t > 0 && isCompressed(layout) ? enlargedColumn(run.plan, t, columns, layout) : []),
    [run.plan, t, columns, layout],
  );
  const [still] = useState(() => new StillLayer());
  const draw: Draw = useCallback(
    (pen, ratio) => {
      const op = opAt(run.plan, playhead);
      const scene: Scene = {
        ...{ layout, columns, enlarged, run, playhead, op, theme },
        roleOf: (cells) => roleIn({ pointed, path }, op, cells),
        mayConcern: (t) =>
          path.size > 0 || isNear(t, op?.t) || (pointed !== null && isNear(t, timeOf(pointed))),
      };
      if (columns.mode === 'strip') paintNetwork(pen, ratio, scene, still);
      else paintLongStates(pen, ratio, scene);
    },
    [layout, columns, enlarged, run, theme, playhead, pointed, path, still],
  );
  return <RowCanvas height={layout.height} draw={draw} />;
};
