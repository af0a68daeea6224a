import type { Grade } from './rule.ts';
import type { Theme } from './themes.ts';

/** What a finding weighs. `risk` is 1 on an ordinary target, more where the facts make it worse. */
export interface Weighed {
  readonly grade: Grade;
  readonly theme: Theme;
  readonly risk: number;
}

/** Lowest and highest score, and the share of the band that one finding takes. */
const bands = {
  X: { low: 0, high: 20, weight: 0.6 },
  E: { low: 21, high: 59, weight: 0.35 },
  W: { low: 60, high: 89, weight: 0.12 },
  N: { low: 90, high: 99, weight: 0.03 },
} as const satisfies Record<Grade, { low: number; high: number; weight: number }>;

const grades: readonly Grade[] = ['X', 'E', 'W', 'N'];
/** The second finding of a theme says less than the first, the third less again. */
const nextInTheme = 0.6;
const mostWeight = 0.95;

/**
 * 0–100. The worst finding fixes the band; the place inside it is a product over all findings. Within a theme the
 * heaviest counts whole and each further one less, so another finding never raises the score: every place in the row
 * then holds the same weight as before or a heavier one.
 */
export function scoreOf(findings: readonly Weighed[]): number {
  const worst = grades.find((grade) => findings.some((finding) => finding.grade === grade));
  if (worst === undefined) return 100;
  const { low, high } = bands[worst];
  const kept = factorsOf(findings).reduce((product, factor) => product * factor, 1);
  return low + Math.floor((high - low) * kept);
}

const weightOf = ({ grade, risk }: Weighed): number => Math.min(mostWeight, bands[grade].weight * Math.max(1, risk));

/** What each finding leaves, in the order given. */
function factorsOf(findings: readonly Weighed[]): readonly number[] {
  const factors = findings.map(() => 1);
  for (const theme of new Set(findings.map((finding) => finding.theme))) {
    const places = [...findings.keys()].filter((place) => findings[place]?.theme === theme);
    const weights = places.map((place) => ({ place, weight: weightOf(findings[place] ?? noFinding) }));
    weights.sort((a, b) => b.weight - a.weight);
    for (const [rank, { place, weight }] of weights.entries()) factors[place] = 1 - weight * nextInTheme ** rank;
  }
  return factors;
}

const noFinding: Weighed = { grade: 'N', theme: 'query-shape', risk: 1 };

/** Whole points each finding took; their sum is what is missing to 100. */
export function lostPoints(findings: readonly Weighed[]): readonly number[] {
  const missing = 100 - scoreOf(findings);
  const shares = factorsOf(findings).map((factor) => -Math.log(factor));
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const exact = shares.map((share) => (missing * share) / whole);
  const lost = exact.map(Math.floor);
  const rest = missing - lost.reduce((sum, points) => sum + points, 0);
  const order = [...exact.keys()].sort((a, b) => ((exact[b] ?? 0) % 1) - ((exact[a] ?? 0) % 1) || a - b);
  for (const place of order.slice(0, rest)) lost[place] = (lost[place] ?? 0) + 1;
  return lost;
}
