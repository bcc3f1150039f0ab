/** Sentences of the timeline, the transport below it and the legend. */
export const timeline = {
  region: 'Timeline',
  title: 'Time',
  operations: (all: number) => `${all} operations`,
  step: 'Step',
  forward: 'forward →',
  backward: '← backward',
  update: 'update',
  time: (t: number) => `t = ${t}`,
  transport: 'Transport',
  first: 'First step',
  previous: 'Previous step',
  play: 'Play',
  pause: 'Pause',
  next: 'Next step',
  last: 'Last step',
  stride: 'Stride',
  strides: { operation: 'Operation', 'time step': 'Time step', pass: 'Pass' },
  speed: 'Speed',
  times: (factor: string) => `${factor} ×`,
  passes: { forward: 'forward', backward: 'backward', update: 'update' },
  start: (all: number) => `start · ${all} operations`,
  position: (done: number, all: number, pass: string, t: number) =>
    `operation ${done} of ${all} · ${pass}${t > 0 ? ` · t = ${t}` : ''}`,
  spokenStart: (all: number) => `start, before the first of ${all} operations`,
  spokenPosition: (done: number, all: number, pass: string, t: number, cell: string) =>
    `operation ${done} of ${all}, ${pass}${t > 0 ? `, t = ${t}` : ''}: ${cell}`,
} as const;
