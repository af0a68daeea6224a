import { z } from 'zod';
import { Ability, endpoint, PageQuery, pageOf, Time, Words } from './endpoint.ts';
import { ReviewAdvice } from './index-advice.ts';
import { ReviewException } from './review-exception.ts';
import { ReviewPolicyScope } from './review-policy.ts';
import { ReviewRunId } from './review-run.ts';

export * from './index-advice.ts';
export * from './review-exception.ts';
export * from './review-item.ts';
export * from './review-own-rule.ts';
export * from './review-policy.ts';
export * from './review-run.ts';
export { sqlReviewProblems } from './sql-review-problems.ts';

/** X blocks, E must be fixed, W is a potential problem, N a suggestion. */
export const ReviewGrade = z.enum(['X', 'E', 'W', 'N']);
export type ReviewGrade = z.infer<typeof ReviewGrade>;
export const ReviewVerdict = z.enum(['passed', 'blocked', 'below', 'incomplete', 'not-reviewed']);
export type ReviewVerdict = z.infer<typeof ReviewVerdict>;

/** Offsets are UTF-16 positions in the whole text, end exclusive. */
export const ReviewFinding = z.object({
  rule: z.string(),
  grade: ReviewGrade,
  start: z.number().int(),
  end: z.number().int(),
  message: Words,
  /** Points it took from 100. */
  lost: z.number(),
  /** Edits that remove it without changing what the statement means. */
  fix: z.array(z.object({ start: z.number().int(), end: z.number().int(), text: z.string() })),
});
export type ReviewFinding = z.infer<typeof ReviewFinding>;

export const ReviewPlanStep = z.object({
  id: z.number(),
  selectType: z.string(),
  table: z.string(),
  access: z.string(),
  key: z.string().optional(),
  rows: z.number(),
  filtered: z.number(),
  extra: z.array(z.string()),
});
export type ReviewPlanStep = z.infer<typeof ReviewPlanStep>;

export const ReviewedStatement = z.object({
  /** In a mapper: the id of its element, and the SQL it gives in the shape that was judged; start and end are in the file. */
  mapped: z.object({ id: z.string(), sql: z.string() }).optional(),
  line: z.number().int(),
  start: z.number().int(),
  end: z.number().int(),
  /** 16 hex digits, the same for statements that differ in values only. */
  fingerprint: z.string(),
  /** null: not reviewed. */
  score: z.number().nullable(),
  verdict: ReviewVerdict,
  findings: z.array(ReviewFinding),
  /** What was let go, and by whom. */
  excused: z.array(
    z.object({
      ...ReviewFinding.pick({ rule: true, grade: true, start: true, end: true, message: true }).shape,
      by: z.enum(['comment', 'policy', 'baseline']),
      reason: z.string(),
    }),
  ),
  /** Rules that failed: they said neither yes nor no. */
  failed: z.array(z.object({ rule: z.string(), message: z.string() })),
  /** What a change of a definition will cost, a line for each table. */
  ddl: z.array(Words).default([]),
  plan: z.array(ReviewPlanStep).optional(),
  affectedRows: z.object({ count: z.number(), isExact: z.boolean() }).optional(),
  /** The gate refuses it, and somebody let it through. */
  exception: ReviewException.pick({
    id: true,
    reason: true,
    owner: true,
    signedBy: true,
    signedAt: true,
    expires: true,
  }).optional(),
});
export type ReviewedStatement = z.infer<typeof ReviewedStatement>;

const GradeCounts = z.object({ X: z.number(), E: z.number(), W: z.number(), N: z.number() });

export const SqlReviewRow = z
  .object({
    id: z.string(),
    at: Time,
    by: z.string(),
    applicationId: z.string().optional(),
    application: z.string().optional(),
    clusterId: z.string().optional(),
    schema: z.string().optional(),
    environment: z.string().optional(),
    /** The server it was read as: `MySQL 8.4.10`. */
    server: z.string(),
    statements: z.number().int(),
    notReviewed: z.number().int(),
    /** Over its statements, 0–100; null: none was reviewed. */
    score: z.number().nullable(),
    lowest: z.number().nullable(),
    findings: GradeCounts,
    passed: z.boolean(),
    /** Statements of it that were let through and still are. */
    excepted: z.number().int(),
    head: z.string(),
    /** Of several files that were reviewed together: its name, and what they have in common. */
    file: z.string().optional(),
    batchId: z.string().optional(),
  })
  .meta({ id: 'SqlReviewRow' });
export type SqlReviewRow = z.infer<typeof SqlReviewRow>;

/** Of a review with a cluster: how much of it stands on what the server said. */
export const ReviewLive = z.object({
  /** `silent`: it could not be asked, and the text alone was judged. */
  state: z.enum(['asked', 'silent']),
  /** Why it was not asked, or what could not be seen. */
  because: Words.optional(),
  /** Definitions and plans the script needs, and how many of them were seen. */
  tables: z.object({ needed: z.number().int(), seen: z.number().int() }),
  plans: z.object({ needed: z.number().int(), seen: z.number().int() }),
});
export type ReviewLive = z.infer<typeof ReviewLive>;

export const SqlReviewView = SqlReviewRow.extend({
  text: z.string(),
  result: z.array(ReviewedStatement),
  gate: z.object({ minScore: z.number().optional(), block: z.array(ReviewGrade) }),
  /** Versions of the policies it was judged by, and how many rules were on. */
  policies: z.array(z.object({ scope: z.string(), version: z.number().int() })),
  rules: z.number().int(),
  /** Rules of your own that this release cannot believe any more: they judged nothing, and no statement passed without them. */
  broken: z.array(z.object({ rule: z.string(), scope: ReviewPolicyScope, words: Words })).default([]),
  /** What a reader should know of the file besides: what is no SQL, what was not found, what was sampled. */
  notes: z.array(Words).default([]),
  live: ReviewLive.optional(),
  /** Where it was asked for. */
  advice: ReviewAdvice.optional(),
  /** Every statement passed, or was let through. */
  mayGoOn: z.boolean(),
  abilities: z.object({ except: Ability }),
}).meta({ id: 'SqlReview' });
export type SqlReviewView = z.infer<typeof SqlReviewView>;

const Id = z.string().min(1).max(40);

/** What a text is reviewed for. */
export const ReviewFor = z.object({
  /** `mysql-8.4`; of the cluster's server where one is given. */
  dialect: z.string().max(40).optional(),
  applicationId: Id.optional(),
  clusterId: Id.optional(),
  schema: z.string().min(1).max(64).optional(),
  environment: z.string().min(1).max(64).optional(),
  /** `required`: nothing is judged nor kept where the server is silent. */
  server: z.enum(['if-it-answers', 'required']).optional(),
  /** A name of your own for it, to be watched and cancelled by while it is made. */
  run: ReviewRunId.optional(),
});

export const createSqlReview = endpoint({
  id: 'sql-review.create',
  scope: 'within',
  method: 'POST',
  path: '/api/sql-reviews',
  summary:
    'Review SQL: findings, a score for each statement, and whether it may go on. With a cluster, its server is asked, read only; where it is silent the text alone is judged, and the review says so',
  body: z.strictObject({
    text: z.string().min(1).max(1_000_000),
    ...ReviewFor.shape,
    /** Indexes worth having for all its statements together; takes longer. */
    advise: z.boolean().optional(),
  }),
  response: SqlReviewView,
  problems: [
    ...['APPLICATION_NOT_FOUND', 'CLUSTER_NOT_FOUND', 'NOT_AN_OPERATOR'],
    ...['REVIEW_DIALECT_UNKNOWN', 'REVIEW_SERVER_SILENT', 'REVIEW_CANCELLED'],
  ],
});
export const listSqlReviews = endpoint({
  id: 'sql-review.list',
  scope: 'within',
  method: 'GET',
  path: '/api/sql-reviews',
  summary: 'Reviews, newest first: your own, and those for applications you see',
  query: PageQuery.extend({
    applicationId: Id.optional(),
    mine: z.coerce.number().int().optional(),
    /** Files that were reviewed together. */
    batchId: Id.optional(),
  }),
  response: pageOf(SqlReviewRow),
});
export const getSqlReview = endpoint({
  id: 'sql-review.get',
  scope: 'within',
  method: 'GET',
  path: '/api/sql-reviews/:reviewId',
  summary: 'One review with its text, findings and plans',
  params: z.object({ reviewId: Id }),
  response: SqlReviewView,
  problems: ['SQL_REVIEW_NOT_FOUND'],
});

export const ReviewQualityRow = z.object({
  /** Absent: reviews for no application. */
  applicationId: z.string().optional(),
  application: z.string().optional(),
  /** Who answers for the application. */
  owner: z.string().optional(),
  /** Its business line. */
  team: z.string().optional(),
  /** `2026-11`, in UTC. */
  month: z.string(),
  reviews: z.number().int(),
  statements: z.number().int(),
  /** Of them, those with a score. */
  scored: z.number().int(),
  /** Over all its reviewed statements. */
  score: z.number().nullable(),
  lowest: z.number().nullable(),
  findings: GradeCounts,
  notPassed: z.number().int(),
});
export type ReviewQualityRow = z.infer<typeof ReviewQualityRow>;

export const getReviewQuality = endpoint({
  id: 'sql-review.quality',
  scope: 'within',
  method: 'GET',
  path: '/api/sql-review-quality',
  summary: 'Scores by application, owner and month, over the reviews you may read',
  query: z.object({ months: z.coerce.number().int().min(1).max(24).default(6) }),
  response: z.object({ items: z.array(ReviewQualityRow) }),
});

export const ReviewRuleRow = z.object({
  id: z.string(),
  grade: ReviewGrade,
  theme: z.string(),
  themeWords: Words,
  why: Words,
  /** What it has to know: text, schema, explain, statistics, instance. */
  tier: z.string(),
  versions: z.string(),
  off: z.boolean(),
  parameters: z.record(z.string(), z.union([z.number(), z.string(), z.array(z.string())])),
  cases: z.number().int(),
});
export type ReviewRuleRow = z.infer<typeof ReviewRuleRow>;

export const listReviewRules = endpoint({
  id: 'review-rule.list',
  scope: 'catalogue',
  method: 'GET',
  path: '/api/review-rules',
  summary: 'Every rule the platform comes with',
  response: z.object({ items: z.array(ReviewRuleRow) }),
});
export const getReviewRule = endpoint({
  id: 'review-rule.get',
  scope: 'catalogue',
  method: 'GET',
  path: '/api/review-rules/:ruleId',
  summary: 'One rule with its cases: what it finds, and what it does not',
  params: z.object({ ruleId: z.string().max(80) }),
  response: ReviewRuleRow.extend({
    examples: z.array(
      z.object({
        sql: z.string(),
        isHit: z.boolean(),
        server: z.string(),
        ddl: z.string(),
        /** More that is known of the world, as JSON. */
        facts: z.string(),
      }),
    ),
  }),
  problems: ['REVIEW_RULE_NOT_FOUND'],
});

/** The servers a text may be written for, by name; the first one where nobody says. */
export const listReviewDialects = endpoint({
  id: 'sql-review.dialects',
  scope: 'catalogue',
  method: 'GET',
  path: '/api/sql-review-dialects',
  summary: 'Names of the servers a text may be written for',
  response: z.object({ items: z.array(z.string()), default: z.string(), edit: Ability }),
});
