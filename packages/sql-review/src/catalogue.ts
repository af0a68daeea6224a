import { dialectNames, dialects } from '@myriad/sql';
import { type RuleCase, readCases } from './cases.ts';
import type { Rule } from './rule.ts';
import { allRules } from './rules/all-rules.ts';

/** A rule with what people ask of it: which servers it speaks of, and examples. */
export interface ReviewRule {
  readonly rule: Rule;
  /** Names of the servers, or `all`. */
  readonly versions: string;
  readonly cases: readonly RuleCase[];
}

function versionsOf({ versions }: Rule): string {
  const names = dialectNames.filter((name) => versions(dialects[name]));
  return names.length === dialectNames.length ? 'all' : names.join(', ');
}

/** Every rule with its cases, which are read from their files: for pages and tests, not for each review. */
export function listReviewRules(): readonly ReviewRule[] {
  const byRule = Map.groupBy(readCases(), ({ rule }) => rule);
  return allRules.map((rule) => ({ rule, versions: versionsOf(rule), cases: byRule.get(rule.id) ?? [] }));
}
