import { z } from 'zod';
import { Ability, endpoint, Words } from './endpoint.ts';
import { ReviewPolicyScope, ReviewPolicyView } from './review-policy.ts';
import { text } from './text.ts';

const Text = z.string().min(1).max(50_000);
const Values = z.record(z.string(), z.unknown());
const RuleId = z.string().min(1).max(60);

/** A rule of one's own as one policy has it. */
export const OwnReviewRule = z
  .object({
    id: z.string(),
    scope: ReviewPolicyScope,
    /** Of an application. */
    name: z.string().optional(),
    /** The version of the policy it stands in: a change says it was made from there. */
    version: z.number().int(),
    grade: z.enum(['X', 'E', 'W', 'N']),
    words: Words,
    hits: z.number().int(),
    noHits: z.number().int(),
    /** YAML, as it stands under `ownRules` of the file. */
    text: z.string(),
    /** Why it does not hold any more, where its cases fail on the rules of this release. */
    broken: Words.optional(),
    abilities: z.object({ change: Ability }),
  })
  .meta({ id: 'OwnReviewRule' });
export type OwnReviewRule = z.infer<typeof OwnReviewRule>;

export const listOwnReviewRules = endpoint({
  id: 'own-review-rule.list',
  scope: 'within',
  method: 'GET',
  path: '/api/own-review-rules',
  summary: 'Rules of your own, of every policy you see',
  response: z.object({ items: z.array(OwnReviewRule), changeBase: Ability }),
});

export const OwnReviewRuleTrial = z.object({
  /** The rule as the file has it, and as a form holds it. */
  text: z.string(),
  values: Values.optional(),
  /** What is wrong with its definition: nothing was run. */
  fault: z.object({ line: z.number().int(), words: Words }).optional(),
  /** The newest server it speaks of: its cases are read as written for it. */
  server: z.string().optional(),
  cases: z.array(
    z.object({
      isHit: z.boolean(),
      sql: z.string(),
      wrong: Words.optional(),
      places: z.array(z.object({ start: z.number().int(), end: z.number().int() })),
    }),
  ),
  /** It may be saved: at least three cases of each sort, and all show what they should. */
  isProven: z.boolean(),
});
export type OwnReviewRuleTrial = z.infer<typeof OwnReviewRuleTrial>;

export const tryOwnReviewRule = endpoint({
  id: 'own-review-rule.try',
  scope: 'within',
  method: 'POST',
  path: '/api/own-review-rule-trials',
  summary: 'Run the cases of a rule; nothing is kept. Give its text, or the values of a form',
  body: z.strictObject({ text: Text.optional(), values: Values.optional() }),
  response: OwnReviewRuleTrial,
});

export const SqlTreeNode = z.object({
  kind: z.string(),
  depth: z.number().int(),
  start: z.number().int(),
  end: z.number().int(),
  name: z.string().optional(),
  /** What a pattern may say under `fields`: a value, the kind of the node there, `[3]` for three of them, `absent`. */
  fields: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
});
export type SqlTreeNode = z.infer<typeof SqlTreeNode>;

export const readSqlTree = endpoint({
  id: 'own-review-rule.tree',
  scope: 'within',
  method: 'POST',
  path: '/api/sql-trees',
  summary: 'The tree of a statement, for whoever writes a pattern on it; nothing is kept',
  body: z.strictObject({ text: z.string().min(1).max(20_000), dialect: z.string().max(40).optional() }),
  response: z.object({ items: z.array(SqlTreeNode) }),
  problems: ['REVIEW_DIALECT_UNKNOWN'],
});

export const setOwnReviewRule = endpoint({
  id: 'own-review-rule.set',
  scope: 'within',
  method: 'PUT',
  path: '/api/review-policies/own-rules/:ruleId',
  summary:
    'Put a rule of your own into a policy, as its next version; null takes it out. Refused while one of its cases does not show what it should',
  params: z.object({ ruleId: RuleId }),
  body: z.strictObject({
    scope: ReviewPolicyScope,
    from: z.number().int().min(0),
    note: text(500).min(1),
    text: Text.nullable(),
  }),
  response: ReviewPolicyView,
  problems: [
    ...['OWN_REVIEW_RULE_UNPROVEN', 'OWN_REVIEW_RULE_NAME', 'REVIEW_POLICY_INVALID', 'REVIEW_POLICY_MOVED_ON'],
    ...['APPLICATION_NOT_FOUND', 'NOT_AN_OPERATOR'],
  ],
});
