import { setImmediate } from 'node:timers/promises';
import type { ReviewedStatement } from '@myriad/contract';
import { type Dialect, fingerprint } from '@myriad/sql';
import {
  allRules,
  ddlLine,
  makeLetGo,
  type PolicyLayer,
  type ReviewFacts,
  type StatementReview,
  streamReviews,
  verdictOf,
} from '@myriad/sql-review';

/** Other callers wait no longer than this for their turn. */
const turnMilliseconds = 20;

interface Asked {
  readonly text: string;
  readonly dialect: Dialect;
  readonly facts: ReviewFacts;
  readonly layer: PolicyLayer;
  /** As `2026-11-22`. */
  readonly today: string;
}

/** Every statement judged under a policy, a few at a time. */
export async function judgeText({ text, dialect, facts, layer, today }: Asked): Promise<readonly ReviewedStatement[]> {
  const letGo = makeLetGo(layer.suppressions, { name: '', today }, undefined);
  const rules = [...allRules, ...layer.ownRules];
  const judged: ReviewedStatement[] = [];
  let from = performance.now();
  for (const review of streamReviews(text, { dialect, facts, rules, policy: layer.rules, letGo })) {
    judged.push(viewStatement(review, { dialect, facts, layer }));
    if (performance.now() - from < turnMilliseconds) continue;
    await setImmediate();
    from = performance.now();
  }
  return judged;
}

function viewStatement(
  review: StatementReview,
  { dialect, facts, layer }: Pick<Asked, 'dialect' | 'facts' | 'layer'>,
): ReviewedStatement {
  const { line, start, end, sql, score, findings, excused, failed, ddl } = review;
  const plan = facts.plans?.[sql];
  return {
    ...{ line, start, end, score, fingerprint: fingerprint(sql, dialect), verdict: verdictOf(review, layer.gate) },
    findings: findings.map(({ fix, ...finding }) => ({ ...finding, fix: [...fix] })),
    excused: [...excused],
    failed: [...failed],
    ddl: ddl.flatMap((one) => {
      const words = { en: ddlLine(one, 'en'), zh: ddlLine(one, 'zh') };
      return words.en === '' ? [] : [words];
    }),
    ...(plan && plan.steps.length > 0
      ? {
          plan: plan.steps.map(({ key, extra, ...step }) => ({
            ...step,
            extra: [...extra],
            ...(key === undefined ? {} : { key }),
          })),
        }
      : {}),
    ...(plan?.affectedRows ? { affectedRows: plan.affectedRows } : {}),
  };
}
