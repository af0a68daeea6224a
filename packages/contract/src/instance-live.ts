import { z } from 'zod';
import { endpoint, Time, Words } from './endpoint.ts';

const instanceParams = z.object({ instanceId: z.string() });

/** Texts of servers in what follows are bounded and made harmless: one line each, nothing invisible. Show them as text. */
const Refused = z.object({ ok: z.literal(false), words: Words });
/** One part of an answer, read by itself: what one account may not see does not hide the rest. */
const partOf = <Item extends z.ZodType>(item: Item) =>
  z.discriminatedUnion('ok', [
    /** `more`: there are more than are shown. */
    z.object({ ok: z.literal(true), items: z.array(item), more: z.boolean() }),
    Refused,
  ]);
/** What every answer of a server right now begins with; not reachable: `because` says why, and nothing else is there. */
const answered = { instanceId: z.string(), at: Time, reachable: z.boolean(), because: Words.optional() };

export const LiveSession = z
  .object({
    id: z.number(),
    user: z.string(),
    host: z.string(),
    database: z.string(),
    command: z.string(),
    /** In this state; null = not said. */
    seconds: z.number().nullable(),
    state: z.string(),
    statement: z.string(),
    /** The session the platform looks with. */
    own: z.boolean(),
  })
  .meta({ id: 'LiveSession' });
export type LiveSession = z.infer<typeof LiveSession>;

export const LiveTransaction = z
  .object({
    id: z.string(),
    /** null = no session holds it any more: a prepared XA transaction, or the server's own. */
    session: z.number().nullable(),
    state: z.string(),
    seconds: z.number().nullable(),
    /** null = it waits for no lock. */
    waitSeconds: z.number().nullable(),
    isolation: z.string(),
    tablesLocked: z.number().nullable(),
    rowsLocked: z.number().nullable(),
    rowsModified: z.number().nullable(),
    statement: z.string(),
  })
  .meta({ id: 'LiveTransaction' });
export type LiveTransaction = z.infer<typeof LiveTransaction>;

/** One line of the tree of who blocks whom, in reading order: a blocker, below it those who wait for it. */
export const LockRow = z
  .object({
    /** null = nobody can be named: a prepared XA transaction, or the server does not say whom. */
    session: z.number().nullable(),
    /** 0 = it waits for nobody. */
    depth: z.number().int(),
    /** Sessions that wait because of it, also indirectly. */
    blocks: z.number().int(),
    /** Further sessions it waits for besides the one it stands below. */
    alsoBehind: z.number().int(),
    /** It waits for itself by way of others. */
    isCircle: z.boolean(),
    wait: z
      .object({
        kind: z.enum(['row', 'table', 'metadata']),
        schema: z.string(),
        table: z.string(),
        index: z.string(),
        /** In the server's own words. */
        wants: z.string(),
        held: z.string(),
        seconds: z.number().nullable(),
      })
      .optional(),
    /** Of the session, where it is in the list of sessions. */
    user: z.string().optional(),
    host: z.string().optional(),
    command: z.string().optional(),
    state: z.string().optional(),
    statement: z.string().optional(),
    /** How long its transaction has been open. */
    transactionSeconds: z.number().nullable().optional(),
  })
  .meta({ id: 'LockRow' });
export type LockRow = z.infer<typeof LockRow>;

const Seen = z.discriminatedUnion('ok', [z.object({ ok: z.literal(true), more: z.boolean() }), Refused]);

export const InstanceActivity = z
  .object({
    ...answered,
    sessions: partOf(LiveSession).optional(),
    transactions: partOf(LiveTransaction).optional(),
    locks: z
      .object({
        rows: z.array(LockRow),
        more: z.boolean(),
        waiting: z.number().int(),
        /** Which of both kinds the server lets be seen: an empty tree beside a refusal proves nothing. */
        rowLocks: Seen,
        metadataLocks: Seen,
      })
      .optional(),
  })
  .meta({ id: 'InstanceActivity' });
export type InstanceActivity = z.infer<typeof InstanceActivity>;

const Position = z.object({ file: z.string(), position: z.number().nullable() });
export const ReplicationChannelView = z
  .object({
    name: z.string(),
    source: z.object({ host: z.string(), port: z.number() }),
    sourceUuid: z.string(),
    /** Where that server is an instance of ours. */
    sourceInstanceId: z.string().optional(),
    receiver: z.enum(['running', 'connecting', 'stopped']),
    applier: z.enum(['running', 'stopped']),
    /** null = not known, never 0 by default. */
    lagSeconds: z.number().nullable(),
    delaySeconds: z.number(),
    remainingDelaySeconds: z.number().nullable(),
    usesGtid: z.boolean(),
    tls: z.enum(['off', 'unverified', 'verified']),
    received: z.string(),
    /** Received and not executed yet, by transactions; null = not known. */
    waiting: z.number().nullable(),
    read: Position,
    applied: Position,
    relayBytes: z.number().nullable(),
    receiverState: z.string(),
    applierState: z.string(),
    receiverErrno: z.number(),
    receiverError: z.string(),
    applierErrno: z.number(),
    applierError: z.string(),
    filters: z.array(z.object({ rule: z.string(), value: z.string() })),
  })
  .meta({ id: 'ReplicationChannel' });
export type ReplicationChannelView = z.infer<typeof ReplicationChannelView>;

export const InstanceReplication = z
  .object({
    ...answered,
    serverUuid: z.string().optional(),
    readOnly: z.boolean().optional(),
    superReadOnly: z.boolean().nullable().optional(),
    gtid: z.enum(['on', 'off', 'partial']).optional(),
    executed: z.string().optional(),
    logBin: z.boolean().optional(),
    logReplicaUpdates: z.boolean().optional(),
    semiSync: z
      .object({ sourceActive: z.boolean(), replicaActive: z.boolean(), clients: z.number(), waiting: z.number() })
      .optional(),
    channels: z.array(ReplicationChannelView).optional(),
    workerErrors: partOf(
      z.object({
        channel: z.string(),
        worker: z.number(),
        errno: z.number(),
        message: z.string(),
        at: Time.optional(),
      }),
    ).optional(),
    /** Who fetches from here. */
    replicas: partOf(
      z.object({
        host: z.string(),
        user: z.string(),
        seconds: z.number().nullable(),
        command: z.string(),
        replicaUuid: z.string(),
        instanceId: z.string().optional(),
        name: z.string().optional(),
      }),
    ).optional(),
  })
  .meta({ id: 'InstanceReplication' });
export type InstanceReplication = z.infer<typeof InstanceReplication>;

const operators = ['INSTANCE_NOT_FOUND', 'NOT_AN_OPERATOR'];

export const getInstanceActivity = endpoint({
  id: 'instance.activity',
  method: 'GET',
  path: '/api/instances/:instanceId/activity',
  summary: 'Sessions, open transactions, and who blocks whom, right now; asked at most once a second for all who look',
  params: instanceParams,
  response: InstanceActivity,
  problems: operators,
});
export const getInstanceReplication = endpoint({
  id: 'instance.replication',
  method: 'GET',
  path: '/api/instances/:instanceId/replication',
  summary: 'Every channel with its threads, positions, GTID sets, lag and errors, and who fetches from here, right now',
  params: instanceParams,
  response: InstanceReplication,
  problems: operators,
});

export const ErrorLogView = z
  .object({
    instanceId: z.string(),
    at: Time,
    /** `file`: its end, by way of the host. `table`: performance_schema.error_log. Absent: it could not be read. */
    source: z.enum(['file', 'table']).optional(),
    because: Words.optional(),
    file: z.string().optional(),
    sizeBytes: z.number().optional(),
    /** How much of its end was looked through. */
    readBytes: z.number().optional(),
    /** Oldest first. `at`: where the line begins with a time. */
    lines: z.array(z.object({ at: Time.optional(), grade: z.enum(['error', 'warning', 'other']), text: z.string() })),
    /** Lines that were looked through, and those that fit before some were left out. */
    looked: z.number().int(),
    found: z.number().int(),
  })
  .meta({ id: 'ErrorLog' });
export type ErrorLogView = z.infer<typeof ErrorLogView>;

export const getInstanceErrorLog = endpoint({
  id: 'instance.error-log',
  method: 'GET',
  path: '/api/instances/:instanceId/error-log',
  summary: 'The end of the error log, and what in it holds a text',
  params: instanceParams,
  query: z.object({
    /** KiB from its end. */
    kib: z.coerce.number().int().min(1).max(4096).default(256),
    /** Only lines with this text, whatever its case. */
    text: z.string().max(200).optional(),
    grade: z.enum(['all', 'warning', 'error']).default('all'),
    /** The newest of those found. */
    limit: z.coerce.number().int().min(1).max(5000).default(1000),
  }),
  response: ErrorLogView,
  problems: operators,
});
