/** The product of Jacobians in TeX and in one line of text. */
import { at, grad } from '../engine';
import type { CellId, Plan } from '../engine/types';
import { label } from './labels';
import { derivative, errorTex, pointable, tex } from './tex';

/** A spelling for the eye: TeX, and plain text until it is drawn. */
export interface Spelled {
  readonly tex: string;
  readonly text: string;
  readonly lines: number;
}

/** One state, or the whole of several as a tuple: `S_3`, `(S_3, C_3)`. */
const whole = (states: readonly string[], spell: (lane: string) => string): string =>
  states.length === 1 ? spell(states[0]) : `(${states.map(spell).join(',')})`;

const stateTex = (states: readonly string[], t: number, plan: Plan): string =>
  whole(states, (lane) => tex(at(lane, t), plan));

/** A state at any step: `S_t`, `S_{t-1}`. */
const openTex = (states: readonly string[], index: string, plan: Plan): string =>
  whole(states, (lane) => tex(`${lane}_${index}`, plan));

/** What has come to a state: δ_3; of a pair the gradient by both. It points at δ_3 in the network. */
const arrivedTex = (states: readonly string[], t: number, plan: Plan): string => {
  const id = grad(at('S', t));
  return pointable(
    id,
    states.length === 1 ? tex(id, plan) : derivative(errorTex(plan, false), stateTex(states, t, plan)),
  );
};

const arrivedText = (states: readonly string[], t: number, plan: Plan): string =>
  states.length === 1
    ? label(grad(at('S', t)), plan)
    : `∂${label(plan.error)}/∂${whole(states, (lane) => label(at(lane, t)))}`;

/** ∂S_t/∂S_{t−1} of one step. */
const jacobianTex = (states: readonly string[], t: number, plan: Plan): string =>
  derivative(stateTex(states, t, plan), stateTex(states, t - 1, plan));

/** `∂S₈/∂S₇` in one line of text. */
export const jacobianText = (states: readonly string[], t: number): string =>
  `∂${whole(states, (lane) => label(at(lane, t)))}/∂${whole(states, (lane) => label(at(lane, t - 1)))}`;

/** δ_j = (∏ ∂S_t/∂S_{t−1})ᵀ δ_N; with clipping at each step each factor has what that leaves, c_t, before it. */
export const chainSpelled = (
  plan: Plan,
  states: readonly string[],
  N: number,
  j: number,
  isClipped: boolean,
): Spelled => {
  const [to, from] = [j, N].map((t) => arrivedTex(states, t, plan));
  const [toText, fromText] = [j, N].map((t) => arrivedText(states, t, plan));
  if (j === N) {
    const state = derivative(errorTex(plan, false), stateTex(states, N, plan));
    return states.length === 1
      ? { tex: `${to} = ${state}`, text: `${toText} = ∂${label(plan.error)}/∂${label(at('S', N))}`, lines: 2 }
      : { tex: to, text: toText, lines: 2 };
  }
  const isOne = j === N - 1;
  const index = isOne ? String(N) : 't';
  const c = `c_{${index}}`;
  // Of a pair only the state is clipped: in a factor that is wide already, by a letter.
  const clip = states.length === 1 ? `${c}\\,` : `D_{${index}}\\,`;
  const factor = isOne
    ? jacobianTex(states, N, plan)
    : derivative(openTex(states, 't', plan), openTex(states, 't−1', plan));
  const sign = isOne ? '' : `\\prod_{t=${j + 1}}^{${N}} `;
  const product = `\\Bigl( ${sign}${isClipped ? clip : ''}${factor} \\Bigr)^{\\!\\top}`;
  // The gradient by a pair is wide: it stands on a line of its own.
  const equation =
    states.length === 1
      ? `${to} = ${product} ${from}`
      : `\\begin{aligned}& ${to} \\\\[6pt] & = ${product} ${from}\\end{aligned}`;
  const where = `c_t = \\min\\bigl(1,\\ ${tex('theta')} / \\lVert ${tex(grad('S_t'), plan)} \\rVert\\bigr)`;
  const letter = states.length === 1 ? '' : `D_t = \\operatorname{diag}(c_t, 1) \\\\[4pt] `;
  return {
    tex: isClipped ? `\\begin{gathered}${equation} \\\\[4pt] ${letter}${where}\\end{gathered}` : equation,
    text: `${toText} = (∏ ${jacobianText(states, j + 1)} …)ᵀ ${fromText}`,
    lines: 3 + (isClipped ? 1.5 : 0) + (states.length === 1 ? 0 : isClipped ? 3.5 : 2),
  };
};

/** The gates' letters of a cell. */
const gates = { rnn: '', lstm: 'i, f, g, q', gru: 'r, z, n' } as const;

/** What one Jacobian is made of, in symbols. */
export const factorSpelled = (plan: Plan, states: readonly string[], t: number): Spelled => {
  const { cell } = plan.shape;
  const symbol = (id: CellId) => pointable(id, tex(id, plan));
  const by = (to: string, from: string) => derivative(tex(at(to, t), plan), tex(at(from, t - 1), plan));
  const diagonal = (inside: string) => `\\operatorname{diag}\\bigl(${inside}\\bigr)`;
  const text = jacobianText(states, t);
  if (cell === 'rnn')
    return {
      tex: `${by('S', 'S')} = ${diagonal(`g_1'(${symbol(at('a', t))})`)}\\, ${symbol('Ws')}`,
      text,
      lines: 2,
    };
  const lane = cell === 'gru' ? 'w' : 'a';
  const slope = derivative(tex(at('S', t), plan), tex(at(`${lane}.k`, t), plan));
  const sum = `\\sum_{k=${gates[cell]}} ${diagonal(slope)}\\, ${symbol('Ws')}^{(k)}`;
  if (cell === 'gru')
    return {
      tex: `\\begin{aligned}${by('S', 'S')} &= ${diagonal(symbol(at('z', t)))} \\\\[4pt] & \\quad + ${sum}\\end{aligned}`,
      text,
      lines: 5.5,
    };
  if (states.length === 1) return { tex: `${by('S', 'S')} = ${sum}`, text, lines: 3.5 };
  const [f, q, h] = ['f', 'q', 'h'].map((one) => symbol(at(one, t)));
  return {
    tex: `\\begin{aligned}${by('C', 'C')} &= ${diagonal(f)} \\\\[6pt] ${by('S', 'C')} &= ${diagonal(`${q} \\odot (1 - ${h}^{\\odot 2}) \\odot ${f}`)}\\end{aligned}`,
    text,
    lines: 4.5,
  };
};
