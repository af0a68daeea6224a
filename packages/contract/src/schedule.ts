import { z } from 'zod';
import { Ability, endpoint, PageQuery, pageOf, Time, Words } from './endpoint.ts';
import { GivenTime, line, shaped, text } from './text.ts';

export { leftOutWords, scheduleProblems } from './schedule-problems.ts';

const TimeOfDay = shaped(/^([01]\d|2[0-3]):[0-5]\d$/, {
  en: 'must be a time of day such as 02:30, up to 23:59',
  zh: '应为时刻，例如 02:30，最晚 23:59',
});

/** When, without what: enough to foresee the times. */
export const ScheduleTimes = z.object({
  /** Five fields, six with seconds first, or a name like @daily. */
  cron: z.string().trim().min(1).max(100),
  /** IANA name, e.g. Asia/Shanghai. */
  timeZone: z.string().trim().min(1).max(64),
  /** Only between these times of day in its zone; over midnight where `from` is later than `to`. */
  window: z.object({ from: TimeOfDay, to: TimeOfDay }).optional(),
});
export type ScheduleTimes = z.output<typeof ScheduleTimes>;

export const ScheduleForm = z.object({
  name: line(100),
  ...ScheduleTimes.shape,
  taskKind: z.string().min(1).max(100),
  taskInput: z.record(z.string(), z.json()).default({}),
  /** While its last task still runs: leave this time out, wait for the end, or run beside it. */
  overlap: z.enum(['skip', 'queue', 'parallel']).default('skip'),
  /** Times missed while nobody looked: leave them out, or make up for them with one run. */
  misfire: z.enum(['skip', 'once']).default('skip'),
  /** Spread over so many seconds after its time. */
  jitterSeconds: z.number().int().min(0).max(3600).default(0),
});
export type ScheduleForm = z.output<typeof ScheduleForm>;

/** A time to come. With `because` no task will be made at it, as things stand now. */
export const ScheduleFire = z
  .object({
    at: Time,
    because: z.enum(['OUTSIDE_WINDOW', 'CHANGE_FREEZE']).optional(),
    /** The change freeze that holds it back. */
    freezeId: z.string().optional(),
  })
  .meta({ id: 'ScheduleFire' });
export type ScheduleFire = z.infer<typeof ScheduleFire>;

/** What became of a time that came: a task, or why there is none. */
export const ScheduleRun = z
  .object({
    fireAt: Time,
    lookedAt: Time,
    taskId: z.string().optional(),
    /** A reason of `leftOutWords`, or the code of the problem met while planning. */
    because: z.string().optional(),
    words: Words.optional(),
  })
  .meta({ id: 'ScheduleRun' });
export type ScheduleRun = z.infer<typeof ScheduleRun>;

const Who = z.object({ id: z.string(), name: z.string() });

export const ScheduleView = z
  .object({
    id: z.string(),
    ...ScheduleForm.shape,
    name: z.string(),
    taskInput: z.record(z.string(), z.unknown()),
    /** Whoever added it: a schedule is a standing approval. */
    approvedBy: Who,
    createdAt: Time,
    paused: z.boolean(),
    /** Its next times, none while it is paused. */
    next: z.array(ScheduleFire),
    lastRun: ScheduleRun.optional(),
    abilities: z.object({ change: Ability, pause: Ability, resume: Ability, remove: Ability }),
  })
  .meta({ id: 'Schedule' });
export type ScheduleView = z.infer<typeof ScheduleView>;

const scheduleParams = z.object({ scheduleId: z.string() });
const timesProblems = ['SCHEDULE_CRON', 'SCHEDULE_TIME_ZONE', 'SCHEDULE_NEVER_FIRES', 'SCHEDULE_WINDOW_EMPTY'] as const;

export const listSchedules = endpoint({
  id: 'schedule.list',
  scope: 'everywhere',
  method: 'GET',
  path: '/api/schedules',
  summary: 'Schedules with their next times, newest first',
  query: PageQuery,
  response: pageOf(ScheduleView).extend({ abilities: z.object({ add: Ability }) }),
});
export const getSchedule = endpoint({
  id: 'schedule.get',
  scope: 'everywhere',
  method: 'GET',
  path: '/api/schedules/:scheduleId',
  summary: 'One schedule',
  params: scheduleParams,
  response: ScheduleView,
  problems: ['SCHEDULE_NOT_FOUND'],
});
export const listScheduleRuns = endpoint({
  id: 'schedule.runs',
  scope: 'everywhere',
  method: 'GET',
  path: '/api/schedules/:scheduleId/runs',
  summary: 'What became of its last times, newest first',
  params: scheduleParams,
  query: z.object({ limit: z.coerce.number().int().min(1).max(500).default(50) }),
  response: z.object({ items: z.array(ScheduleRun) }),
  problems: ['SCHEDULE_NOT_FOUND'],
});
export const listScheduleKinds = endpoint({
  id: 'schedule.kinds',
  scope: 'catalogue',
  method: 'GET',
  path: '/api/schedule-kinds',
  summary: 'Kinds of tasks that may be scheduled; input as JSON Schema',
  response: z.object({ items: z.array(z.object({ kind: z.string(), schema: z.record(z.string(), z.unknown()) })) }),
});
export const addSchedule = endpoint({
  id: 'schedule.add',
  scope: 'everywhere',
  method: 'POST',
  path: '/api/schedules',
  summary: 'Add a schedule: a standing approval of one task',
  body: ScheduleForm,
  response: ScheduleView,
  problems: [
    'NOT_AN_OPERATOR',
    ...timesProblems,
    'TASK_KIND_UNKNOWN',
    'SCHEDULE_KIND_NOT_ALLOWED',
    'SCHEDULE_INPUT',
    'HOST_NOT_FOUND',
  ],
});
export const changeSchedule = endpoint({
  id: 'schedule.change',
  scope: 'everywhere',
  method: 'PUT',
  path: '/api/schedules/:scheduleId',
  summary: 'Give a schedule another form; whoever changes it approves it from then on',
  params: scheduleParams,
  body: ScheduleForm,
  response: ScheduleView,
  problems: [
    'NOT_AN_OPERATOR',
    'SCHEDULE_NOT_FOUND',
    ...timesProblems,
    'TASK_KIND_UNKNOWN',
    'SCHEDULE_KIND_NOT_ALLOWED',
    'SCHEDULE_INPUT',
    'HOST_NOT_FOUND',
  ],
});
export const pauseSchedule = endpoint({
  id: 'schedule.pause',
  scope: 'everywhere',
  method: 'POST',
  path: '/api/schedules/:scheduleId/pause',
  summary: 'Hold a schedule back; times that pass are not made up for',
  params: scheduleParams,
  response: ScheduleView,
  problems: ['NOT_AN_OPERATOR', 'SCHEDULE_NOT_FOUND', 'SCHEDULE_PAUSED'],
});
export const resumeSchedule = endpoint({
  id: 'schedule.resume',
  scope: 'everywhere',
  method: 'POST',
  path: '/api/schedules/:scheduleId/resume',
  summary: 'Let a paused schedule run again, from its next time on',
  params: scheduleParams,
  response: ScheduleView,
  problems: ['NOT_AN_OPERATOR', 'SCHEDULE_NOT_FOUND', 'SCHEDULE_NOT_PAUSED'],
});
export const removeSchedule = endpoint({
  id: 'schedule.remove',
  scope: 'everywhere',
  method: 'DELETE',
  path: '/api/schedules/:scheduleId',
  summary: 'Remove a schedule; tasks it has made go on',
  params: scheduleParams,
  response: z.object({}),
  problems: ['NOT_AN_OPERATOR', 'SCHEDULE_NOT_FOUND'],
});
export const previewSchedule = endpoint({
  id: 'schedule.preview',
  scope: 'everywhere',
  method: 'POST',
  path: '/api/schedules/preview',
  summary: 'The next times of a cron text, in its zone, window and the change freezes; nothing is stored',
  body: ScheduleTimes.extend({
    count: z.number().int().min(1).max(100).default(10),
    /** For change freezes of certain kinds. */
    taskKind: z.string().min(1).max(100).optional(),
  }),
  response: z.object({ fires: z.array(ScheduleFire) }),
  writes: false,
  problems: timesProblems,
});

/** What a change freeze holds back. */
export const FreezeScope = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('everything') }),
  z.object({ kind: z.literal('task-kinds'), taskKinds: z.array(z.string().min(1).max(100)).min(1).max(100) }),
  z.object({ kind: z.literal('schedules'), scheduleIds: z.array(z.string().min(1).max(36)).min(1).max(500) }),
]);
export type FreezeScope = z.infer<typeof FreezeScope>;

export const FreezeForm = z.object({
  name: line(100),
  reason: text(500).min(1),
  fromAt: GivenTime,
  untilAt: GivenTime,
  scope: FreezeScope.default({ kind: 'everything' }),
});
export type FreezeForm = z.output<typeof FreezeForm>;

export const FreezeView = z
  .object({
    id: z.string(),
    ...FreezeForm.shape,
    name: z.string(),
    reason: z.string(),
    fromAt: Time,
    untilAt: Time,
    scope: FreezeScope,
    createdBy: Who,
    createdAt: Time,
    /** It holds work back at this moment. */
    inForce: z.boolean(),
    abilities: z.object({ remove: Ability }),
  })
  .meta({ id: 'ChangeFreeze' });
export type FreezeView = z.infer<typeof FreezeView>;

export const listFreezes = endpoint({
  id: 'freeze.list',
  scope: 'catalogue',
  method: 'GET',
  path: '/api/change-freezes',
  summary: 'Change freezes in force and to come, those that ended too where asked for; newest first',
  query: PageQuery.extend({ past: z.stringbool().default(false) }),
  response: pageOf(FreezeView).extend({ abilities: z.object({ add: Ability }) }),
});
export const addFreeze = endpoint({
  id: 'freeze.add',
  scope: 'everywhere',
  method: 'POST',
  path: '/api/change-freezes',
  summary: 'Add a change freeze: no task of its scope begins in it',
  body: FreezeForm,
  response: FreezeView,
  problems: ['NOT_AN_OPERATOR', 'FREEZE_TIMES', 'FREEZE_OVER', 'TASK_KIND_UNKNOWN', 'SCHEDULE_NOT_FOUND'],
});
export const removeFreeze = endpoint({
  id: 'freeze.remove',
  scope: 'everywhere',
  method: 'DELETE',
  path: '/api/change-freezes/:freezeId',
  summary: 'Remove a change freeze; what it holds back may begin at once',
  params: z.object({ freezeId: z.string() }),
  response: z.object({}),
  problems: ['NOT_AN_OPERATOR', 'FREEZE_NOT_FOUND'],
});
