/** Instances of a series, in the language of filters: `8.4` begins `8.4.`, `9.x` begins `9.`. */
export const whereSeries = ({ flavor, series }: { readonly flavor: string; readonly series: string }): string =>
  // A version has three numbers, so no other one can hold these with a dot behind them at its end.
  `flavor = "${flavor}" and version >= "${series.replace('x', '')}${series.endsWith('x') ? '' : '.'}" and version < "${series.replace(/\.?x$/, '')}.:"`;

const soonDays = 365;
const dayMs = 86_400_000;

/** How the end of a vendor's support lies, seen from now. */
export function endingOf(supportedUntil: string, now: number): 'over' | 'soon' | 'later' {
  const end = Date.parse(`${supportedUntil}T23:59:59Z`);
  if (end < now) return 'over';
  return end - now < soonDays * dayMs ? 'soon' : 'later';
}
