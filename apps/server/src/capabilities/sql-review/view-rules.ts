import type { ReviewRuleRow } from '@myriad/contract';
import { listReviewRules, type ReviewRule, themeWords } from '@myriad/sql-review';
import { ProblemError } from '../../platform/http/problem-error.ts';

/** The catalogue comes with the program: its case files are read when somebody first looks. */
let catalogue: ReadonlyMap<string, ReviewRule> | undefined;
const rules = (): ReadonlyMap<string, ReviewRule> => {
  catalogue ??= new Map(listReviewRules().map((one) => [one.rule.id, one]));
  return catalogue;
};

export const viewRules = (): readonly ReviewRuleRow[] => [...rules().values()].map(viewRule);

function viewRule({ rule, versions, cases }: ReviewRule): ReviewRuleRow {
  const { id, grade, theme, why, tier, off } = rule;
  return {
    ...{ id, grade, theme, themeWords: themeWords[theme], why, tier, off, versions, cases: cases.length },
    parameters: Object.fromEntries(
      Object.entries(rule.parameters).map(([name, value]) => [
        name,
        typeof value === 'number' || typeof value === 'string' ? value : [...value],
      ]),
    ),
  };
}

/** @throws ProblemError REVIEW_RULE_NOT_FOUND */
export function viewRuleWithCases(id: string) {
  const found = rules().get(id);
  if (!found) throw new ProblemError('REVIEW_RULE_NOT_FOUND', { id });
  const examples = found.cases.map(({ sql, isHit, dialect, ddl, facts }) => ({
    ...{ sql, isHit, ddl, facts: Object.keys(facts).length > 0 ? JSON.stringify(facts) : '' },
    server: `${dialect.flavour === 'mysql' ? 'MySQL' : 'MariaDB'} ${dialect.version.join('.')}`,
  }));
  return { ...viewRule(found), examples };
}
