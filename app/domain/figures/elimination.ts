/**
 * Sums and differences of rows, exactly, modulo a prime (products stay within whole numbers that JavaScript counts exactly).
 * A matrix is a list of rows; every entry is from 0 to below the prime.
 */
const prime = 67_108_859;

/** A whole number from 0 to below the prime that stands for this one. */
export const modulo = (value: number): number => ((value % prime) + prime) % prime;

export type Matrix = number[][];

/**
 * Combinations of the rows, each a list with one factor per row, that come to nothing in every column. Together they are all
 * there are: any other is a sum of them.
 */
export function combinationsToNothing(matrix: Matrix): Matrix {
  const width = matrix[0]?.length ?? 0;
  const rows = matrix.map((row, at) => [...row, ...matrix.map((_, other) => (other === at ? 1 : 0))]);
  const rank = eliminate(rows, width);
  return rows.slice(rank).map((row) => row.slice(width));
}

/** The sum of the rows, each taken so many times. */
export function combine(factors: readonly number[], matrix: Matrix): number[] {
  const sum = new Array<number>(matrix[0]?.length ?? 0).fill(0);
  for (const [at, row] of matrix.entries()) {
    const factor = modulo(factors[at] ?? 0);
    if (factor === 0) continue;
    for (let column = 0; column < sum.length; column++)
      sum[column] = ((sum[column] as number) + factor * (row[column] as number)) % prime;
  }
  return sum;
}

/** Brings rows to reduced echelon form over their first columns, in place; gives how many are left that are not nothing. */
export function eliminate(rows: Matrix, columns: number): number {
  let rank = 0;
  for (let column = 0; column < columns && rank < rows.length; column++) {
    const found = rows.findIndex((row, at) => at >= rank && row[column] !== 0);
    if (found < 0) continue;
    [rows[rank], rows[found]] = [rows[found] as number[], rows[rank] as number[]];
    clear(rows, rank++, column);
  }
  return rank;
}

/** Makes a pivot one, and its column nothing in every other row. */
function clear(rows: Matrix, pivot: number, column: number): void {
  const row = rows[pivot] as number[];
  const inverse = invert(row[column] as number);
  for (let at = 0; at < row.length; at++) row[at] = ((row[at] as number) * inverse) % prime;
  for (const [at, other] of rows.entries()) {
    const factor = other[column] as number;
    if (at === pivot || factor === 0) continue;
    for (let to = 0; to < other.length; to++)
      other[to] = ((other[to] as number) + (prime - factor) * (row[to] as number)) % prime;
  }
}

/** Fermat: a to the power p - 2 is the inverse of a. */
function invert(value: number): number {
  let result = 1;
  for (let power = prime - 2, base = value; power > 0; power = Math.floor(power / 2), base = (base * base) % prime)
    if (power % 2 === 1) result = (result * base) % prime;
  return result;
}

/**
 * As many columns as there are rows and a few more, mixed from all: what comes to nothing in the mixture comes to nothing in
 * all, but for one chance in millions, and the same every time. `columns` gives the rows in which a column is 1.
 */
export function mixColumns(columns: readonly (readonly number[])[], height: number): Matrix {
  const width = height + 4;
  const mixed = Array.from({ length: height }, () => new Array<number>(width).fill(0));
  let state = 1;
  for (const column of columns)
    for (let to = 0; to < width; to++) {
      state = (state * 48_271) % 2_147_483_647;
      for (const row of column) (mixed[row] as number[])[to] = ((mixed[row]?.[to] as number) + state) % prime;
    }
  return mixed;
}
