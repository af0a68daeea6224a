import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import {
  adoptionProblems,
  type Discovery,
  findingProblems,
  fleetProblems,
  taskProblems,
  ticketProblems,
} from '@myriad/contract';
import { certificateMigrations } from '../../../platform/certificates/certificates.ts';
import { systemClock } from '../../../platform/clock/clock.ts';
import type { Db } from '../../../platform/database/schema.ts';
import { inProcessEngine } from '../../../platform/engine/in-process-engine.ts';
import { createEvents } from '../../../platform/events/events.ts';
import { httpMigrations } from '../../../platform/http/migrations.ts';
import { createLog } from '../../../platform/log/log.ts';
import { outboxMigrations } from '../../../platform/outbox/migrations.ts';
import { createOutbox } from '../../../platform/outbox/outbox.ts';
import { createSecrets } from '../../../platform/secrets/create-secrets.ts';
import { type KeyRing, keyRing, newKey } from '../../../platform/secrets/key-ring.ts';
import { secretMigrations } from '../../../platform/secrets/migrations.ts';
import { authMigrations } from '../../auth/index.ts';
import { createTestHttp } from '../../auth/testing.ts';
import { createFindings, findingMigrations, serveFindings } from '../../findings/index.ts';
import { hostMigrations } from '../../hosts/index.ts';
import { instanceMigrations, instanceTasks, instanceTicketKinds, serveInstances } from '../../instances/index.ts';
import { createMetadata, metadataMigrations, selectClusterIds, selectNames } from '../../metadata/index.ts';
import { createPaths, pathMigrations } from '../../paths/index.ts';
import { createSweeps, sweepFindings, sweepMigrations, topologyFindings } from '../../sweeps/index.ts';
import { type CreateTasksOptions, createTasks, serveTasks, taskMigrations } from '../../tasks/index.ts';
import { createTickets, ownsTicket, serveTickets, ticketMigrations } from '../../tickets/index.ts';
import {
  adoptionMigrations,
  adoptionTasks,
  adoptionTicketKinds,
  createAdoption,
  mayReachAddress,
  serveAdoption,
} from '../index.ts';

export const adoptionTestMigrations = [
  ...httpMigrations,
  ...authMigrations,
  ...metadataMigrations,
  ...secretMigrations,
  ...certificateMigrations,
  ...pathMigrations,
  ...hostMigrations,
  ...instanceMigrations,
  ...outboxMigrations,
  ...taskMigrations,
  ...findingMigrations,
  ...ticketMigrations,
  ...sweepMigrations,
  ...adoptionMigrations,
];

export interface AdoptionPlatformOptions {
  /** Of an earlier life over the same store. */
  readonly keys?: KeyRing;
  readonly journal?: CreateTasksOptions<object>['journal'];
  /** They are there already, or nobody calls. */
  readonly withoutUsers?: true;
}

/** Adoption on its real neighbours, over HTTP, with the engine in this process. */
export async function openAdoptionPlatform(db: Db, options: AdoptionPlatformOptions = {}) {
  const { keys = keyRing([newKey()]), journal, withoutUsers } = options;
  const clock = systemClock;
  const problems = [adoptionProblems, findingProblems, fleetProblems, taskProblems, ticketProblems];
  const app = await createTestHttp({ db, clock, problems, ...(withoutUsers ? { withoutUsers } : {}) });
  const lines: string[] = [];
  const log = createLog({ write: (line) => lines.push(line) });
  const metadata = createMetadata({ clock });
  const secrets = createSecrets({ keys, clock, hide: () => undefined });
  const paths = createPaths({
    ...{ db, clock, metadata, secrets },
    mayReach: (address) => mayReachAddress(db, address),
  });
  const { access, ways } = paths;
  const events = createEvents(log);
  const catalogue = { ...topologyFindings(metadata), ...sweepFindings };
  const things = { names: selectNames, clusterIdsOf: selectClusterIds };
  const findings = createFindings({ db, clock, events, catalogue, things });
  const ports = { db, clock, log, metadata, secrets, access, ways, findings };
  const sweeps = createSweeps({ ...ports, events, periodSeconds: 1 });
  const adoption = createAdoption(ports);
  const outbox = createOutbox({ db, clock, log });
  const tasks = createTasks({
    ...{ db, clock, log, outbox, ports, ownsTicket },
    tasks: [...instanceTasks, ...adoptionTasks],
    engine: inProcessEngine({ now: clock.now, log }),
    ...(journal ? { journal } : {}),
  });
  const tickets = createTickets({
    db,
    clock,
    log,
    tasks,
    ports,
    kinds: [...instanceTicketKinds, ...adoptionTicketKinds],
  });
  serveTasks(app.http, tasks);
  serveTickets(app.http, tickets);
  serveInstances(app.http, ports);
  serveFindings(app.http, findings);
  serveAdoption(app.http, adoption);
  outbox.start(tasks.outboxHandlers);
  await tasks.start();
  await adoption.start();

  const until = async <T>(what: string, limitSeconds: number, look: () => Promise<T | undefined>): Promise<T> => {
    for (const end = performance.now() + limitSeconds * 1000; ; await delay(50)) {
      const found = await look();
      if (found !== undefined) return found;
      if (performance.now() > end) throw new Error(`${what} took too long\n${lines.slice(-20).join('\n')}`);
    }
  };
  const platform = {
    ...{
      db,
      metadata,
      secrets,
      paths,
      sweeps,
      adoption,
      tasks,
      ports,
      lines,
      until,
      call: app.call,
      httpLines: app.lines,
    },
    allow: async (...cidrs: readonly string[]) => {
      const networks = cidrs.map((cidr) => ({ cidr, note: '' }));
      const answer = await app.call('administrator', 'PUT', '/api/network-allow-list', { networks });
      assert.equal(answer.status, 200, JSON.stringify(answer.body));
    },
    /** To its end. */
    discover: async (form: object): Promise<Discovery> => {
      const begun = await app.call('dba', 'POST', '/api/discoveries', form);
      assert.equal(begun.status, 200, JSON.stringify(begun.body));
      return until('a discovery', 240, async () => {
        const { body } = await app.call('dba', 'GET', `/api/discoveries/${begun.body.id}`);
        return body.state === 'running' ? undefined : body;
      });
    },
    /** Submitted by a DBA, approved by an administrator, to the end of its tasks; the ticket then. */
    // biome-ignore lint/suspicious/noExplicitAny: each test states what it expects by its assertions.
    runTicket: async (kind: string, form: object): Promise<any> => {
      const opened = await app.call('dba', 'POST', '/api/tickets', { kind, form, reason: 'test' });
      assert.equal(opened.status, 200, JSON.stringify(opened.body));
      const { id, planHash } = opened.body;
      const approved = await app.call('administrator', 'POST', `/api/tickets/${id}/approval`, { planHash });
      assert.equal(approved.status, 200, JSON.stringify(approved.body));
      return until(`ticket ${id}`, 240, async () => {
        const { body } = await app.call('dba', 'GET', `/api/tickets/${id}`);
        const isPaused = body.subTickets.some(({ taskState }: { taskState?: string }) => taskState === 'paused');
        return isPaused || ['done', 'failed', 'cancelled'].includes(body.state) ? body : undefined;
      });
    },
    [Symbol.asyncDispose]: async () => {
      await sweeps.stop();
      await adoption.stop();
      await tasks.stop(1);
      await outbox.stop();
      await paths.close();
      await app.close();
    },
  };
  return platform;
}
