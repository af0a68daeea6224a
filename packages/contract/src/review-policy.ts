import { z } from 'zod';
import { Ability, endpoint, Time } from './endpoint.ts';
import { text } from './text.ts';

/** Where a policy holds: everywhere, then an environment, then an application; each changes what stands before it. */
export const ReviewPolicyScope = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('base') }),
  z.strictObject({ kind: z.literal('environment'), id: z.string().min(1).max(64) }),
  z.strictObject({ kind: z.literal('application'), id: z.string().min(1).max(40) }),
]);
export type ReviewPolicyScope = z.infer<typeof ReviewPolicyScope>;

const RuleSetting = z.object({
  on: z.boolean().optional(),
  grade: z.enum(['X', 'E', 'W', 'N']).optional(),
  parameters: z.record(z.string(), z.union([z.number(), z.string(), z.array(z.string())])).optional(),
});

export const ReviewPolicyVersion = z.object({
  version: z.number().int(),
  note: z.string(),
  at: Time,
  by: z.string(),
  text: z.string(),
});
export type ReviewPolicyVersion = z.infer<typeof ReviewPolicyVersion>;

export const ReviewPolicyView = z
  .object({
    scope: ReviewPolicyScope,
    /** Of an application. */
    name: z.string().optional(),
    /** The newest version; it holds. */
    ...ReviewPolicyVersion.shape,
    /** What the text says, read. */
    rules: z.record(z.string(), RuleSetting),
    gate: z.object({ minScore: z.number().optional(), block: z.array(z.enum(['X', 'E', 'W', 'N'])).optional() }),
    ownRules: z.array(z.string()),
    suppressions: z.array(
      z.object({
        rule: z.string(),
        fingerprint: z.string().optional(),
        path: z.string().optional(),
        owner: z.string(),
        reason: z.string(),
        expires: z.string(),
        isExpired: z.boolean(),
      }),
    ),
    abilities: z.object({ change: Ability }),
  })
  .meta({ id: 'ReviewPolicy' });
export type ReviewPolicyView = z.infer<typeof ReviewPolicyView>;

const Note = text(500).min(1);

export const listReviewPolicies = endpoint({
  id: 'review-policy.list',
  scope: 'within',
  method: 'GET',
  path: '/api/review-policies',
  summary: 'The policies in force: of everything, of environments, of the applications you see',
  response: z.object({ items: z.array(ReviewPolicyView), changeBase: Ability }),
});
export const listReviewPolicyVersions = endpoint({
  id: 'review-policy.versions',
  scope: 'within',
  method: 'GET',
  path: '/api/review-policy-versions',
  summary: 'Every version of one policy, newest first',
  query: z.object({ kind: z.enum(['base', 'environment', 'application']), id: z.string().max(64).optional() }),
  response: z.object({ items: z.array(ReviewPolicyVersion) }),
});
export const saveReviewPolicy = endpoint({
  id: 'review-policy.save',
  scope: 'within',
  method: 'PUT',
  path: '/api/review-policies',
  summary: 'Save a policy as its next version; the older ones stay. Refused with the line where it cannot be believed',
  body: z.strictObject({
    scope: ReviewPolicyScope,
    /** The version its author saw; 0: there was none. */
    from: z.number().int().min(0),
    note: Note,
    /** YAML, as in `.myriad-review.yaml`: rules, gate, suppressions, ownRules. */
    text: z.string().max(500_000),
  }),
  response: ReviewPolicyView,
  problems: ['REVIEW_POLICY_INVALID', 'REVIEW_POLICY_MOVED_ON', 'APPLICATION_NOT_FOUND', 'NOT_AN_OPERATOR'],
});
export const setReviewRule = endpoint({
  id: 'review-policy.set-rule',
  scope: 'within',
  method: 'PUT',
  path: '/api/review-policies/rules/:ruleId',
  summary:
    'Turn one rule on or off, or change its grade, in one policy; remarks in its text stay. null: as the policies before it say',
  params: z.object({ ruleId: z.string().max(80) }),
  body: z.strictObject({
    scope: ReviewPolicyScope,
    from: z.number().int().min(0),
    note: Note,
    setting: z.enum(['on', 'off', 'X', 'E', 'W', 'N']).nullable(),
  }),
  response: ReviewPolicyView,
  problems: ['REVIEW_POLICY_INVALID', 'REVIEW_POLICY_MOVED_ON', 'APPLICATION_NOT_FOUND', 'NOT_AN_OPERATOR'],
});
