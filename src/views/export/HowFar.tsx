import { exported as text } from '../../messages/export';
import type { State } from '../../store';
import { RadioGroup } from '../controls/RadioGroup';
import type { Scope } from './numbers/panel';

/** While someone predicts, nothing tells of what is still to come. */
const isPredicting = ({ predict }: State): boolean => predict !== null;

/** As far as operations may be told of, of what was chosen. */
export const scopeIn = (state: State, chosen: Scope): Scope => (isPredicting(state) ? 'done' : chosen);

interface Props {
  readonly state: State;
  readonly value: Scope;
  readonly onChange: (scope: Scope) => void;
}

/** How far the operations go that are taken away. */
export const HowFar = ({ state, value, onChange }: Props) =>
  isPredicting(state) ? (
    <p className="export-note">{text.predicting}</p>
  ) : (
    <RadioGroup name={text.scope} choices={text.scopes} value={value} onChange={onChange} />
  );
