import { type DialectName, dialectNames, dialects } from '@myriad/sql';
import { reviewScript, type StatementReview } from '../review.ts';
import { readSchema } from '../schema/apply-statement.ts';
import type { Words } from '../words.ts';
import { type OwnRule, ruleOf } from './own-rule.ts';

/** What one case of a rule came to. */
export interface CaseOutcome {
  readonly isHit: boolean;
  readonly sql: string;
  /** Why it does not show what it should; absent: it does. */
  readonly wrong?: Words;
  /** What the rule found in it. */
  readonly places: readonly { readonly start: number; readonly end: number }[];
}

export interface OwnRuleTrial {
  /** The newest server the rule speaks of: its cases are read as written for it. */
  readonly server: DialectName;
  readonly cases: readonly CaseOutcome[];
}

/** Runs the cases of a rule. `undefined`: there is no server it speaks of. */
export function tryOwnRule(own: OwnRule): OwnRuleTrial | undefined {
  const server = dialectNames.findLast((one) => own.versions(dialects[one]));
  if (server === undefined) return undefined;
  const dialect = dialects[server];
  const facts = {
    ...(own.schema === '' ? {} : { schema: readSchema(own.schema, dialect) }),
    statistics: own.statistics,
  };
  const rules = [ruleOf(own)];
  const tryCase = (isHit: boolean, sql: string): CaseOutcome => {
    const reviews = reviewScript(sql, { dialect, facts, rules });
    const wrong = whyWrong(isHit, reviews);
    const places = reviews.flatMap(({ findings }) => findings.map(({ start, end }) => ({ start, end })));
    return { isHit, sql, ...(wrong ? { wrong } : {}), places };
  };
  return {
    server,
    cases: [...own.hit.map((sql) => tryCase(true, sql)), ...own.noHit.map((sql) => tryCase(false, sql))],
  };
}

function whyWrong(isHit: boolean, reviews: readonly StatementReview[]): Words | undefined {
  const unread = reviews.find(({ score }) => score === null)?.findings[0];
  if (unread) return unread.message;
  const failed = reviews.flatMap((one) => one.failed)[0];
  if (failed) return { en: `it fails: ${failed.message}`, zh: `执行失败：${failed.message}` };
  const found = reviews.some(({ findings }) => findings.length > 0);
  if (isHit && !found) return { en: 'it finds nothing', zh: '未命中' };
  return !isHit && found ? { en: 'it finds something', zh: '误命中' } : undefined;
}

/** Why a rule is refused; `undefined` when its own cases show what they should, on a server it speaks of. */
export function whyRefused(own: OwnRule): Words | undefined {
  const trial = tryOwnRule(own);
  if (!trial) return { en: 'there is no version it speaks of', zh: '没有任何适用的版本' };
  const at = trial.cases.findIndex(({ wrong }) => wrong);
  const one = trial.cases[at];
  if (!one?.wrong) return undefined;
  const place = one.isHit ? `hit ${at + 1}` : `noHit ${at + 1 - own.hit.length}`;
  return { en: `${place}: ${one.wrong.en}`, zh: `${place}：${one.wrong.zh}` };
}
