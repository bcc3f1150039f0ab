/** Numbers as Python writes them. */

/** A double as a Python float that is the same double, bit for bit. */
export function pythonFloat(value: number): string {
  if (Number.isNaN(value)) return 'float("nan")';
  if (!Number.isFinite(value)) return value > 0 ? 'float("inf")' : '-float("inf")';
  if (Object.is(value, -0)) return '-0.0';
  const digits = String(value);
  return /[.e]/.test(digits) ? digits : `${digits}.0`;
}

export const pythonVector = (values: ArrayLike<number>): string =>
  `torch.tensor([${Array.from(values, pythonFloat).join(', ')}])`;

/** A matrix of so many columns, row-major, a row on each line. */
export function pythonMatrix(values: ArrayLike<number>, cols: number): string {
  const entries = Array.from(values, pythonFloat);
  const rows = Array.from({ length: entries.length / cols }, (_, row) =>
    entries.slice(row * cols, (row + 1) * cols).join(', '),
  );
  if (rows.length === 1) return `torch.tensor([[${rows[0]}]])`;
  return `torch.tensor([\n${rows.map((row) => `    [${row}],\n`).join('')}])`;
}
