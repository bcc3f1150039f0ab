/** What is said of the operations inside an LSTM or a GRU, and of where a gradient was cut off. */
export const gates = {
  lstmTitle: 'Weigh for all four gates at once',
  lstm: (input: string, memory: string) =>
    `${input} and ${memory} are weighed for every gate in one product; its rows are i, f, g and q in turn. (Elsewhere the output gate is called o; here o leads to the output, so the gate is q.)`,
  gruInputTitle: 'Weigh the input for all gates',
  gruInput: (input: string) =>
    `${input} is weighed for the reset gate, the update gate and the candidate in one product: its rows are r, z and n.`,
  gruMemoryTitle: 'Weigh the memory for all gates',
  gruMemory: (memory: string) =>
    `${memory} is weighed apart from the input, because the reset gate will act on this part alone.`,
  gatherTitle: (gate: string) => `Put together what decides ${gate}`,
  gather: (input: string, memory: string) =>
    `What the input says, ${input}, and what the memory says, ${memory}.`,
  candidateSumTitle: 'Put together the candidate',
  candidateSum: (input: string, past: string) =>
    `The input's part ${input} counts in full, the memory's only as far as the reset gate let it: ${past}.`,

  openTitle: {
    i: 'Open the input gate',
    f: 'Open the forget gate',
    q: 'Open the output gate',
    r: 'Open the reset gate',
    z: 'Open the update gate',
  } as Readonly<Record<string, string>>,
  open: (gate: string, share: string, isMany: boolean, role: string) =>
    `${gate} is ${share} open${isMany ? ' on average' : ''}. ${role}`,
  roles: {
    i: 'It decides how much of the candidate enters the memory.',
    f: 'It decides how much of the memory stays.',
    q: 'It decides how much of the memory is shown.',
    r: 'It decides how much of the past the candidate may see.',
    z: 'It decides how much of the old state stays; the rest is new.',
  } as Readonly<Record<string, string>>,
  candidateTitle: 'Make the candidate',
  candidate: (made: string) => `${made} is what could be remembered of this step, between −1 and 1.`,
  showTitle: 'Squash the memory for showing',
  show: (made: string, memory: string) =>
    `${memory} itself has no bounds; what is read from it, ${made}, lies between −1 and 1.`,

  rememberTitle: 'Forget some, remember some',
  remember: (forget: string, kept: string, before: string, input: string, taken: string, candidate: string) =>
    `The forget gate ${forget} keeps ${kept} of ${before}; the input gate ${input} takes in ${taken} of ${candidate} (norms). Nothing is squashed on this way.`,
  rememberFirst: (before: string, input: string, taken: string, candidate: string) =>
    `There is nothing to keep yet: ${before} is 0. The input gate ${input} takes in ${taken} of ${candidate}.`,
  giveOutTitle: 'Show the memory',
  giveOut: (gate: string, share: string, what: string, state: string) =>
    `The output gate ${gate} lets ${share} of ${what} out as ${state}; what stays hidden is remembered all the same.`,
  resetTitle: 'Reset the past',
  reset: (gate: string, share: string, what: string) =>
    `The reset gate ${gate} lets ${share} of ${what} through to the candidate.`,
  mixTitle: 'Mix old and new',
  mix: (gate: string, old: string, state: string, fresh: string, candidate: string, isMany: boolean) =>
    `The update gate ${gate} keeps ${old} of ${state} and takes ${fresh} of ${candidate}${isMany ? ', on average over the entries' : ''}.`,

  throughTitle: (gate: string) => `Carry the gradient through the gate ${gate}`,
  names: {
    i: 'input gate',
    f: 'forget gate',
    q: 'output gate',
    r: 'reset gate',
    z: 'update gate',
  } as Readonly<Record<string, string>>,
  through: (name: string, gate: string, share: string, what: string) =>
    `The ${name} ${gate} lets ${share} of ${what} through.`,
  straight:
    'No matrix and no squashing lies on this way: a gate near 1 keeps a gradient alive over many steps.',
  throughNothing: (what: string) => `${what} is 0, so nothing passes.`,
  gateTitle: (gate: string) => `Ask what the gate ${gate} did`,
  gate: (gate: string, beside: string) =>
    `${gate} was multiplied by ${beside}, so its gradient is what arrived times ${beside}.`,
  gateNothing: (gate: string, beside: string) =>
    `${beside} is 0: however far ${gate} opened, nothing would have changed.`,
  mixGate: (gate: string, state: string, candidate: string) =>
    `More of ${gate} means more of ${state} and less of ${candidate}: what counts is their difference.`,
  mixNewTitle: 'Carry the gradient into the candidate',
  mixNew: (gate: string, share: string, what: string, candidate: string) =>
    `What ${gate} does not keep is new: ${share} of ${what} goes to ${candidate}.`,
  passTitle: 'Pass the gradient on',
  pass: (made: string, from: string) =>
    `A sum passes its gradient on unchanged to every summand: ${made} has the numbers of ${from}.`,
  notClipped: (clipped: string, state: string) =>
    `Only ${clipped} is clipped at each step: ${state} is not, its gradient flows back as it is.`,
  arrivesThisWay: (share: string, of: string) => `${share} of ${of} arrives this way.`,

  windowEnds: (later: string) =>
    `Nothing comes back from ${later}: the window ends here, and the state was handed over without its history.`,
  horizonOne: (later: string) =>
    `Nothing comes back from ${later}: with a horizon of 1 every error ends at its own step.`,
  horizonEnds: (error: string, state: string, horizon: string) =>
    `${error} ends here: with a horizon of ${horizon} it reaches ${state} and nothing before it.`,
  ofOneError: (error: string) =>
    `This is the part that stems from ${error}, followed apart because its horizon ends earlier or later than others'.`,
  onlyError: (state: string) => `No later error reaches back to it, so this is all that reaches ${state}.`,
} as const;
