/** Sentences of the area "tasks": the presets. */
export const tasks = {
  presets: {
    article: {
      title: 'Article, T = 3',
      about: 'The article’s network: three steps, one hidden unit, the error at the last step.',
    },
    vanishing: {
      title: 'Vanishing',
      about: 'On the way back to the first step almost nothing of the gradient is left.',
    },
    exploding: {
      title: 'Exploding',
      about: 'On the way back to the first step the gradient grows more than a thousandfold.',
    },
    clipped: {
      title: 'Clipped',
      about: 'The exploding network, its gradient cut back to the threshold at each step.',
    },
  },
} as const;
