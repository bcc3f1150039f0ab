import { readFileSync } from 'node:fs';

type Matrix = readonly (readonly number[])[];

/** What PyTorch says of a network, as far as these tests ask. Steps are counted from 0. */
interface Expected {
  readonly E: number;
  readonly S: Matrix;
  readonly a: Matrix;
  readonly o: Matrix;
  readonly Y: Matrix;
  readonly delta: Matrix;
  readonly dS0: readonly number[];
  readonly grads: Readonly<Record<string, Matrix>>;
  readonly contrib: Readonly<Record<string, readonly Matrix[]>>;
  readonly optim: {
    readonly sgd: { readonly E: readonly number[]; readonly after1: Readonly<Record<string, Matrix>> };
  };
}

const { cases } = JSON.parse(readFileSync(new URL('../oracle/cases.json', import.meta.url), 'utf8')) as {
  readonly cases: readonly { readonly id: string; readonly expected: Expected }[];
};

/** The article's network in PyTorch's numbers. */
export const article = cases.find(({ id }) => id === 'public-001')?.expected as Expected;

/** Three significant digits and a real minus, or the number itself where it has no more. */
export const short = (value: number): string => {
  const size = Math.abs(value);
  const text = Number(size.toPrecision(3)) === size ? String(size) : size.toPrecision(3);
  return value < 0 ? `−${text}` : text;
};

/** The number that the page writes: with a real minus, thousands apart, and perhaps a power of ten in small digits. */
export const numberOf = (text: string): number => {
  const plain = text.trim().replaceAll('−', '-').replaceAll('\u202f', '');
  const [mantissa, power] = plain.split('×10');
  if (power === undefined) return Number(plain);
  return Number(
    `${mantissa}e${power.replace(/[⁰-⁹¹²³⁻]/g, (sign) => '0123456789-'['⁰¹²³⁴⁵⁶⁷⁸⁹⁻'.indexOf(sign)])}`,
  );
};

/** Whether two doubles are the same but for the last digits, in which libraries differ. */
export const isSameDouble = (one: number, other: number): boolean =>
  Math.abs(one - other) <= 1e-13 * Math.max(1, Math.abs(one), Math.abs(other));
