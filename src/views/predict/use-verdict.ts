import { useState } from 'react';
import type { Op, Trace } from '../../engine/types';
import { recognise, type Typed, type Verdict } from '../../lessons/mistakes';
import { run, store, useRun } from '../../store';

/** What is said of a typed result, as long as neither the operation nor the numbers of the run are others. */
export const useVerdict = (op: Op | undefined) => {
  const { trace } = useRun();
  const [said, setSaid] = useState<{ readonly of: Op; readonly trace: Trace; readonly verdict: Verdict }>();
  const check = (typed: Typed): Verdict | null => {
    if (!op) return null;
    const now = run(store.getState());
    const verdict = recognise(now.trace, op, typed, now.full);
    setSaid({ of: op, trace: now.trace, verdict });
    return verdict;
  };
  return {
    verdict: said && said.of === op && said.trace === trace ? said.verdict : null,
    check,
    forget: () => setSaid(undefined),
  };
};
