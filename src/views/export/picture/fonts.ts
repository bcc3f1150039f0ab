/** The fonts that a picture carries with it. */
import { faces } from 'virtual:export-fonts';

/** The rules by which a picture finds its own fonts, of the families that it is written in. */
export const fontRules = (families: Iterable<string>): string => {
  const named = [...families].join();
  return faces
    .filter(({ family }) => named.includes(family))
    .map(
      ({ family, style, weight, data }) =>
        `@font-face{font-family:'${family}';font-style:${style};font-weight:${weight};` +
        `src:url(data:font/woff2;base64,${data}) format('woff2')}`,
    )
    .join('\n');
};
