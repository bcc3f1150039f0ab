import { useEffect, useRef } from 'react';
import type { Op } from '../../engine/types';
import { predict as text } from '../../messages/predict';
import { type Field, TypedForm } from './TypedForm';
import { useVerdict } from './use-verdict';
import { VerdictText } from './VerdictText';

/** Compares a result that was computed elsewhere with this step's. */
export const Comparison = ({ op }: { readonly op: Op }) => {
  const { verdict, check, forget } = useVerdict(op);
  const field = useRef<Field>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <div className="comparison">
      <TypedForm cell={op.out} label={text.yours} field={field} onCheck={check} onChange={forget} />
      <div className="verdict" role="status" data-verdict={verdict?.kind}>
        {verdict !== null && <VerdictText op={op} verdict={verdict} isOpen />}
      </div>
    </div>
  );
};
