/** A formatted number in TeX. */
export const numberTex = (text: string): string =>
  text
    .replaceAll('−', '-')
    .replaceAll('\u202f', '\\,')
    .replace('∞', '\\infty')
    .replace('NaN', '\\text{NaN}')
    .replace(/(×?)10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)$/, (_, times: string, power: string) => {
      const digits = [...power].map((sign) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(sign));
      return `${times && '{\\times}'}10^{${digits.map((digit) => (digit < 0 ? '-' : digit)).join('')}}`;
    });
