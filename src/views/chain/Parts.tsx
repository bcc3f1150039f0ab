import { type ReactNode, useId } from 'react';
import { at, grad, numbersIn, spectralRadius } from '../../engine';
import { quotientOf } from '../../engine/chain';
import { gateParts, splitGain, steepestSlope } from '../../engine/factors';
import type { CellId } from '../../engine/types';
import { messages } from '../../messages';
import { formatNumber, spoken, spokenText } from '../../notation';
import { MatrixGrid } from '../inspector/MatrixGrid';
import { CellSymbol, Sentence } from '../inspector/Symbols';
import type { Followed } from './use-chain';

const text = messages.chain;

interface Props {
  readonly followed: Followed;
  readonly t: number;
}

export const sigmaMax = (
  <>
    σ<sub>max</sub>
  </>
);

/** Up to so many entries the two blocks of a pair show their numbers side by side. */
const mostInPair = 4;

/** The Jacobian itself; of a pair of states its four blocks. */
export const JacobianMatrix = ({ followed, t, matrix }: Props & { readonly matrix: Float64Array }) => {
  const { run, trace, states } = followed;
  const { H } = trace.plan.shape;
  const n = H * states.length;
  const blocks = states.flatMap((to, k) =>
    states.map((from, l) => ({
      to,
      from,
      values:
        n === H
          ? matrix
          : Float64Array.from(
              { length: H * H },
              (_, i) => matrix[(k * H + Math.floor(i / H)) * n + l * H + (i % H)],
            ),
    })),
  );
  return (
    <div className={n === H ? 'chain-block' : 'chain-block chain-blocks'}>
      {blocks.map(({ to, from, values }) => (
        <Part key={to + from} head={<Quotient to={at(to, t)} from={at(from, t - 1)} />}>
          <MatrixGrid
            cell={grad(at(from, t - 1))}
            name={text.jacobianName(spoken(at(to, t)), spoken(at(from, t - 1)))}
            values={values}
            cols={H}
            scale={run.valueMax}
            kind="value"
            isEditable={false}
            isDense={n > H && H > mostInPair}
          />
        </Part>
      ))}
    </div>
  );
};

/** What the Jacobian is made of: slopes and weights, which are two different reasons for a gradient to vanish. */
export const Parts = ({ followed, t }: Props) =>
  followed.trace.plan.shape.cell === 'rnn' ? (
    <SlopesAndWeights followed={followed} t={t} />
  ) : (
    <GateTable followed={followed} t={t} />
  );

/** Beside a column of up to so many slopes there is room for Ws; more stand in a row above it. */
const mostBeside = 4;

const SlopesAndWeights = ({ followed: { run, trace, chain }, t }: Props) => {
  const { H, g1 } = trace.plan.shape;
  const [{ slopes, sigma }] = gateParts(trace, t);
  const Ws = numbersIn(trace, 'Ws') as Float64Array;
  const split = splitGain(trace, t);
  const link = chain.links.find((one) => one.t === t);
  const [bySlopes, byWeights] = [quotientOf(link, split?.slopes), quotientOf(link, split?.weights)];
  const a = at('a', t);
  return (
    <div className="chain-parts">
      <Part
        head={
          <>
            <span>
              <i>g</i>
              <sub>1</sub>′(
              <CellSymbol cell={a} />)
            </span>
            {bySlopes !== undefined && <b>{text.times(formatNumber(bySlopes, 2))}</b>}
          </>
        }
        note={text.atMost(formatNumber(steepestSlope(g1)))}
      >
        <MatrixGrid
          cell={a}
          name={text.slopesName(spoken(a))}
          values={slopes}
          cols={H > mostBeside ? H : 1}
          scale={run.valueMax}
          kind="value"
          isEditable={false}
        />
      </Part>
      <Part
        head={
          <>
            <CellSymbol cell="Ws" />
            {byWeights !== undefined && <b>{text.times(formatNumber(byWeights, 2))}</b>}
          </>
        }
        note={
          <>
            <span>
              {sigmaMax} {formatNumber(sigma)}
            </span>
            <span>
              {text.rho} {formatNumber(spectralRadius(Ws, H))}
            </span>
          </>
        }
      >
        <MatrixGrid
          cell="Ws"
          name={spokenText(text.weightsName)}
          values={Ws}
          cols={H}
          scale={run.valueMax}
          kind="value"
          isEditable={false}
        />
      </Part>
    </div>
  );
};

/** For each gate, how far the state answers to it, and how far its rows of Ws stretch. */
const GateTable = ({ followed: { trace, states }, t }: Props) => {
  const { cell } = trace.plan.shape;
  const id = useId();
  const parts = states.map((to) => gateParts(trace, t, to));
  const lane = cell === 'gru' ? 'w' : 'a';
  return (
    <div className="chain-table-scroll">
      <p className="chain-note" id={id}>
        <Sentence text={text.gatesTable} />
      </p>
      <table className="chain-table" aria-labelledby={id}>
        <thead>
          <tr>
            <th scope="col">{text.gate}</th>
            {states.map((to) => (
              <th key={to} scope="col">
                {text.largest} |<Quotient to={at(to, t)} from={`${lane}`} />|
              </th>
            ))}
            <th scope="col">
              {sigmaMax} (<CellSymbol cell="Ws" />)
            </th>
          </tr>
        </thead>
        <tbody>
          {parts[0].map(({ gate, sigma }, k) => (
            <tr key={gate}>
              <th scope="row">
                <i>{gate}</i>
              </th>
              {parts.map((ofState, l) => (
                <td key={states[l]}>{formatNumber(largestOf(ofState[k].slopes))}</td>
              ))}
              <td>{formatNumber(sigma)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

const largestOf = (values: Float64Array): number =>
  values.reduce((most, v) => Math.max(most, Math.abs(v)), 0);

/** `∂S₈/∂S₇` in a line of text. */
const Quotient = ({ to, from }: { readonly to: CellId; readonly from: CellId }) => (
  <span>
    ∂<CellSymbol cell={to} />
    /∂
    <CellSymbol cell={from} />
  </span>
);

interface PartProps {
  readonly head: ReactNode;
  readonly note?: ReactNode;
  readonly children: ReactNode;
}

const Part = ({ head, note, children }: PartProps) => (
  <div className="chain-part">
    <div className="chain-part-head">{head}</div>
    {children}
    {note && <div className="chain-part-head">{note}</div>}
  </div>
);
