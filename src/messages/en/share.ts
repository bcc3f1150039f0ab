/** What is said when the link was copied; loaded with what copies it. */
export const share = {
  copied: 'Link copied. It opens this network at this very step.',
  copiedTalk: 'Link copied. It opens this network at this very step, with all moments of the talk.',
  /** What the link has no room for. */
  left: {
    trained:
      'Link copied, without the trained weights: they are too many for a link. Export saves them in a file.',
    edits:
      'Link copied, without the numbers that were given by hand: they are too many for a link. Export saves them in a file.',
  },
  copyYourself: 'The browser did not let the link be copied. It is selected: copy it from here.',
  link: 'Link to this step',
} as const;
