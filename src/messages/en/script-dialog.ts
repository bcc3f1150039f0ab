/** Sentences around the script for PyTorch; loaded with its dialog. */
export const scriptDialog = {
  title: 'The same in PyTorch',
  about:
    'Run as it is, this script prints the states, the error, the gradients and one optimizer step of this network, computed by PyTorch itself in double precision.',
  usage: 'It needs Python 3 with torch and nothing else: python3 unrolled.py',
  code: 'Script',
  copy: 'Copy',
  copied: 'Copied.',
  selected: 'The browser did not let it be copied. It is selected: copy it from here.',
  save: 'Save',
  fileName: 'unrolled.py',
} as const;
