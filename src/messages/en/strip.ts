/** Sentences of the strip of the whole sequence, and of the window on it. */
export const strip = {
  region: 'Whole sequence',
  title: (T: string) => `All ${T} steps`,
  window: 'Steps in sight',
  inSight: (first: string, last: string) => `${first} – ${last} in sight`,
  spoken: (first: number, last: number, T: number) => `steps ${first} to ${last} of ${T}`,
  /** What is under the pointer; `norm` as `‖δ₅₁₂‖`. */
  under: (t: string) => `t = ${t}`,
  underWithNorm: (t: string, norm: string) => `t = ${t}, gradient ${norm}`,
  hint: 'Drag to pan. Turn the wheel or pinch to zoom. Press twice to fit, and to follow the step again.',
} as const;
