/** The value below which a share of them lies, `share` from 0 to 1; 0 of nothing. */
export function percentile(values: ArrayLike<number>, share: number): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

export const median = (values: number[]): number => percentile(values, 0.5);

/** Three figures that count, for people. */
export const rounded = (value: number): number => Number(value.toPrecision(value >= 1_000 ? 4 : 3));
