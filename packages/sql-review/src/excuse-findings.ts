import { type Dialect, fingerprint } from '@myriad/sql';
import type { Asked, Found } from './ask-rules.ts';
import type { LetGo } from './policy/let-go.ts';
import type { ExcusedFinding } from './review.ts';
import type { Suppression } from './suppressions.ts';

type Excuse = (rule: string) => Pick<ExcusedFinding, 'by' | 'reason'> | undefined;

/** A comment excuses from its rule, also where that failed. */
export function excuseByComments(asked: Asked, suppressed: readonly Suppression[]): Asked {
  if (suppressed.length === 0) return asked;
  const reasons = new Map(suppressed.map(({ rule, reason }) => [rule, reason]));
  for (const rule of reasons.keys()) asked.failed.delete(rule);
  return excuseBy(asked, (rule) => {
    const reason = reasons.get(rule);
    return reason === undefined ? undefined : { by: 'comment', reason };
  });
}

/** What a policy or a baseline lets go. */
export function excuseByPolicy(asked: Asked, letGo: LetGo | undefined, sql: string, dialect: Dialect): Asked {
  if (letGo === undefined || asked.found.length === 0) return asked;
  let known: string | undefined;
  const fingerprintOf = () => {
    known ??= fingerprint(sql, dialect);
    return known;
  };
  return excuseBy(asked, (rule) => letGo(rule, fingerprintOf));
}

function excuseBy(asked: Asked, excuse: Excuse): Asked {
  const found: Found[] = [];
  const excused = [...asked.excused];
  for (const one of asked.found) {
    const { rule, grade } = one.active;
    const excusedBy = excuse(rule.id);
    if (excusedBy) excused.push({ rule: rule.id, grade, ...one.finding, ...excusedBy });
    else found.push(one);
  }
  return { ...asked, found, excused };
}
