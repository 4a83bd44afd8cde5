/**
 * Weights of a logistic regression by Newton's method. Columns are scaled to one spread while fitting, so that `penalty` (on
 * the squares of the weights, not on the bias) bears on all alike; what comes back counts in the units of the rows.
 */
export function fitLogistic(
  rows: readonly (readonly number[])[],
  answers: readonly boolean[],
  penalty: number,
): { bias: number; weights: number[] } {
  const width = rows[0]?.length ?? 0;
  const columns = Array.from({ length: width }, (_none, at) => spreadOf(rows.map((row) => row[at] ?? 0)));
  const scaled = rows.map((row) => [
    ...columns.map(({ mean, spread }, at) => ((row[at] ?? 0) - mean) / spread),
    1,
  ]);
  let fitted = new Array<number>(width + 1).fill(0);
  for (let round = 0; round < 50; round += 1) {
    const slope = fitted.map((weight, at) => (at < width ? penalty * weight : 0));
    const curve = fitted.map((_weight, at) =>
      fitted.map((_other, beside) => (at === beside && at < width ? penalty : 0)),
    );
    scaled.forEach((row, index) => {
      const likely = 1 / (1 + Math.exp(-dot(row, fitted)));
      const off = likely - (answers[index] ? 1 : 0);
      const bend = likely * (1 - likely);
      row.forEach((value, at) => {
        slope[at] = (slope[at] ?? 0) + off * value;
        const line = curve[at] ?? [];
        for (let beside = 0; beside <= width; beside += 1)
          line[beside] = (line[beside] ?? 0) + bend * value * (row[beside] ?? 0);
      });
    });
    const step = solve(curve, slope);
    fitted = fitted.map((weight, at) => weight - (step[at] ?? 0));
    if (Math.max(...step.map(Math.abs)) < 1e-9) break;
  }
  const weights = columns.map(({ spread }, at) => (fitted[at] ?? 0) / spread);
  const shift = columns.reduce((sum, { mean }, at) => sum + mean * (weights[at] ?? 0), 0);
  return { bias: (fitted[width] ?? 0) - shift, weights };
}

const dot = (left: readonly number[], right: readonly number[]): number =>
  left.reduce((sum, value, at) => sum + value * (right[at] ?? 0), 0);

function spreadOf(values: readonly number[]): { mean: number; spread: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const square = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return { mean, spread: Math.sqrt(square) || 1 };
}

/** Gauss elimination with the largest pivot. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const size = right.length;
  const lines = matrix.map((line, at) => [...line, right[at] ?? 0]);
  for (let at = 0; at < size; at += 1) {
    let pivot = at;
    for (let other = at + 1; other < size; other += 1)
      if (Math.abs(lines[other]?.[at] ?? 0) > Math.abs(lines[pivot]?.[at] ?? 0)) pivot = other;
    const [one, two] = [lines[at] ?? [], lines[pivot] ?? []];
    lines[at] = two;
    lines[pivot] = one;
    const head = two[at] || 1;
    for (let other = at + 1; other < size; other += 1) {
      const line = lines[other] ?? [];
      const factor = (line[at] ?? 0) / head;
      if (factor !== 0)
        for (let place = at; place <= size; place += 1)
          line[place] = (line[place] ?? 0) - factor * (two[place] ?? 0);
    }
  }
  const found = new Array<number>(size).fill(0);
  for (let at = size - 1; at >= 0; at -= 1) {
    const line = lines[at] ?? [];
    let sum = line[size] ?? 0;
    for (let beside = at + 1; beside < size; beside += 1) sum -= (line[beside] ?? 0) * (found[beside] ?? 0);
    found[at] = sum / (line[at] || 1);
  }
  return found;
}
