/** The setups to start from: what they are called, and one sentence each about what to look at. */
export const presets = {
  more: 'More…',
  title: 'Start from',
  groups: {
    basic: 'The article’s network',
    back: 'What becomes of a gradient on its way back',
    gates: 'What gates do about it',
    missed: 'What is easily missed',
  },
  of: {
    article: {
      title: 'Article, T = 3',
      about:
        'Three steps, one hidden unit, the error at the last step: small enough to follow every number by hand.',
    },
    vanishing: {
      title: 'Vanishing',
      about:
        '{Ws} is small, its spectral norm 0.9: look at the arrows between the states, each of which leaves less, until next to nothing reaches {S1}.',
    },
    exploding: {
      title: 'Exploding',
      about:
        '{Ws} is large: look at the chart, where the gradient grows more than a thousandfold on its way to {S1}.',
    },
    clipped: {
      title: 'Clipped',
      about:
        'The exploding network, its gradient cut back to the threshold at each step: look at the chart, where each tick shows what came in and each point what flows on.',
    },
    saturated: {
      title: 'Vanishing by saturation',
      about:
        '{Ws} is 1.5, and yet the gradient vanishes: look at the states, all close to 1, where tanh is flat and its slope next to 0.',
    },
    growing: {
      title: 'ρ < 1, and yet growing',
      about:
        'The radius ρ is 0.9, and yet the gradient grows nineteenfold at first: look at the chart, which turns down only nine steps further back. ρ rules the long run alone.',
    },
    relu: {
      title: 'relu',
      about:
        'The slope of relu is 1 or 0: look at the units that are 0, which pass nothing back, and at the arrows, for what the others pass is not weakened.',
    },
    lstmRemembers: {
      title: 'LSTM remembers',
      about:
        'A forget bias of 3 keeps the forget gates near 1: look at the arrows between the {C}, through which nearly all of the gradient arrives, back to the first step.',
    },
    lstmForgets: {
      title: 'LSTM forgets',
      about:
        'The same LSTM without biases, its forget gates near ½: look at the arrows between the {C}, which leave about half at every step.',
    },
    gruRemembers: {
      title: 'GRU remembers',
      about:
        'A bias of 3 keeps the update gates z near 1, so that {S} is carried over: look at the arrows between the states, through which nearly all of the gradient arrives.',
    },
    everyStep: {
      title: 'Error at every step hides it',
      about:
        'The vanishing network with an error at every step: look at Who hears whom, where each error’s row fades to the left, and the last row, their sum, does not.',
    },
    truncated: {
      title: 'Truncated too short',
      about:
        'Nothing vanishes here, but truncation ends the way of the gradient after three steps: look at the line where it is cut, and in the set-up at how much of {d:Ws} is left out.',
    },
  },
} as const;
