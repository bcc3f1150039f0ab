import type { ReactNode } from 'react';
import type { CellId } from '../../engine/types';
import type { Box, NodeBox } from '../../layout/boxes';
import { run, type State, usePlan, useUnrolled } from '../../store';
import { Cells, notched } from './Cells';
import { MathSymbol } from './Symbol';
import type { Role } from './use-role';

export interface NodeProps {
  readonly node: NodeBox;
  readonly labelSize: number;
  /** Drawn a second time, enlarged: for the eye alone. */
  readonly isCopy?: boolean;
  /** Drawn on a canvas: here it is only pointed at, pressed and read out. */
  readonly isBare?: boolean;
}

const grow = ({ x, y, width, height }: Box, by: number): Box => ({
  x: x - by,
  y: y - by,
  width: width + 2 * by,
  height: height + 2 * by,
});

interface OutlineProps {
  /** Whether the cells stand in it; without, they are drawn below. */
  readonly hasCells?: boolean;
  readonly box: Box;
  readonly emphasis: Role;
  readonly radius: number;
  /** Several cells stand a little inside of their outline. */
  readonly isVector: boolean;
  readonly isGradient?: boolean;
  readonly children: ReactNode;
}

/**
 * A node's ground and, over its cells, its outline: ink and thick in focus, ink and thin where read or pointed at,
 * else quiet; a gradient's is notched.
 */
export const Outlined = ({
  box,
  emphasis,
  radius,
  isVector,
  isGradient = false,
  hasCells = true,
  children,
}: OutlineProps) => {
  const isStrip = isGradient && box.width < 10;
  const outer = grow(box, isVector && !isGradient ? 2 : 0);
  const shape = (className: string) =>
    isGradient ? (
      <path className={className} d={notched(outer)} />
    ) : (
      <rect className={className} {...outer} rx={radius} />
    );
  return (
    <>
      {hasCells && shape('network-ground')}
      {hasCells && children}
      {shape(
        `network-outline${isGradient ? ' is-gradient' : ''}${isStrip ? ' is-strip' : ''} is-${emphasis}`,
      )}
    </>
  );
};

interface VectorProps {
  readonly box: Box;
  readonly across?: number;
  readonly type: number;
  readonly cell: CellId;
  readonly values: Float64Array;
  readonly emphasis: Role;
  readonly hasCells?: boolean;
}

interface ValueProps extends VectorProps {
  readonly radius: number;
  /** Where the cells are not as round as what is around them. */
  readonly cellRadius?: number;
  readonly isProvisional: boolean;
}

const valueMaxIn = (state: State) => run(state).valueMax;
const gradientDomainIn = (state: State) => run(state).gradientDomain;

/** The numbers of a value, outlined. */
export const ValueVector = ({ emphasis, radius, cellRadius, hasCells, ...cells }: ValueProps) => {
  const plan = usePlan();
  const valueMax = useUnrolled(valueMaxIn);
  return (
    <Outlined
      box={cells.box}
      emphasis={emphasis}
      radius={radius}
      isVector={cells.values.length > 1}
      hasCells={hasCells}
    >
      <Cells plan={plan} valueMax={valueMax} radius={cellRadius ?? radius} {...cells} />
    </Outlined>
  );
};

/** The numbers of a gradient, outlined. */
export const GradientVector = ({ emphasis, hasCells, ...cells }: VectorProps) => {
  const plan = usePlan();
  const valueMax = useUnrolled(valueMaxIn);
  const gradientDomain = useUnrolled(gradientDomainIn);
  return (
    <Outlined
      box={cells.box}
      emphasis={emphasis}
      radius={4}
      isVector={cells.values.length > 1}
      isGradient
      hasCells={hasCells}
    >
      <Cells plan={plan} valueMax={valueMax} gradientDomain={gradientDomain} {...cells} />
    </Outlined>
  );
};

interface NameProps {
  readonly node: NodeBox;
  readonly cell: CellId;
  readonly size: number;
  readonly isProvisional: boolean;
}

/** A node's symbol, where there is room for one. */
export const NodeName = ({ node, cell, size, isProvisional }: NameProps) =>
  node.isNamed && (
    <MathSymbol
      cell={cell}
      {...node.name}
      size={size}
      className={isProvisional ? 'network-provisional' : ''}
    />
  );
