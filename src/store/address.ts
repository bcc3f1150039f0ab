/** Bringing the address up to the moment, for whoever needs it before `history.ts`, which does it, is loaded. */

let writeNow = () => {};

/** Brings the address up to this moment: it follows a moving playhead a few times a second only. */
export function settleAddress(): void {
  writeNow();
}

/** Names what `settleAddress` does; nothing as long as no browser is connected. */
export function onSettleAddress(write: () => void): void {
  writeNow = write;
}

/** Whether an address says what to open. */
export const hasLink = ({ hash }: Pick<Location, 'hash'>): boolean => hash !== '' && hash !== '#';
