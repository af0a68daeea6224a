import { matchesGlob } from './glob.ts';
import type { StandingSuppression } from './policy-layer.ts';

/** Who lets a finding go: a comment in the script, a suppression of the policy, or the baseline. */
export type ExcusedBy = 'comment' | 'policy' | 'baseline';

/** Asked about each finding that no comment excused; the fingerprint is made when somebody needs it. */
export type LetGo = (
  rule: string,
  fingerprint: () => string,
) => { readonly by: Exclude<ExcusedBy, 'comment'>; readonly reason: string } | undefined;

/** In force through its last day. `today` as `2026-11-22`. */
export const isExpired = ({ expires }: StandingSuppression, today: string): boolean => expires < today;

/** What lets go findings of one file: its standing suppressions, then the baseline. */
export function makeLetGo(
  suppressions: readonly StandingSuppression[],
  file: { readonly name: string; readonly today: string },
  isKnown: ((fingerprint: string, rule: string) => boolean) | undefined,
): LetGo {
  const name = file.name.replaceAll('\\', '/').replace(/^\.\//, '');
  const byRule = Map.groupBy(
    suppressions.filter(
      (one) => !isExpired(one, file.today) && (one.path === undefined || matchesGlob(one.path, name, 'path')),
    ),
    ({ rule }) => rule,
  );
  return (rule, fingerprint) => {
    const own = byRule.get(rule)?.find((one) => one.path !== undefined || one.fingerprint === fingerprint());
    if (own) return { by: 'policy', reason: `${own.reason} (${own.owner}, ${own.expires})` };
    return isKnown?.(fingerprint(), rule) ? { by: 'baseline', reason: 'baseline' } : undefined;
  };
}
