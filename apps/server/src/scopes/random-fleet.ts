import { createMetadata, subjectRow, subjectsOf } from '../capabilities/metadata/index.ts';
import { systemClock } from '../platform/clock/clock.ts';
import { inTransaction } from '../platform/database/in-transaction.ts';
import { newId } from '../platform/database/new-id.ts';
import type { Db } from '../platform/database/schema.ts';

/** The same numbers each time for one seed. */
export function randomFrom(seed: number) {
  let state = seed >>> 0 || 1;
  const next = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 2 ** 32;
  };
  const below = (n: number) => Math.floor(next() * n);
  return { next, below, pick: <T>(list: readonly T[]): T => list[below(list.length)] as T };
}
export type Random = ReturnType<typeof randomFrom>;

/** What there is, for the model that says who sees what: written down apart from the tables. */
export interface Fleet {
  readonly applications: readonly { readonly id: string }[];
  readonly environments: readonly string[];
  readonly clusters: readonly {
    readonly id: string;
    readonly application: string | null;
    readonly environment: string;
  }[];
  readonly instances: readonly {
    readonly id: string;
    readonly cluster: string | null;
    readonly host: string;
    readonly gone: boolean;
  }[];
  readonly hosts: readonly { readonly id: string }[];
  readonly findings: readonly { readonly id: string; readonly entity: string; readonly entityId: string }[];
  readonly tickets: readonly Work[];
  readonly tasks: readonly Work[];
}

export interface Work {
  readonly id: string;
  readonly openedBy: string | null;
  readonly clusters: readonly string[];
  readonly hosts: readonly string[];
}

const bySomebody = { kind: 'person', id: 'p' } as const;
const words = JSON.stringify({ en: 'x', zh: '某' });

/** A small fleet with everything that is hard about scopes: shared hosts, clusters of no application, work over several. */
export async function plantFleet(db: Db, random: Random, people: readonly string[]): Promise<Fleet> {
  const metadata = createMetadata({ clock: systemClock });
  const environments = ['production', 'staging'];
  return inTransaction(db, async (tx) => {
    const applications = [];
    for (const name of ['shop', 'pay', 'mail'])
      applications.push(
        await metadata.addApplication(tx, { name, businessLine: 'b', owner: 'o', level: 'general' }, bySomebody),
      );
    const hosts = [];
    for (let at = 0; at < 6; at++)
      hosts.push(
        await metadata.addHost(
          tx,
          {
            name: `h${at}`,
            address: `10.0.0.${at + 1}`,
            zone: 'z',
            baseDirectory: '/d',
            poolState: 'in-use',
            paths: [],
          },
          bySomebody,
        ),
      );
    const clusters = [];
    for (let at = 0; at < 9; at++)
      clusters.push(
        await metadata.addCluster(
          tx,
          {
            ...{ name: `c${at}`, flavor: 'mysql', version: '8.4.0', topology: 'single', state: 'running' },
            applicationId: random.below(4) === 0 ? null : random.pick(applications).id,
            environment: random.pick(environments),
            ...{ fixed: {}, maintenance: null },
          },
          bySomebody,
        ),
      );
    const instances = [];
    for (let at = 0; at < 14; at++)
      instances.push(
        await metadata.addInstance(
          tx,
          {
            // The last host carries nothing, the one before it only what is gone.
            ...{
              hostId: (at === 0 ? hosts[4] : undefined)?.id ?? random.pick(hosts.slice(0, 4)).id,
              port: 3306 + at,
              flavor: 'mysql',
              version: '8.4.0',
            },
            clusterId: at > 0 && random.below(7) === 0 ? null : random.pick(clusters).id,
            ...{ packageId: null, role: 'primary', directory: '/d', serverId: at + 1, maintenance: null },
            state: at === 0 || random.below(6) === 0 ? 'decommissioned' : 'running',
          },
          bySomebody,
        ),
      );
    const things = [
      ...clusters.map(({ id }) => ({ entity: 'cluster' as const, id })),
      ...instances.map(({ id }) => ({ entity: 'instance' as const, id })),
      ...hosts.map(({ id }) => ({ entity: 'host' as const, id })),
      ...applications.map(({ id }) => ({ entity: 'application' as const, id })),
      { entity: 'cluster' as const, id: newId() },
    ];
    for (const { entity, id } of things)
      await tx.insertInto('label').values({ entity, entity_id: id, label_key: 'k', value: id }).execute();
    const noted = async (resource: string) =>
      tx
        .insertInto('audit')
        .values({
          ...{ id: newId(), at: 5, actor_id: null, actor_name: 'x', via: 'token', action: 'planted', resource },
          ...{ outcome: 'allowed', words: null, request_id: newId() },
        })
        .execute();
    for (const { entity, id } of things) await noted(`${entity}/${id}`);
    await noted('user/01890000-0000-7000-8000-000000000000');
    const findings = [];
    for (const [at, { entity, id: entityId }] of things.entries()) {
      const id = newId();
      findings.push({ id, entity, entityId });
      await tx
        .insertInto('finding')
        .values({
          ...{ id, finding_key: `k${at}`, code: 'LOOKS_BAD', grade: 'bad', entity, entity_id: entityId, about: '' },
          ...{
            cluster_id: entity === 'cluster' ? entityId : null,
            source: 'test',
            scope: 's',
            evidence: '{}',
            words: null,
            times: 1,
            owner: null,
          },
          ...{ first_seen_at: 1000 + at, last_seen_at: 2000, closed_at: null },
          ...{ muted_since: null, muted_until: null, muted_by: null, mute_reason: null },
        })
        .execute();
    }
    const tickets: Work[] = [];
    const tasks: Work[] = [];
    for (let at = 0; at < 12; at++) {
      const openedBy = random.pick(people);
      const about = at % 4 === 0 ? [] : [random.pick(clusters).id, ...(at % 3 === 0 ? [random.pick(clusters).id] : [])];
      const onHosts = about.length === 0 && at % 8 === 0 ? [random.pick(hosts).id] : [];
      const subjects = subjectsOf({ clusterIds: about, hostIds: onHosts }, []);
      const work = { openedBy, clusters: [...new Set(about)], hosts: onHosts };
      const ticketId = newId();
      tickets.push({ id: ticketId, ...work });
      await tx
        .insertInto('ticket')
        .values({
          ...{
            id: ticketId,
            letter: 'R',
            number: at + 1,
            kind: 'service.stop',
            title: words,
            state: 'waiting',
            form: '{}',
          },
          ...{ reason: null, application_id: null, opened_by_id: openedBy, opened_by_name: 'x', opened_at: at },
          ...{ closed_at: null, locked: 0 },
        })
        .execute();
      // A ticket without parts would be rolled up: done.
      const plan = { kind: 'gone.kind', title: { en: 'x', zh: '某' }, input: {}, locks: [], calls: [], hash: 'h' };
      await tx
        .insertInto('sub_ticket')
        .values({
          ...{ id: newId(), ticket_id: ticketId, position: 0, kind: 'gone.kind', title: words, form: '{}' },
          ...{ task_input: '{}', state: 'waiting', plan: JSON.stringify(plan), plan_hash: 'h', stale: 0 },
          ...{ task_id: null, held_until: null, changed_at: at },
        })
        .execute();
      await noted(`ticket/${ticketId}`);
      const taskId = newId();
      tasks.push({ id: taskId, ...work, openedBy: at % 2 === 0 ? openedBy : null });
      await tx
        .insertInto('task')
        .values({
          ...{ id: taskId, kind: 'gone.kind', title: words, input: '{}', plan_hash: 'h', locks: '[]', at_once: null },
          ...{
            state: 'done',
            error: null,
            ticket_id: at % 2 === 0 ? ticketId : null,
            parent_id: null,
            child_key: null,
          },
          ...{ schedule_id: null, created_by: null, created_at: at, started_at: null, ended_at: at, event_seq: 0 },
        })
        .execute();
      for (const subject of subjects) {
        await tx
          .insertInto('ticket_subject')
          .values({ ticket_id: ticketId, ...subjectRow(subject) })
          .execute();
        await tx
          .insertInto('task_subject')
          .values({ task_id: taskId, ...subjectRow(subject) })
          .execute();
      }
    }
    return {
      applications: applications.map(({ id }) => ({ id })),
      environments,
      clusters: clusters.map(({ id, applicationId, environment }) => ({ id, application: applicationId, environment })),
      instances: instances.map(({ id, clusterId, hostId, state }) => ({
        ...{ id, cluster: clusterId, host: hostId },
        gone: state === 'decommissioned',
      })),
      hosts: hosts.map(({ id }) => ({ id })),
      ...{ findings, tickets, tasks },
    };
  });
}
