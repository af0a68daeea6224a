import { z } from 'zod';
import { endpoint, Time, Words } from './endpoint.ts';
import { FindingView } from './finding.ts';
import { TaskSummary } from './task.ts';
import { TicketSummary } from './ticket.ts';

/** Something that holds for a while and is about to end, or to begin. */
export const Expiring = z
  .object({
    kind: z.enum(['freeze', 'maintenance', 'mute', 'exception']),
    /** Of the thing itself: a freeze, a finding, an exception; of the cluster or instance in maintenance. */
    id: z.string(),
    entity: z.enum(['cluster', 'instance']).optional(),
    name: Words,
    reason: z.string(),
    by: z.string(),
    from: Time.optional(),
    until: Time,
    /** It holds now; false: it is to come. */
    inForce: z.boolean(),
  })
  .meta({ id: 'Expiring' });
export type Expiring = z.infer<typeof Expiring>;

/** How long people waited; seconds. Absent where nothing happened. */
const Spread = z.object({ count: z.number().int(), medianSeconds: z.number(), p90Seconds: z.number() });
export const AnswerTimes = z
  .object({
    ...Spread.partial({ medianSeconds: true, p90Seconds: true }).shape,
    /** One a day with anything, oldest first, by the day it happened (UTC). */
    days: z.array(Spread.extend({ day: z.iso.date() })),
  })
  .meta({ id: 'AnswerTimes' });
export type AnswerTimes = z.infer<typeof AnswerTimes>;

const some = <Item extends z.ZodType>(item: Item) =>
  z.object({
    items: z.array(item),
    /** There are more than those shown. */
    more: z.boolean(),
  });

export const TodayView = z
  .object({
    at: Time,
    /** Tickets this person may decide about now, longest waiting first. */
    approvals: some(TicketSummary),
    /** Own tickets that are still open. */
    tickets: some(TicketSummary),
    /** Tasks that stopped and wait for a person, and those that failed within the last days. */
    stopped: some(TaskSummary),
    running: some(TaskSummary),
    /** Open and not muted: what this person owns; what is bad and nobody's. */
    findings: z.object({
      bad: z.number().int(),
      mine: some(FindingView),
      ownerless: some(FindingView),
    }),
    /** What the sweep says of the servers it looks at; only for those who see everything. */
    servers: z
      .object({
        running: z.boolean(),
        instances: z.number().int(),
        answering: z.number().int(),
        failing: z.number().int(),
        waiting: z.number().int(),
      })
      .optional(),
    silent: some(FindingView),
    expiring: z.array(Expiring),
    /** What is used of a quota, where at least nine tenths are. */
    quotas: z.array(
      z.object({
        applicationId: z.string(),
        application: z.string(),
        environment: z.string(),
        what: z.enum(['instances', 'memoryBytes', 'diskBytes']),
        used: z.number(),
        allowed: z.number(),
      }),
    ),
    /** Of the last 30 days, over the tickets this person sees: from submission to approval, from approval to the end. */
    times: z.object({ days: z.number().int(), toApprove: AnswerTimes, toDone: AnswerTimes }),
  })
  .meta({ id: 'Today' });
export type TodayView = z.infer<typeof TodayView>;

export const getToday = endpoint({
  id: 'today.get',
  scope: 'within',
  method: 'GET',
  path: '/api/today',
  summary: 'What needs this person now, most pressing first',
  response: TodayView,
});
