import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { inTransaction } from '../apps/server/src/platform/database/in-transaction.ts';
import { newId } from '../apps/server/src/platform/database/new-id.ts';
import type { Database, Db } from '../apps/server/src/platform/database/schema.ts';
import { fillLargeDictionary } from './large-dictionary.ts';
import { fillLargeLooks } from './large-looks.ts';

/** What a DBA team of years has in its store: nothing of it can be reached. */
export const fleetSize = {
  applications: 300,
  hosts: 2500,
  clusters: 3000,
  instances: 10_000,
  findings: 10_000,
  tickets: 20_000,
  tasks: 20_000,
  changes: 50_000,
} as const;

const day = 24 * 3_600_000;
const padded = (letter: string, n: number) => `${letter}${String(n).padStart(6, '0')}`;

/** Ids are told from these, so that a bench can ask for one. */
export const idOf = {
  application: (n: number) => padded('a', n),
  host: (n: number) => padded('h', n),
  cluster: (n: number) => padded('c', n),
  instance: (n: number) => padded('i', n),
  ticket: (n: number) => padded('t', fleetSize.tickets - n),
  task: (n: number) => padded('k', fleetSize.tasks - n),
} as const;

/** Fills a store with the tables of every slice. */
export async function fillLargeFleet(db: Db, now: number): Promise<void> {
  const add = async <Table extends keyof Database>(table: Table, count: number, row: (n: number) => object) => {
    for (let from = 0; from < count; from += 500) {
      const rows = Array.from({ length: Math.min(500, count - from) }, (_, at) => row(from + at));
      await inTransaction(db, (tx) =>
        tx
          .insertInto(table)
          // Rows of many tables by one function: each is written out in full below.
          .values(rows as never)
          .execute(),
      );
    }
  };
  await addThings(add);
  await addObserved(add, now);
  await addWork(add, now);
  await fillLargeDictionary(db, add, now, idOf.cluster);
  await fillLargeLooks(add, now, { instances: fleetSize.instances, instanceId: idOf.instance });
}

type Add = <Table extends keyof Database>(table: Table, count: number, row: (n: number) => object) => Promise<void>;

async function addThings(add: Add): Promise<void> {
  const { applications, hosts, clusters, instances } = fleetSize;
  await add('application', applications, (n) => ({
    ...{
      id: idOf.application(n),
      name: `application-${n}`,
      business_line: `line-${n % 20}`,
      owner: `person-${n % 50}`,
    },
    level: (['core', 'important', 'general'] as const)[n % 3],
  }));
  await add('host', hosts, (n) => ({
    ...{ id: idOf.host(n), name: padded('db-', n), address: `10.${n >> 8}.${n & 255}.1`, zone: 'abcde'[n % 5] },
    ...{ base_directory: '/var/lib/myriad', pool_state: 'in-use', created_at: n },
    paths: JSON.stringify([]),
  }));
  const server = { flavor: 'mysql', version: '8.4.6', state: 'running', maintenance: null };
  await add('cluster', clusters, (n) => ({
    ...{ ...server, id: idOf.cluster(n), name: padded('cluster-', n), live_name: padded('cluster-', n), created_at: n },
    ...{ topology: 'primary-replica', environment: ['prod', 'test', 'stage'][n % 3], fixed: '{}', level: null },
    ...{ application_id: n % 10 ? idOf.application(n % applications) : null, managed_by: null, specification: null },
  }));
  await add('instance', instances, (n) => ({
    ...{ ...server, id: idOf.instance(n), host_id: idOf.host(n % hosts), port: 3306 + Math.floor(n / hosts) },
    ...{ name: `${padded('db-', n % hosts)}:${3306 + Math.floor(n / hosts)}`, seat: `s${n}`, package_id: null },
    ...{ cluster_id: idOf.cluster(n % clusters), role: n < clusters ? 'primary' : 'replica', directory: '/x' },
    ...{ server_id: n, created_at: n },
  }));
  await add('label', instances * 2, (n) => ({
    ...{ entity: 'instance', entity_id: idOf.instance(n >> 1), label_key: n % 2 ? 'team' : 'tier' },
    value: `v${(n >> 1) % 40}`,
  }));
}

async function addObserved(add: Add, now: number): Promise<void> {
  const { hosts, clusters, instances, findings, changes } = fleetSize;
  const facts = ['lag', 'serverUuid', 'hostname', 'readOnly', 'gtid'];
  await add('fact', instances * facts.length, (n) => ({
    ...{ entity: 'instance', entity_id: idOf.instance(Math.floor(n / facts.length)), name: facts[n % facts.length] },
    ...{ value: n % 5 === 1 ? `"uuid-${n}"` : String(n % 97), observed_at: n, source_kind: 'sweep', source_id: 's' },
  }));
  await add('fact', hosts * 4, (n) => ({
    ...{ entity: 'host', entity_id: idOf.host(n >> 2), name: ['cpus', 'memoryBytes', 'os', 'kernel'][n % 4] },
    ...{ value: String(n), observed_at: n, source_kind: 'task', source_id: 's' },
  }));
  await add('host_check', hosts * 3, (n) => ({
    ...{ id: padded('hc', n), host_id: idOf.host(n % hosts), at: now - 1000 + n, passed: 1, source_kind: 'task' },
    ...{ source_id: 's', verdicts: '[]' },
  }));
  await add('finding', findings, (n) => ({
    ...{ id: padded('f', n), finding_key: `k${n}`, code: `CODE_${n % 60}`, grade: ['bad', 'warn', 'info'][n % 3] },
    ...{ entity: 'instance', entity_id: idOf.instance(n % instances), about: '', source: 'sweep' },
    ...{ cluster_id: idOf.cluster(n % clusters), scope: `instance/${n}`, evidence: '{}' },
    ...{ words: '{"words":{"en":"x","zh":"甲"}}', first_seen_at: now - n * 1000, last_seen_at: now, closed_at: null },
    ...{ times: 1, owner: n % 5 === 0 ? `person-${n % 50}` : null, muted_since: n % 7 ? null : 1 },
    ...{ muted_until: n % 7 ? null : now + (n % 400) * 3_600_000, muted_by: n % 7 ? null : 'li' },
    mute_reason: n % 7 ? null : 'known',
  }));
  await add('metadata_change', changes, (n) => ({
    ...{ id: padded('m', n), entity: 'instance', entity_id: idOf.instance(n % instances), about: 'fact' },
    ...{ field: facts[n % 5], before_value: '1', after_value: '2', at: now - (changes - n) * 60_000 },
    ...{ source_kind: 'sweep', source_id: 'glance', seq: n + 1 },
  }));
  await add('cluster_compliance', clusters, (n) => ({
    ...{ cluster_id: idOf.cluster(n), standard_id: 'none', version: 1, looked_at: now, instances: 3, judged: 3 },
    ...{ ok: 50, differs: n % 4, excepted: 1, unseen: 0, drift: n % 9 ? 0 : 1, worst: null },
    kinds: '{"parameter":{"ok":50,"differs":0,"excepted":1,"unknown":0}}',
  }));
  await add('audit', changes, (n) => ({
    ...{ id: padded('u', n), at: now - (changes - n) * 60_000, actor_id: `u${n % 50}`, actor_name: `person-${n % 50}` },
    ...{ via: 'session', action: 'ticket.submit', resource: `ticket/${idOf.ticket(n % fleetSize.tickets)}` },
    ...{ outcome: 'allowed', words: null, request_id: `r${n}` },
  }));
}

async function addWork(add: Add, now: number): Promise<void> {
  const { tickets, tasks, clusters } = fleetSize;
  const title = '{"en":"x","zh":"甲"}';
  const openedAt = (n: number) => now - (n / tickets) * 150 * day;
  const waits = 40;
  await add('ticket', tickets, (n) => ({
    ...{ id: idOf.ticket(n), letter: 'I', number: n, kind: 'service.control', title, form: '{}', reason: null },
    ...{ state: n < waits ? 'waiting' : 'done', application_id: null, opened_by_id: `u${n % 300}` },
    ...{ opened_by_name: 'x', opened_at: openedAt(n), closed_at: n < waits ? null : openedAt(n) + 7_200_000 },
    locked: 0,
  }));
  await add('ticket_subject', tickets, (n) => ({
    ...{ ticket_id: idOf.ticket(n), entity: 'cluster', entity_id: idOf.cluster(n % clusters), application_id: null },
    environment: null,
  }));
  await add('ticket_approval', tickets - waits, (n) => ({
    ...{ id: padded('p', n), ticket_id: idOf.ticket(n + waits), by_id: 'u', by_name: 'u', verdict: 'approved' },
    ...{ at: openedAt(n + waits) + 3_600_000, comment: null, plan_hash: 'x', own_ticket: 0, freeze_override: null },
  }));
  await add('task', tasks, (n) => ({
    ...{ id: idOf.task(n), kind: 'service.control', title, plan_hash: 'x', input: '{}', locks: '[]', at_once: null },
    ...{ error: null, ticket_id: null, state: n < 30 ? 'paused' : n < 60 ? 'failed' : 'done', parent_id: null },
    ...{ child_key: null, schedule_id: null, created_by: null, created_at: now - n * 1000, started_at: 1 },
    ...{ ended_at: n < 30 ? null : now - n, event_seq: 1 },
  }));
  await add('task_subject', tasks, (n) => ({
    ...{ task_id: idOf.task(n), entity: 'cluster', entity_id: idOf.cluster(n % clusters), application_id: null },
    environment: null,
  }));
  await add('task_step', tasks * 3, (n) => ({
    ...{ task_id: idOf.task(Math.floor(n / 3)), step_id: `s${n % 3}`, position: n % 3, step: 'look', input: '{}' },
    ...{ target: null, waits_for: '[]', state: 'done', attempt: 1, round: 1, failures: 0, touched: 0, started_at: 1 },
    ...{ ended_at: 2, wake_at: null, deadline_at: null, handle: null, result: null, error: null, progress: null },
    path: null,
  }));
}

interface Scope {
  readonly kind: 'all' | 'environment' | 'application';
  readonly id: string;
}

/** Of an environment lies a third of the fleet in it, of an application nine clusters of three thousand. */
export const scopes = {
  all: { kind: 'all', id: '' },
  third: { kind: 'environment', id: 'prod' },
  few: { kind: 'application', id: idOf.application(7) },
} as const satisfies Readonly<Record<string, Scope>>;

/** Somebody with the role dba on that much, and a token of theirs. */
export async function addPerson(db: Db, now: number, name: string, scope: Scope): Promise<string> {
  const id = newId();
  const secret = randomBytes(32).toString('base64url');
  await inTransaction(db, async (tx) => {
    const person = { id, name, name_key: name, password: '-', roles: '[]' } as const;
    await tx
      .insertInto('user')
      .values({ ...person, language: null, disabled: 0, created_at: now })
      .execute();
    await tx
      .insertInto('role_grant')
      .values({
        ...{ id, grant_key: id, holder: 'person', holder_id: id, role: 'dba', scope: scope.kind, scope_id: scope.id },
        ...{ until_at: null, reason: '', granted_by: '', created_at: now },
      })
      .execute();
    await tx
      .insertInto('api_token')
      .values({
        ...{ id, user_id: id, name: 'bench', created_at: now, expires_at: null, last_used_at: null },
        secret_hash: createHash('sha256').update(secret).digest('hex'),
      })
      .execute();
  });
  return `myr_${id}_${secret}`;
}

/** As a store that has run for a while: it knows how its values are spread. */
export async function analyze(db: Db, kind: 'sqlite' | 'mysql'): Promise<void> {
  const tables: readonly (keyof Database)[] = [
    ...(['instance', 'host', 'cluster', 'application', 'label', 'fact', 'finding', 'ticket', 'task'] as const),
    ...(['ticket_subject', 'task_subject', 'task_step', 'metadata_change', 'host_check', 'ticket_approval'] as const),
    ...(['cluster_compliance', 'audit', 'dictionary_schema', 'dictionary_table', 'dictionary_column'] as const),
    ...(['dictionary_index', 'dictionary_tag', 'dictionary_look'] as const),
    ...(['dictionary_account', 'dictionary_parameters_of', 'dictionary_parameter', 'dictionary_usual'] as const),
  ];
  if (kind === 'sqlite') await sql`analyze`.execute(db);
  else await sql`analyze table ${sql.join(tables.map((table) => sql.table(table)))}`.execute(db);
}
