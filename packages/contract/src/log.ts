import { z } from 'zod';
import { endpoint, Time, Words } from './endpoint.ts';
import { logProblems } from './log-problems.ts';

export { logProblems };

/** `task`: what steps said; `audit`: who did what here. The others lie on the hosts. */
export const LogKind = z.enum(['error', 'slow', 'task', 'audit']);
export type LogKind = z.infer<typeof LogKind>;

/** From the mildest to the gravest. A slow statement is a `note`. */
export const LogLevel = z.enum(['note', 'warning', 'error']);
export type LogLevel = z.infer<typeof LogLevel>;

/** One entry, however many lines it has. Its text is the server's own: show it as text. */
export const LogEntry = z
  .object({
    kind: LogKind,
    /** null: the entry has no time that could be read. */
    at: Time.nullable(),
    level: LogLevel,
    text: z.string(),
    /** Of the platform's own logs, in both languages; `text` is the English. */
    words: Words.optional(),
    /** More was there than is shown. */
    cut: z.boolean().optional(),
    instanceId: z.string().optional(),
    taskId: z.string().optional(),
    /** `MY-010116`, `InnoDB`, a thread … and of a slow statement its user, schema, seconds and rows. */
    code: z.string().optional(),
    subsystem: z.string().optional(),
    thread: z.string().optional(),
    user: z.string().optional(),
    schema: z.string().optional(),
    seconds: z.number().optional(),
    lockSeconds: z.number().optional(),
    rowsSent: z.number().optional(),
    rowsExamined: z.number().optional(),
  })
  .meta({ id: 'LogEntry' });
export type LogEntry = z.infer<typeof LogEntry>;

/** One log of one instance, or of the platform itself. */
export const LogTarget = z
  .object({
    key: z.string(),
    kind: LogKind,
    /** Absent: a log of the platform itself. */
    instanceId: z.string().optional(),
    instance: z.string().optional(),
    host: z.string().optional(),
    cluster: z.string().optional(),
  })
  .meta({ id: 'LogTarget' });
export type LogTarget = z.infer<typeof LogTarget>;

/** How reading one log went. */
export const LogOutcome = z
  .object({
    key: z.string(),
    state: z.enum(['read', 'failed']),
    /** Why it failed, or what was not read. */
    because: Words.optional(),
    source: z.enum(['file', 'table', 'store']).optional(),
    files: z.array(z.object({ path: z.string(), sizeBytes: z.number() })).optional(),
    readBytes: z.number().optional(),
    /** Entries before this were not looked at: a bound was reached. Absent: all of the range was. */
    readBackTo: Time.optional(),
    found: z.number().int(),
    tookMilliseconds: z.number(),
  })
  .meta({ id: 'LogOutcome' });
export type LogOutcome = z.infer<typeof LogOutcome>;

/** A line of the answer. First `targets`; then, as each log is read, `entries` (oldest first) and `outcome`; `end` last. */
export const LogLine = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('targets'),
    from: Time,
    to: Time,
    targets: z.array(LogTarget),
    /** Instances that fit and are not the caller's to look into, or stand nowhere any more. */
    leftOut: z.number().int(),
  }),
  z.object({ type: z.literal('entries'), key: z.string(), entries: z.array(LogEntry) }),
  z.object({ type: z.literal('outcome'), outcome: LogOutcome }),
  z.object({
    type: z.literal('end'),
    entries: z.number().int(),
    failed: z.number().int(),
    tookMilliseconds: z.number(),
    /** Somebody stopped it, or the time was over, before every log was read. */
    unfinished: z.number().int(),
  }),
]);
export type LogLine = z.infer<typeof LogLine>;

/** Bounds of one query; shown beside the form. */
export const logBounds = {
  targets: 400,
  rangeDays: 31,
  entriesPerLog: 1000,
  bytesPerLog: 8 * 1024 * 1024,
  textCharacters: 200,
  seconds: 120,
} as const;

const list = <Item extends z.ZodType<string, string>>(item: Item, most: number) =>
  z
    .string()
    .max(16_000)
    .transform((text) => [...new Set(text.split(',').map((each) => each.trim()))].filter((each) => each !== ''))
    .pipe(z.array(item).min(1).max(most));
const things = list(z.string().max(200), logBounds.targets);

export const LogQuery = z.object({
  kinds: list(LogKind, 4).default(['error']),
  /** Epoch milliseconds; default an hour before `to`. */
  from: z.coerce.number().int().nonnegative().optional(),
  /** Default now. */
  to: z.coerce.number().int().nonnegative().optional(),
  /** Stands in the entry, whatever the case; in many words all of them. */
  text: z.string().trim().max(logBounds.textCharacters).optional(),
  /** This grave or graver. */
  level: LogLevel.default('note'),
  /** Ids or names, with commas. None of the four: every instance one may look into. Several kinds: what fits all. */
  instances: things.optional(),
  hosts: things.optional(),
  clusters: things.optional(),
  applications: things.optional(),
  /** Entries of each log, the newest. */
  limit: z.coerce.number().int().min(1).max(logBounds.entriesPerLog).default(200),
});
export type LogQuery = z.output<typeof LogQuery>;

export const searchLogs = endpoint({
  id: 'log.search',
  scope: 'within',
  method: 'GET',
  path: '/api/logs',
  summary:
    'Error, slow, task and audit logs of many instances by one query, as lines of JSON while they are read; leaves an audit row',
  query: LogQuery,
  response: z.string(),
  writes: true,
  problems: [
    'LOG_RANGE_WRONG',
    'LOG_RANGE_TOO_LONG',
    'LOG_TARGET_UNKNOWN',
    'LOG_NO_TARGETS',
    'LOG_TOO_MANY_TARGETS',
    'NOT_AN_ADMINISTRATOR',
  ],
});
