import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import {
  adoptionTasks,
  adoptionTicketKinds,
  createAdoption,
  mayReachAddress,
  serveAdoption,
} from './capabilities/adoption/index.ts';
import { createAuth, serveAuth } from './capabilities/auth/index.ts';
import { demoTasks, demoTicketKinds } from './capabilities/demo/index.ts';
import { createDictionary, serveDictionary, tableSizes } from './capabilities/dictionary/index.ts';
import { createFindings, serveFindings } from './capabilities/findings/index.ts';
import { hostTasks, serveHosts } from './capabilities/hosts/index.ts';
import {
  instanceTasks,
  instanceTicketKinds,
  keepSessions,
  registerPackagesIn,
  selectPackages,
  serveInstances,
  serveLive,
} from './capabilities/instances/index.ts';
import { serveLogs } from './capabilities/logs/index.ts';
import {
  createMetadata,
  metadataEdits,
  placeAllChanges,
  scopeBook,
  selectClusterIds,
  selectNames,
  serveMetadata,
} from './capabilities/metadata/index.ts';
import { createMetrics, serveMetrics } from './capabilities/metrics/index.ts';
import { createPaths, servePaths } from './capabilities/paths/index.ts';
import { serveSavedFilters } from './capabilities/saved-filters/index.ts';
import { createSelfCheck, selfChecks, serveSelfCheck } from './capabilities/self-check/index.ts';
import { serveSqlReview } from './capabilities/sql-review/index.ts';
import {
  createStandards,
  serveStandards,
  standardFindings,
  standardTasks,
  standardTicketKinds,
} from './capabilities/standards/index.ts';
import {
  createSweeps,
  rememberedParameters,
  servePortrait,
  serveSweeps,
  silentCodes,
  sweepFindings,
  sweepTasks,
  topologyFindings,
} from './capabilities/sweeps/index.ts';
import { serveTables } from './capabilities/tables/index.ts';
import {
  type CreateTasksOptions,
  createSchedules,
  createTasks,
  hasTimesToCome,
  readTaskLog,
  serveSchedules,
  serveTasks,
  type Tasks,
} from './capabilities/tasks/index.ts';
import { createTickets, ownsTicket, ownTicketIds, serveTickets } from './capabilities/tickets/index.ts';
import { exceptionsEnding, serveToday } from './capabilities/today/index.ts';
import type { Config } from './config.ts';
import { migrations } from './migrations.ts';
import { type Clock, systemClock } from './platform/clock/clock.ts';
import { openDatabase } from './platform/database/open-database.ts';
import { openEngine } from './platform/engine/open-engine.ts';
import { createEvents } from './platform/events/events.ts';
import { createHttp } from './platform/http/create-http.ts';
import type { Log } from './platform/log/log.ts';
import { createOutbox } from './platform/outbox/outbox.ts';
import { createRetention } from './platform/retention/retention.ts';
import { createSecrets, requireKeysOf, rotateSecrets } from './platform/secrets/create-secrets.ts';
import { openKeys } from './platform/secrets/open-keys.ts';
import { createValueCodec } from './platform/secrets/value-codec.ts';
import { problems } from './problems.ts';
import { version } from './processes/version.ts';
import { allRetentionRules } from './retention-rules.ts';
import { auditSeenBy, scopedThings } from './scoped-things.ts';

export interface AppOptions {
  readonly config: Config;
  readonly log: Log;
  readonly clock?: Clock;
  /** Folder of the built console; none: API only. */
  readonly consoleFolder?: string;
  /** For crash tests: see CreateTasksOptions. */
  readonly journal?: CreateTasksOptions<object>['journal'];
}

export interface Started {
  readonly url: string;
  /** There is no user yet: the one-time token that makes the administrator. Printed once, never logged. */
  readonly firstRunToken?: string;
  readonly keysMade: boolean;
}

export interface App {
  /** For whoever asks this process what it does, and to become quiet. */
  readonly tasks: Pick<Tasks, 'listWork' | 'drain' | 'resume'>;
  start(): Promise<Started>;
  stop(drainSeconds: number): Promise<void>;
}

/** A schedule is a standing approval, so only what merely looks may have one. */
const schedulableKinds = ['hosts.check', 'standards.check', 'sweeps.portrait'];

/** The only file that knows all capabilities: builds each from what it asks for, in the order of the house. */
export async function buildApp({ config, log, clock = systemClock, consoleFolder, journal }: AppOptions): Promise<App> {
  await mkdir(config.home, { recursive: true, mode: 0o700 });
  const { keys, made: keysMade } = await openKeys(config);
  const store = await openDatabase({
    store: config.store,
    migrations,
    now: clock.now,
    onLockLost: (error) => {
      log.error('the lock on the store is lost; the process ends so that nobody writes beside another', { error });
      process.exit(70);
    },
  });
  const { db } = store;
  await requireKeysOf(db, keys);

  const secrets = createSecrets({ keys, clock, hide: (value) => log.hide(value) });
  const auth = createAuth({ db, clock, scopes: scopeBook, things: scopedThings, auditSeenBy });
  const metadata = createMetadata({ clock });
  const paths = createPaths({
    db,
    clock,
    metadata,
    secrets,
    mayReach: (address) => mayReachAddress(db, address),
    ...(config.sshAgent === undefined ? {} : { agentSocket: config.sshAgent }),
  });
  const { access, ways } = paths;
  const events = createEvents(log);
  const catalogue = { ...topologyFindings(metadata), ...sweepFindings, ...standardFindings };
  const things = { names: selectNames, clusterIdsOf: selectClusterIds };
  const findings = createFindings({ db, clock, events, catalogue, things });
  const dictionary = createDictionary({ db, clock, log });
  const { afterLook } = dictionary;
  const ports = { db, clock, log, metadata, secrets, access, ways, findings, afterLook };
  const periodSeconds = config.sweepSeconds;
  const metrics = createMetrics({ clock, log, periodSeconds, file: join(config.home, 'metrics.db') });
  const { beside } = metrics;
  const sweeps = createSweeps({ db, clock, log, metadata, access, findings, events, beside, periodSeconds });
  const adoption = createAdoption({ db, clock, log, metadata, secrets, ways });

  const outbox = createOutbox({ db, clock, log });
  const tasks = createTasks({
    db,
    clock,
    log,
    outbox,
    ports,
    ownsTicket,
    ownTicketIds,
    tasks: [
      ...hostTasks,
      ...instanceTasks,
      ...sweepTasks,
      ...adoptionTasks,
      ...standardTasks,
      ...(config.demo ? demoTasks : []),
    ],
    engine: openEngine(config, { keys, now: clock.now, log }),
    ...(journal === undefined ? {} : { journal }),
  });
  const standards = createStandards({ db, clock, log, metadata, findings, tasks });
  const schedules = createSchedules({ db, clock, log, tasks, kinds: schedulableKinds });
  const tickets = createTickets({
    db,
    clock,
    log,
    tasks,
    ports,
    kinds: [
      ...instanceTicketKinds,
      ...adoptionTicketKinds,
      ...standardTicketKinds,
      ...(config.demo ? demoTicketKinds : []),
    ],
  });

  const retention = createRetention({ db, clock, log, rules: allRetentionRules(secrets) });
  const selfCheck = createSelfCheck(
    { clock, log },
    selfChecks({
      ...{ db, clock, log, metadata, access, secrets, sweeps },
      ...{ isDeepLookScheduled: () => hasTimesToCome(db, 'sweeps.portrait'), listPackages: () => selectPackages(db) },
      installation: {
        ...{ home: config.home, packages: config.packages, storeKind: store.kind },
        engine: config.engine,
        ...(config.key === undefined ? { keyFile: config.keyFile } : {}),
        ...(consoleFolder === undefined ? {} : { consoleFolder }),
      },
    }),
  );
  const http = await createHttp({
    db,
    clock,
    log,
    codec: createValueCodec(keys, 'idempotency'),
    authenticate: auth.authenticate,
    narrow: auth.narrow,
    audit: auth.audit,
    problems,
    trustProxy: config.trustProxy,
    ...(config.publicUrl === undefined ? {} : { publicUrl: config.publicUrl }),
    ...(consoleFolder === undefined ? {} : { consoleFolder }),
  });
  serveAuth(http, auth);
  serveSavedFilters(http, { db, clock });
  serveMetadata(http, { db, metadata });
  servePaths(http, paths);
  serveTasks(http, tasks);
  serveSchedules(http, schedules);
  serveTickets(http, tickets);
  serveHosts(http, { ...ports, tasks });
  serveInstances(http, ports);
  const looks = keepSessions(ports);
  serveLive(http, { ...ports, sessions: looks, remembered: rememberedParameters });
  serveFindings(http, findings);
  serveSweeps(http, sweeps);
  serveStandards(http, standards);
  servePortrait(http, { db, metadata, tasks });
  serveDictionary(http, dictionary.parts);
  const reviewCodec = createValueCodec(keys, 'review-exception');
  serveSqlReview(http, { db, clock, metadata, access, tableSizes, codec: reviewCodec });
  serveLogs(http, { db, clock, log, metadata, access, readTaskLog: (...asked) => readTaskLog(tasks.parts, ...asked) });
  serveMetrics(http, { db, clock, metadata, metrics, sweeps, access: config.metrics, version });
  serveSelfCheck(http, selfCheck);
  serveToday(http, {
    db,
    clock,
    metadata,
    tickets,
    tasks,
    schedules,
    findings,
    sweeps,
    silentCodes,
    expiring: [exceptionsEnding({ db, clock })],
  });
  serveAdoption(http, adoption);
  serveTables(http, { db, edits: metadataEdits({ db, metadata }) });

  return {
    tasks,
    start: async () => {
      await placeAllChanges(db);
      const library = await registerPackagesIn({ db, clock }, config.packages);
      for (const refused of library.refused) log.warning('not a server package', refused);
      outbox.start(tasks.outboxHandlers);
      const resealed = await rotateSecrets(db, keys);
      if (resealed > 0) log.info('secrets sealed again with the newest key', { resealed });
      await tasks.start();
      schedules.start();
      await tickets.reconcile();
      await adoption.start();
      metrics.start();
      sweeps.start();
      await standards.start();
      dictionary.start();
      tickets.start();
      retention.start();
      selfCheck.start();
      const firstRun = await auth.prepareFirstRun();
      const address = await http.app.listen({ host: config.listen.host, port: config.listen.port });
      const url = config.publicUrl ?? address;
      log.info('listening', { address, store: store.kind, engine: config.engine });
      return { url, keysMade, ...(firstRun === undefined ? {} : { firstRunToken: firstRun.token }) };
    },
    stop: async (drainSeconds) => {
      log.info('stopping', { drainSeconds });
      await http.app.close();
      await looks.close();
      await standards.stop();
      await dictionary.stop();
      await adoption.stop();
      await sweeps.stop();
      await metrics.stop();
      await schedules.stop();
      await tickets.stop();
      await retention.stop();
      await selfCheck.stop();
      await tasks.stop(drainSeconds);
      await outbox.stop();
      await paths.close();
      await store.close();
      log.info('stopped');
    },
  };
}
