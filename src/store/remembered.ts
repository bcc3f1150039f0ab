/** What is kept on this machine from one visit to the next. Storage may be forbidden or full: then nothing is. */

/** A choice made earlier on this machine; empty for none. */
export function recall(name: string): string {
  try {
    return localStorage.getItem(`unrolled.${name}`) ?? '';
  } catch {
    return '';
  }
}

/** Keeps a choice on this machine; where that is not possible it lasts as long as the page. */
export function remember(name: string, value: string): void {
  try {
    localStorage.setItem(`unrolled.${name}`, value);
  } catch {
    // There is no better place for it.
  }
}
