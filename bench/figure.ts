/** One figure of a bench, printed as one JSON line on stdout. `ok` compares with the bar: at most, unless said otherwise. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly bar: number;
  /** What it was measured against, and with what. */
  readonly detail?: Readonly<Record<string, unknown>>;
}

export function printFigure({ name, value, unit, bar, detail }: Figure): void {
  const rounded = Math.round(value * 10_000) / 10_000;
  process.stdout.write(`${JSON.stringify({ name, value: rounded, unit, bar, ok: value <= bar, ...detail })}\n`);
}

/** The middle of an odd number of runs, the mean of the two middle ones of an even number. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  const [low = Number.NaN, high = Number.NaN] = [sorted[Math.ceil(half) - 1], sorted[Math.floor(half)]];
  return (low + high) / 2;
}
