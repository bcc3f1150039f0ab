import type { NetworkLayout } from '../../layout/network';
import { useCell, usePlan } from '../../store';
import { AtRest } from '../AtRest';
import { useColumns } from '../score/columns-context';
import { BareState } from './BareState';
import { isPainted, isState } from './node-kinds';
import { PlainNode } from './PlainNode';
import { MathSymbol } from './Symbol';

/** The nodes that a canvas draws, as what can be pointed at, pressed and read out; they follow once all rests. */
export const BareNodes = ({ layout }: { readonly layout: NetworkLayout }) => {
  const { width } = useColumns();
  const { label } = layout.metrics;
  return (
    <AtRest>
      {layout.nodes
        .filter(isPainted)
        .map((node) =>
          isState(node) ? (
            <BareState key={node.id} node={node} />
          ) : (
            <PlainNode key={node.id} node={node} labelSize={label} columnWidth={width} isBare />
          ),
        )}
    </AtRest>
  );
};

/** The names of those among them that have room for one. */
export const BareNames = ({ layout }: { readonly layout: NetworkLayout }) =>
  layout.nodes
    .filter((node) => node.isNamed && isPainted(node))
    .map(({ id, name }) => <BareName key={id} id={id} name={name} size={layout.metrics.label} />);

interface NameProps extends Pick<NetworkLayout['nodes'][number], 'id' | 'name'> {
  readonly size: number;
}

const BareName = ({ id, name, size }: NameProps) => {
  const plan = usePlan();
  const isKnown = useCell(id) !== undefined;
  return (
    isKnown && (
      <g className="network-node">
        <MathSymbol cell={id} plan={plan} {...name} size={size} />
      </g>
    )
  );
};
