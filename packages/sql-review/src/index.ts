export {
  type FailedRule,
  type Finding,
  type Policy,
  type ReviewOptions,
  type RuleSetting,
  reviewScript,
  type StatementReview,
} from './review.ts';
export {
  type Context,
  defineRule,
  type Edit,
  type Grade,
  type ReviewFacts,
  type Rule,
  type RuleFinding,
  type Theme,
  type Tier,
} from './rule.ts';
export { allRules } from './rules/all-rules.ts';
export { lostPoints, scoreOf, type Weighed } from './score.ts';
export type { Suppression } from './suppressions.ts';
export type { Words } from './words.ts';
