import type { Grade } from './rule.ts';
import { type Theme, themeWords } from './themes.ts';

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
const themePlaces: ReadonlyMap<Theme, number> = new Map(
  Object.keys(themeWords).map((id, place) => [id as Theme, place]),
);
/** What the first findings of a theme count; those behind them are so many that each is worth a power of its own. */
const rankShares = Array.from({ length: 32 }, (_, rank) => nextInTheme ** rank);

/**
 * 0–100. The worst finding fixes the band; the place inside it is a product over all findings. Within a theme the
 * heaviest counts whole and each further one less, so another finding never raises the score: every place in the row
 * then holds the same weight as before or a heavier one.
 */
export const scoreOf = (findings: readonly Weighed[]): number => scoreFrom(findings, factorsOf(findings));

/** Whole points each finding took; their sum is what is missing to 100. */
export const lostPoints = (findings: readonly Weighed[]): readonly number[] => weighFindings(findings).lost;

/** Both at once. */
export function weighFindings(findings: readonly Weighed[]): { score: number; lost: readonly number[] } {
  const factors = factorsOf(findings);
  const score = scoreFrom(findings, factors);
  return { score, lost: shareOut(100 - score, factors) };
}

function scoreFrom(findings: readonly Weighed[], factors: readonly number[]): number {
  const worst = grades.find((grade) => findings.some((finding) => finding.grade === grade));
  if (worst === undefined) return 100;
  const { low, high } = bands[worst];
  let product = 1;
  for (const factor of factors) product *= factor;
  return low + Math.floor((high - low) * product);
}

const weightOf = ({ grade, risk }: Weighed): number =>
  Math.min(mostWeight, bands[grade].weight * (risk > 1 ? risk : 1));

/** What each finding leaves, in the order given. */
function factorsOf(findings: readonly Weighed[]): readonly number[] {
  const weights = findings.map(weightOf);
  const factors = weights.slice();
  const ranks: number[] = new Array(themePlaces.size).fill(0);
  for (const place of byFalling(weights)) {
    const theme = themePlaces.get(findings[place]?.theme ?? 'query-shape') ?? 0;
    const rank = ranks[theme] ?? 0;
    ranks[theme] = rank + 1;
    factors[place] = 1 - (weights[place] ?? 0) * (rankShares[rank] ?? nextInTheme ** rank);
  }
  return factors;
}

/** Places of the numbers, the largest first. Often they stand so already. */
function byFalling(numbers: readonly number[]): readonly number[] {
  const order = numbers.map((_, place) => place);
  for (let place = 1; place < numbers.length; place += 1)
    if ((numbers[place] ?? 0) > (numbers[place - 1] ?? 0))
      return order.sort((a, b) => (numbers[b] ?? 0) - (numbers[a] ?? 0));
  return order;
}

/** The points go where most was taken; what rounding leaves goes to the largest rests. */
function shareOut(missing: number, factors: readonly number[]): readonly number[] {
  if (factors.length === 1) return [missing];
  const shares = factors.map((factor) => -Math.log(factor));
  let whole = 0;
  for (const share of shares) whole += share;
  const exact = shares.map((share) => (missing * share) / whole);
  const lost = exact.map(Math.floor);
  let rest = missing;
  for (const points of lost) rest -= points;
  if (rest === 0) return lost;
  const order = byFalling(exact.map((share) => share % 1));
  for (const place of order.slice(0, rest)) lost[place] = (lost[place] ?? 0) + 1;
  return lost;
}
