import { z } from 'zod';
import { Day } from './day.ts';
import { Ability, endpoint, PageQuery, pageOf, Time } from './endpoint.ts';
import { ExportFormat, exportRowLimit } from './inventory.ts';
import { line, text } from './text.ts';

const Id = z.string().min(1).max(40);
const Grade = z.enum(['X', 'E', 'W', 'N']);

/** One rule against one statement (values left out) of one application, over all its reviews. */
export const ReviewItem = z
  .object({
    id: z.string(),
    applicationId: z.string(),
    application: z.string(),
    /** Business line of the application. */
    team: z.string(),
    rule: z.string(),
    grade: Grade,
    fingerprint: z.string(),
    head: z.string(),
    /** The review that saw it last. */
    reviewId: z.string(),
    firstAt: Time,
    lastAt: Time,
    /** Reviews that found it. */
    seen: z.number().int(),
    /** grade × traffic × size; its formula stands in `formula` of the list. */
    priority: z.number(),
    /** Executions a day as the server's statement digests have it; absent: unknown. */
    executionsPerDay: z.number().optional(),
    /** Of the largest table it names; absent: unknown. */
    sizeBytes: z.number().optional(),
    owner: z.string(),
    /** The last day to mend it, in UTC. */
    due: Day,
    isOverdue: z.boolean(),
    /** `not-judged`: its rule was off when the statement was last reviewed, so nobody knows whether it still stands. */
    state: z.enum(['open', 'accepted', 'fixed', 'not-judged']),
    /** Of what is accepted: until then, and why. */
    until: Day.optional(),
    reason: z.string().optional(),
    by: z.string().optional(),
    abilities: z.object({ change: Ability }),
  })
  .meta({ id: 'ReviewItem' });
export type ReviewItem = z.infer<typeof ReviewItem>;

const ItemFilter = z.object({
  state: z.enum(['open', 'overdue', 'accepted', 'fixed', 'not-judged', 'all']).default('open'),
  applicationId: Id.optional(),
  grade: Grade.optional(),
  rule: z.string().max(80).optional(),
  owner: z.string().max(100).optional(),
});
export type ReviewItemFilter = z.infer<typeof ItemFilter>;

export const listReviewItems = endpoint({
  id: 'review-item.list',
  scope: 'within',
  method: 'GET',
  path: '/api/review-items',
  summary: 'What stands against the SQL of your applications, the most urgent first: each with owner and due day',
  query: PageQuery.extend(ItemFilter.shape),
  response: pageOf(ReviewItem).extend({
    open: z.number().int(),
    overdue: z.number().int(),
    /** Weights of the grades, and days until due. */
    formula: z.object({ weights: z.record(Grade, z.number()), dueDays: z.record(Grade, z.number()) }),
  }),
});
export const exportReviewItems = endpoint({
  id: 'review-item.export',
  scope: 'within',
  method: 'GET',
  path: '/api/review-item-export',
  summary: 'The same list as a file: CSV, JSON or NDJSON, streamed; at most 100,000 rows',
  query: ItemFilter.extend({
    format: ExportFormat.default('csv'),
    limit: z.coerce.number().int().min(1).max(exportRowLimit).default(exportRowLimit),
  }),
  response: z.string(),
  writes: true,
});
export const changeReviewItem = endpoint({
  id: 'review-item.change',
  scope: 'within',
  method: 'PATCH',
  path: '/api/review-items/:itemId',
  summary: 'Give an item to somebody, move its due day, accept it for a while with a reason, or say it is mended',
  params: z.object({ itemId: Id }),
  body: z.strictObject({
    owner: line(100).optional(),
    due: Day.optional(),
    state: z.enum(['open', 'accepted', 'fixed']).optional(),
    /** Of accepted: the last day, and why. */
    until: Day.optional(),
    reason: text(500).min(3).optional(),
  }),
  response: ReviewItem,
  problems: ['REVIEW_ITEM_NOT_FOUND', 'REVIEW_ITEM_ACCEPTED_HOW', 'NOT_AN_OPERATOR'],
});
